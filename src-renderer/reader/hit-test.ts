// Which character lies under a point, and where a caret goes when one clicks there.
import { positionInCell } from '../../src-core/typesetting/layout-index';
import type { ArticleId } from '../../src-core/publication/issue';
import type { Cell, Rect } from '../../src-core/typesetting/model';
import type { LineIndex, PlacedLine } from './line-index';
import type { Point } from './strip';

export type Hit = {
  readonly articleId: ArticleId;
  /** The boundary between characters that is nearest to the point. */
  readonly boundary: number;
  /** The character under the point; null where there is none, as in the margins. */
  readonly character: number | null;
  readonly line: PlacedLine;
};

/** Gives what lies nearest to a point, of one article where one is named; null where there is no text. */
export function hitTest(index: LineIndex, point: Point, articleId: ArticleId | null): Hit | null {
  let nearest: PlacedLine | null = null;
  let least = Infinity;
  for (const placed of index.lines) {
    if (articleId !== null && placed.articleId !== articleId) continue;
    const distance = distanceTo(placed.rect, point);
    if (distance < least) {
      least = distance;
      nearest = placed;
      if (distance === 0) break;
    }
  }
  return nearest === null ? null : hitWithin(nearest, point, least === 0);
}

/** Gives the boundary on a line that is nearest to an inline position, in em of the body size. */
export function boundaryAt(placed: PlacedLine, inline: number): number {
  const along = (inline - placed.rect.inline) / placed.line.size;
  for (const cell of placed.line.cells) {
    if (along < cell.boxEnd) return boundaryWithin(cell, along);
  }
  return placed.line.cells.at(-1)?.end ?? placed.line.end;
}

/** Gives where the boundary before an offset stands on its line, in em of the body size. */
export function inlineOf(placed: PlacedLine, offset: number): number {
  const { line, rect } = placed;
  const cell = line.cells.find((candidate) => offset < candidate.end) ?? line.cells.at(-1);
  return rect.inline + (cell === undefined ? 0 : positionInCell(cell, offset, 'start') * line.size);
}

function hitWithin(placed: PlacedLine, point: Point, isInside: boolean): Hit {
  const along = (point.inline - placed.rect.inline) / placed.line.size;
  const cell = isInside
    ? placed.line.cells.find((candidate) => candidate.boxStart <= along && along < candidate.boxEnd)
    : undefined;
  return {
    articleId: placed.articleId,
    boundary: boundaryAt(placed, point.inline),
    character: cell === undefined ? null : characterWithin(cell, along),
    line: placed,
  };
}

function boundaryWithin(cell: Cell, along: number): number {
  if (cell.stops === undefined) return along < (cell.boxStart + cell.boxEnd) / 2 ? cell.start : cell.end;
  for (let offset = cell.start; offset < cell.end; offset++) {
    const middle = (positionInCell(cell, offset, 'start') + positionInCell(cell, offset + 1, 'end')) / 2;
    if (along < middle) return offset;
  }
  return cell.end;
}

function characterWithin(cell: Cell, along: number): number {
  if (cell.stops === undefined) return cell.start;
  for (let offset = cell.start + 1; offset < cell.end; offset++) {
    if (along < positionInCell(cell, offset, 'start')) return offset - 1;
  }
  return cell.end - 1;
}

/** Distance along the lines counts little against distance across them: a click beside a column means that column. */
function distanceTo(rect: Rect, point: Point): number {
  const inline = outside(point.inline, rect.inline, rect.inlineSize);
  const block = outside(point.block, rect.block, rect.blockSize);
  return inline + block * 4;
}

function outside(at: number, start: number, size: number): number {
  return Math.max(start - at, 0, at - start - size);
}
