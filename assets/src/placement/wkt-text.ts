/** What must be known of a WKT besides what proj4 reads from it. */
export interface WktText {
  /** the projected system, taken out of a compound one, without the code of the whole */
  readonly projected: string;
  readonly name: string;
  /** the EPSG code that the whole names, if it does */
  readonly epsg?: number;
  /** name of the vertical system of a compound one */
  readonly vertical?: string;
}

const PROJECTED = /^(PROJCS|PROJCRS|PROJECTEDCRS)$/i;
const VERTICAL = /^(VERT_CS|VERTCRS|VERTICALCRS|COMPD_VERT_CS)$/i;
const CODE = /^\s*,?\s*(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?/i;

export function looksLikeWkt(srs: string): boolean {
  return /^\s*[A-Za-z_]+\s*\[/.test(srs);
}

/** @throws Error when brackets or quotes do not match, or no projected system is inside */
export function readWktText(wkt: string): WktText {
  const nodes = splitNodes(wkt);
  const projected = nodes.find((node) => PROJECTED.test(node.keyword));
  if (projected === undefined) throw new Error('it holds no projected system (PROJCS)');
  const vertical = nodes.find((node) => VERTICAL.test(node.keyword));
  let text = wkt.slice(projected.start, projected.end);
  // The code of the system is its own last child; those of its datum and units lie deeper.
  const own = nodes.find(
    (node) =>
      node.depth === projected.depth + 1 &&
      node.start > projected.start &&
      node.end < projected.end &&
      CODE.test(wkt.slice(node.start, node.end)),
  );
  const epsg = own === undefined ? undefined : Number(CODE.exec(wkt.slice(own.start, own.end))?.[1]);
  if (own !== undefined) {
    const before = wkt.slice(projected.start, own.start).replace(/,\s*$/, '');
    text = before + wkt.slice(own.end, projected.end);
  }
  return {
    projected: text,
    name: nameOf(text),
    ...(epsg !== undefined ? { epsg } : {}),
    ...(vertical !== undefined ? { vertical: nameOf(wkt.slice(vertical.start, vertical.end)) } : {}),
  };
}

function nameOf(node: string): string {
  return /^[^[]*\[\s*"([^"]*)"/.exec(node)?.[1] ?? '';
}

interface WktNode {
  readonly keyword: string;
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

/** Every KEYWORD[…] of the text, outermost first. */
function splitNodes(wkt: string): WktNode[] {
  const nodes: WktNode[] = [];
  const open: { keyword: string; start: number }[] = [];
  let quoted = false;
  let word = 0;
  for (let at = 0; at < wkt.length; at++) {
    const char = wkt[at] ?? '';
    if (char === '"') quoted = !quoted;
    if (quoted) continue;
    if (char === '[' || char === '(') {
      const before = wkt.slice(word, at);
      open.push({ keyword: before.trim(), start: word + (before.length - before.trimStart().length) });
      word = at + 1;
    } else if (char === ']' || char === ')') {
      const node = open.pop();
      if (node === undefined) throw new Error('a bracket closes that was never opened');
      nodes.push({ ...node, depth: open.length, end: at + 1 });
      word = at + 1;
    } else if (char === ',') {
      word = at + 1;
    }
  }
  if (quoted || open.length > 0) throw new Error('a bracket or a quote is not closed');
  return nodes.sort((a, b) => a.start - b.start);
}
