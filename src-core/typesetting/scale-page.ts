// A page in larger or smaller type: everything on it keeps its place among the rest.
import type { Em, Frame, PageLayout, Rect, SetLine } from './model';

/** Gives the page with all its lengths, type too, so many times as large, on a sheet of the given size. */
export function scalePage(
  page: PageLayout,
  factor: number,
  sheet: { readonly inlineSize: Em; readonly blockSize: Em },
): PageLayout {
  const scaled = <T extends { readonly rect: Rect }>(placed: T): T => ({
    ...placed,
    rect: scaleRect(placed.rect, factor),
  });
  return {
    inlineSize: sheet.inlineSize,
    blockSize: sheet.blockSize,
    frames: page.frames.map((frame): Frame => ({
      ...scaled(frame),
      lines: frame.lines.map((line) => scaleLine(line, factor)),
    })),
    rules: page.rules.map(scaled),
    furniture: page.furniture.map((piece) => ({ ...scaled(piece), size: piece.size * factor })),
  };
}

function scaleRect({ inline, block, inlineSize, blockSize }: Rect, factor: number): Rect {
  return {
    inline: inline * factor,
    block: block * factor,
    inlineSize: inlineSize * factor,
    blockSize: blockSize * factor,
  };
}

/** The cells of a line are in em of its size, and stay. */
function scaleLine(line: SetLine, factor: number): SetLine {
  return {
    ...line,
    block: line.block * factor,
    blockSize: line.blockSize * factor,
    inline: line.inline * factor,
    size: line.size * factor,
  };
}
