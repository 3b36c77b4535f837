// Which marks the list beside the text shows. Words are found in all their printed forms: 簡 finds 简, and the other way
// round.
import type { Annotation, MarkColor, MarkStyle } from '../../src-core/annotation/annotation';
import { passagesOf } from '../../src-core/annotation/passages';
import { isWithinTag } from '../../src-core/annotation/tag-tree';
import { foldText } from '../../src-core/search/fold';
import type { PlacedMark } from './mark-ranges';

export type MarkFilter = {
  /** Words looked for in quote, note and tags; all of them must be there. */
  readonly text: string;
  readonly color: MarkColor | null;
  /** A note on a whole article or issue has no style. */
  readonly style: MarkStyle | null;
  /** A tag; those that stand below it fit too. */
  readonly tag: string | null;
  readonly author: string | null;
};

export const noFilter: MarkFilter = { text: '', color: null, style: null, tag: null, author: null };

/** Whether a filter lets anything through unseen. */
export function isFiltering(filter: MarkFilter): boolean {
  const { text, color, style, tag, author } = filter;
  return text.trim() !== '' || [color, style, tag, author].some((choice) => choice !== null);
}

/** Gives the marks that fit a filter, in the order in which they came. */
export function filterMarks(marks: readonly PlacedMark[], filter: MarkFilter): readonly PlacedMark[] {
  if (!isFiltering(filter)) return marks;
  const words = foldedQuery(filter.text);
  const { tag } = filter;
  return marks.filter(({ mark }) => {
    if (filter.color !== null && mark.color !== filter.color) return false;
    if (filter.style !== null && styleOf(mark) !== filter.style) return false;
    if (filter.author !== null && mark.author !== filter.author) return false;
    if (tag !== null && !mark.tags.some((own) => isWithinTag(own, tag))) return false;
    return holdsWords(mark, words);
  });
}

/** How a mark is drawn; null for a note on a whole article or issue, which is not drawn. */
export function styleOf({ scope, style }: Annotation): MarkStyle | null {
  return scope === undefined ? style : null;
}

/** The words of a query, folded. */
export function foldedQuery(query: string): readonly string[] {
  return query
    .split(/\s+/u)
    .map((word) => foldText(word).text)
    .filter((word) => word !== '');
}

/** Whether all of the folded words are in the quote, note or tags of a mark. */
export function holdsWords(mark: Annotation, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = foldedWords(mark);
  return words.every((word) => text.includes(word));
}

/** How many of the marks carry each tag, the most used first. */
export function countTags(
  marks: readonly PlacedMark[],
): readonly { readonly tag: string; readonly count: number }[] {
  return counted(marks.flatMap(({ mark }) => mark.tags)).map(([tag, count]) => ({ tag, count }));
}

/** How many of the marks each author made, the busiest first. */
export function countAuthors(
  marks: readonly PlacedMark[],
): readonly { readonly author: string; readonly count: number }[] {
  return counted(marks.map(({ mark }) => mark.author)).map(([author, count]) => ({ author, count }));
}

function counted(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'zh-CN'));
}

// A mark is data that never changes, so that its words are folded once.
const folded = new WeakMap<Annotation, string>();

function foldedWords(mark: Annotation): string {
  const known = folded.get(mark);
  if (known !== undefined) return known;
  // The parts are folded apart: white space is in no search, and words must not run from one part into the next.
  const text = [...passagesOf(mark.target).map(({ quote }) => quote.exact), mark.note, ...mark.tags]
    .map((part) => foldText(part).text)
    .join('\n');
  folded.set(mark, text);
  return text;
}
