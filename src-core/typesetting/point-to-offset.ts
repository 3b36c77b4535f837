// From a place on a page to a place in the text, and back.
import type { ArticleId } from '../publication/issue';
import { firstIndex, linesOfArticle, positionInCell } from './layout-index';
import type { Cell, Em, Frame, IssueLayout, Rect, SetLine } from './model';

/** A point of a page, in em of the body size from the page's origin. */
export type PagePoint = { readonly inline: Em; readonly block: Em };

/** A place in an article's text, in UTF-16 code units. */
export type TextPlace = { readonly articleId: ArticleId; readonly offset: number };

/**
 * The place between characters that is nearest to a point: in the nearest frame the nearest line, in it the cell under
 * the point, and of that its start or, past its middle, its end. Null on a page without text or outside the layout.
 */
export function pointToOffset(layout: IssueLayout, page: number, point: PagePoint): TextPlace | null {
  const frame = nearestFrame(layout.pages[page]?.frames ?? [], point);
  if (frame === null) return null;
  const block = point.block - frame.rect.block;
  const past = firstIndex(frame.lines, (line) => line.block > block);
  const line = frame.lines[Math.max(0, past - 1)];
  if (line === undefined) return null;
  const offset = offsetInLine(line, (point.inline - frame.rect.inline - line.inline) / line.size);
  return { articleId: frame.articleId, offset };
}

function nearestFrame(frames: readonly Frame[], point: PagePoint): Frame | null {
  let nearest: Frame | null = null;
  let least = Infinity;
  for (const frame of frames) {
    if (frame.lines.length === 0) continue;
    const distance = distanceTo(frame.rect, point);
    if (distance < least) {
      nearest = frame;
      least = distance;
    }
  }
  return nearest;
}

function distanceTo(rect: Rect, point: PagePoint): number {
  const inline = Math.max(rect.inline - point.inline, 0, point.inline - rect.inline - rect.inlineSize);
  const block = Math.max(rect.block - point.block, 0, point.block - rect.block - rect.blockSize);
  return Math.hypot(inline, block);
}

function offsetInLine(line: SetLine, position: Em): number {
  const past = firstIndex(line.cells, (cell) => cell.boxStart > position + 1e-9);
  const cell = line.cells[Math.max(0, past - 1)];
  return cell === undefined ? line.start : offsetInCell(cell, position);
}

function offsetInCell(cell: Cell, position: Em): number {
  const isDivisible = cell.stops !== undefined || cell.paint === 'rule';
  let before = cell.start;
  for (let offset = cell.start + 1; isDivisible && offset < cell.end; offset++) {
    if (position < (positionInCell(cell, before, 'start') + positionInCell(cell, offset, 'end')) / 2)
      return before;
    before = offset;
  }
  const middle = (positionInCell(cell, before, 'start') + cell.boxEnd) / 2;
  return position < middle ? before : cell.end;
}

/** Where a character stands. */
export type CellPlace = {
  readonly page: number;
  readonly frame: Frame;
  readonly line: SetLine;
  readonly cell: Cell;
  /** The point at the character's head in the middle of its line; {@link pointToOffset} leads back from it. */
  readonly point: PagePoint;
};

/**
 * The cell that holds the character at an offset. A line feed, which no cell holds, and the text's end give the cell
 * before; null where the layout holds nothing of the article.
 */
export function offsetToCell(layout: IssueLayout, articleId: ArticleId, offset: number): CellPlace | null {
  const lines = linesOfArticle(layout, articleId);
  const past = firstIndex(lines, ({ line }) => line.start > offset);
  const placed = lines[Math.max(0, past - 1)];
  if (placed === undefined) return null;
  const { page, frame, line } = placed;
  const cell = line.cells[Math.max(0, firstIndex(line.cells, ({ start }) => start > offset) - 1)];
  if (cell === undefined) return null;
  const position = positionInCell(cell, offset, 'start');
  return {
    page,
    frame,
    line,
    cell,
    point: {
      inline: frame.rect.inline + line.inline + position * line.size,
      block: frame.rect.block + line.block + line.blockSize / 2,
    },
  };
}
