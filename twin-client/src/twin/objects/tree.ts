import type { Element, Language } from '@upwind/scenes';
import { kindTexts } from '../../language/kind-texts.ts';
import type { DrawnSite } from '../../scene/drawn-site.ts';

export type Grouping = 'area' | 'kind';

export interface ObjectGroup {
  readonly key: string;
  readonly title: string;
  readonly elements: readonly Element[];
}

const dummy = { zh: '其他', en: 'Other' };

/** Whether an element answers a query: by name in either language, number, or the name of its kind. */
export function answers(element: Element, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return true;
  const kind = kindTexts.entries[element.kind];
  return [element.id, element.name.zh, element.name.en, kind.zh, String(kind.en)].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}

/** The site's elements in groups, those that answer the query, groups and elements in the reader's order. */
export function groupElements(
  site: DrawnSite,
  grouping: Grouping,
  query: string,
  language: Language,
): readonly ObjectGroup[] {
  const compare = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true }).compare;
  const groups = new Map<string, { readonly title: string; readonly elements: Element[] }>();
  for (const element of site.elements) {
    if (!answers(element, query)) continue;
    const name = grouping === 'kind' ? kindTexts.entries[element.kind] : (element.area ?? dummy);
    const key = grouping === 'kind' ? element.kind : (element.area?.en ?? 'other');
    const title = language === 'zh' ? name.zh : typeof name.en === 'string' ? name.en : name.en.other;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { title, elements: [element] });
    else group.elements.push(element);
  }
  return [...groups]
    .map(([key, { title, elements }]) => ({
      key,
      title,
      elements: elements.sort((a, b) => compare(a.name[language], b.name[language])),
    }))
    .sort((a, b) => compare(a.title, b.title));
}
