// The rows of a page's tiers that hold no text, and where unseen spaces are put in them.
//
// poppler widens a block of text from side to side as far as nothing stands beside it, and then reads it after all that
// stands above the wider block; and what all lines of a block leave white it takes for the gap between two columns, as
// before the numbers of a list. So in 横排 all white is filled: over and under headlines, between boxes, at the foot.
// Vertical pages need less: there white is filled between lines of body type alone, so that they are one block, and
// blocks that follow each other are of different sizes and of different lengths.
import type { Em, PageLayout, SetLine } from '../../../src-core/typesetting/model';

/** A row one em high, in em of the body size from the page's origin. */
export type WhiteRow = { readonly inline: Em; readonly block: Em };

/** White that is at least this high is filled. */
const leastWhite: Em = 1.2;

/** Rows this near belong to the text beside them; further off they would be blocks, and blocks in rows a table. */
const mostStep: Em = 1.4;

/** Lines of body type with more white than this between them are not one block to poppler. */
const leastParting: Em = 0.47;

/** Gives the empty rows in all columns but below the last text of the page. */
export function whiteRows({ frames, blockSize }: PageLayout): readonly WhiteRow[] {
  const rows: WhiteRow[] = [];
  let column: { inline: Em; end: Em } | null = null;
  for (const { rect, lines } of frames) {
    for (const line of lines) {
      const { start, end } = extentOf(rect.block, line);
      if (column === null || start < column.end - line.size) {
        if (column !== null) rows.push(...rowsBetween(column.inline, column.end, blockSize));
        column = { inline: rect.inline, end: 0 };
      }
      rows.push(...rowsBetween(column.inline, column.end, start));
      column.end = end;
    }
  }
  return rows;
}

/** Gives rows between lines of body type that follow each other in a tier. */
export function rowsWithinBody({ frames }: PageLayout): readonly WhiteRow[] {
  const rows: WhiteRow[] = [];
  let last: { inline: Em; end: Em } | null = null;
  for (const { rect, lines } of frames) {
    for (const line of lines) {
      const { start, end } = extentOf(rect.block, line);
      const isBody = Math.abs(line.size - 1) < 0.05;
      if (isBody && last !== null && start - last.end > leastParting) {
        rows.push(...rowsBetween(last.inline, last.end, start, leastParting));
      }
      last = isBody ? { inline: rect.inline, end } : null;
    }
  }
  return rows;
}

function extentOf(block: Em, line: SetLine): { readonly start: Em; readonly end: Em } {
  const start = block + line.block + (line.blockSize - line.size) / 2;
  return { start, end: start + line.size };
}

function rowsBetween(inline: Em, from: Em, to: Em, least = leastWhite): readonly WhiteRow[] {
  const white = to - from;
  if (white < least) return [];
  const count = Math.ceil(white / mostStep);
  const step = white / count;
  return Array.from({ length: count }, (_, at) => ({ inline, block: from + at * step + (step - 1) / 2 }));
}
