// Finds the lines of an article in a layout. The index is made once for each layout and forgotten with it.
import type { ArticleId } from '../publication/issue';
import type { Cell, Em, Frame, IssueLayout, SetLine } from './model';

/** A line and where it stands. */
export type PlacedLine = { readonly page: number; readonly frame: Frame; readonly line: SetLine };

type LayoutIndex = ReadonlyMap<ArticleId, readonly PlacedLine[]>;

const indexes = new WeakMap<IssueLayout, LayoutIndex>();

/** An article's lines in the order of their offsets; none for an article the layout does not hold. */
export function linesOfArticle(layout: IssueLayout, articleId: ArticleId): readonly PlacedLine[] {
  let index = indexes.get(layout);
  if (index === undefined) {
    index = indexLayout(layout);
    indexes.set(layout, index);
  }
  return index.get(articleId) ?? [];
}

function indexLayout(layout: IssueLayout): LayoutIndex {
  const index = new Map<ArticleId, PlacedLine[]>();
  layout.pages.forEach(({ frames }, page) => {
    for (const frame of frames) {
      let lines = index.get(frame.articleId);
      if (lines === undefined) index.set(frame.articleId, (lines = []));
      for (const line of frame.lines) lines.push({ page, frame, line });
    }
  });
  for (const lines of index.values()) lines.sort((one, other) => one.line.start - other.line.start);
  return index;
}

/** The index of the first of `sorted` for which `isPast` holds, or their number; `isPast` must not turn back to false. */
export function firstIndex<T>(sorted: readonly T[], isPast: (value: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle];
    if (value !== undefined && isPast(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where an offset within a cell lies, in em from the line's start; `side` says to which side of a cell that cannot be parted. */
export function positionInCell(cell: Cell, offset: number, side: 'start' | 'end'): Em {
  if (offset <= cell.start) return cell.boxStart;
  if (offset >= cell.end) return cell.boxEnd;
  const stop = cell.stops?.[offset - cell.start - 1];
  if (stop !== undefined) return cell.inline + stop * cell.scale;
  if (cell.paint === 'rule') {
    const part = (offset - cell.start) / (cell.end - cell.start);
    return cell.boxStart + (cell.boxEnd - cell.boxStart) * part;
  }
  return side === 'start' ? cell.boxStart : cell.boxEnd;
}
