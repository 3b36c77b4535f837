// At the heads of which columns the signs of notes stand.
import type { PlacedMark } from '../annotations/mark-ranges';
import { lineAt, type LineIndex, type PlacedLine } from './line-index';

/** A column, and the marks with notes that begin in it. */
export type ColumnSign = { readonly line: PlacedLine; readonly noted: readonly PlacedMark[] };

/** Gives the signs of marks; notes on a whole article or issue have their own at the headline. */
export function signsOf(index: LineIndex, marks: readonly PlacedMark[]): readonly ColumnSign[] {
  const signs = new Map<number, { readonly line: PlacedLine; readonly noted: PlacedMark[] }>();
  for (const placed of marks) {
    const { mark, range } = placed;
    if (mark.scope !== undefined || mark.note.trim() === '') continue;
    const line = lineAt(index, mark.articleId, range.start);
    if (line === null) continue;
    const known = signs.get(line.index);
    if (known === undefined) signs.set(line.index, { line, noted: [placed] });
    else known.noted.push(placed);
  }
  return [...signs.values()];
}
