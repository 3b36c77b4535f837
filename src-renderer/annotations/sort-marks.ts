// The orders in which marks are listed. Marks that are equal in an order stay in that of the text.
import { markColors } from '../../src-core/annotation/palette';
import type { PlacedMark } from './mark-ranges';

export const markOrders = ['place', 'newest', 'oldest', 'color', 'tag', 'author'] as const;
export type MarkOrder = (typeof markOrders)[number];

/** Sorts marks that come in the order of the text. */
export function sortMarks(marks: readonly PlacedMark[], order: MarkOrder): readonly PlacedMark[] {
  switch (order) {
    case 'place':
      return marks;
    case 'newest':
      return marks.toSorted((a, b) => compare(b.mark.created, a.mark.created));
    case 'oldest':
      return marks.toSorted((a, b) => compare(a.mark.created, b.mark.created));
    case 'color':
      return marks.toSorted((a, b) => markColors.indexOf(a.mark.color) - markColors.indexOf(b.mark.color));
    case 'tag':
      return sortByWords(marks, ({ mark }) => mark.tags.toSorted(compareWords)[0] ?? null);
    case 'author':
      return sortByWords(marks, ({ mark }) => (mark.author === '' ? null : mark.author));
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function compareWords(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Sorts by words in Chinese order; marks without any come last. */
function sortByWords(
  marks: readonly PlacedMark[],
  wordsOf: (mark: PlacedMark) => string | null,
): readonly PlacedMark[] {
  const keyed = marks.map((mark) => ({ mark, words: wordsOf(mark) }));
  keyed.sort((a, b) => {
    if (a.words === null || b.words === null) return Number(a.words === null) - Number(b.words === null);
    return compareWords(a.words, b.words);
  });
  return keyed.map(({ mark }) => mark);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
