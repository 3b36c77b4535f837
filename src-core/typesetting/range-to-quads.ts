// Where a range of text stands on the pages: what a highlight covers on the screen and in the PDF.
import type { ArticleId } from '../publication/issue';
import type { TextRange } from '../text/offsets';
import { firstIndex, linesOfArticle, positionInCell, type PlacedLine } from './layout-index';
import type { IssueLayout, Quad } from './model';

/**
 * Gives one quad for each line the range runs through, in reading order; none for an empty range or an unknown article.
 *
 * Along the line a quad covers exactly its characters: from the box of the first to the box of the last (between Han and
 * Latin the white belongs half to each). Within a rotated Latin run it covers the letters; digits that share a cell
 * are covered together. Across the line it is 1 em of the line's size, in the middle of the line's pitch.
 */
export function rangeToQuads(layout: IssueLayout, articleId: ArticleId, range: TextRange): readonly Quad[] {
  if (range.end <= range.start) return [];
  const lines = linesOfArticle(layout, articleId);
  const quads: Quad[] = [];
  const first = firstIndex(lines, ({ line }) => line.end > range.start);
  for (let at = first; at < lines.length; at++) {
    const placed = lines[at];
    if (placed === undefined || placed.line.start >= range.end) break;
    const quad = quadOfLine(placed, range);
    if (quad !== null) quads.push(quad);
  }
  return quads;
}

function quadOfLine({ page, frame, line }: PlacedLine, range: TextRange): Quad | null {
  const { cells } = line;
  const first = cells[firstIndex(cells, (cell) => cell.end > range.start)];
  const last = cells[firstIndex(cells, (cell) => cell.start >= range.end) - 1];
  if (first === undefined || last === undefined || last.end <= first.start) return null;
  const from = positionInCell(first, range.start, 'start');
  const to = positionInCell(last, range.end, 'end');
  if (to <= from) return null;
  return {
    page,
    inline: frame.rect.inline + line.inline + from * line.size,
    block: frame.rect.block + line.block + (line.blockSize - line.size) / 2,
    inlineSize: (to - from) * line.size,
    blockSize: line.size,
    range: { start: Math.max(range.start, first.start), end: Math.min(range.end, last.end) },
  };
}
