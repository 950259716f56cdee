/** Fonts of whatever is lettered in the scene: the system's, as on the page. */
export const panelFont =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Segoe UI", system-ui, sans-serif';

/** Writes words into lines no wider than `room`; Chinese breaks anywhere, English at spaces. */
export function wrapped(context: CanvasRenderingContext2D, text: string, room: number, mostLines: number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && context.measureText(line + piece.trimEnd()).width > room) {
      lines.push(line.trimEnd());
      line = '';
      if (lines.length === mostLines) break;
    }
    line += piece;
  }
  if (line !== '' && lines.length < mostLines) lines.push(line.trimEnd());
  const last = lines.at(-1);
  const whole = lines.join('').replace(/\s/g, '').length >= text.replace(/\s/g, '').length;
  if (!whole && last !== undefined) lines[lines.length - 1] = `${last.slice(0, -1)}…`;
  return lines;
}
