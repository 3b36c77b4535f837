// What a page made up as a whole is to poppler before anything parts it: frames of lines, and the unseen words put between.
// Lengths in points as poppler sees them: x to the right, y downwards from the page's head.
import type { Direction } from './page-geometry';
import { emBoxCentre } from './pdf-font';
import type { SeenLine } from './seen-block';
import { extentOf } from './reach';
import type { ShownLine } from './text-object';

/** A frame of a page, as poppler sees it. */
export type SeenFrame = {
  readonly top: number;
  readonly bottom: number;
  /** How far to the left it reaches. */
  readonly left: number;
  /** Where the rightmost and the leftmost of its lines have their right edges. */
  readonly right: number;
  readonly lastRight: number;
  /** What poppler takes for blocks in it: lines of one size that stand near each other. */
  readonly blocks: readonly SeenPiece[];
};

/** A block of a frame. */
export type SeenPiece = { readonly top: number; readonly bottom: number; readonly right: number };

/**
 * A word of two spaces on `base`; upside down it starts at its right end. A stop stands upright in a vertical line, its
 * left edge at `left`, and ends a little below `base`.
 */
export type SpaceWord = {
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly isTurned: boolean;
  readonly isStop?: boolean;
};

/** Gives the word as a line of the model's. */
export function wordLine({ left, right, base, size, isTurned, isStop }: SpaceWord): SeenLine {
  return isStop === true
    ? { start: base - size, end: base + size / 2, base: left, size }
    : { start: left, end: right, base, size, isTurned };
}

/** Gives a line of text as poppler sees it on a page so many points high; null for one without text. */
export function seenLine(line: ShownLine, height: number): SeenLine | null {
  const extent = extentOf(line);
  if (extent === null) return null;
  const { origin, size, direction } = line;
  const head = direction === 'vertical' ? height : 0;
  const base = direction === 'vertical' ? origin.x : height - origin.y + (emBoxCentre / 1000) * size;
  return { start: head + extent.start, end: head + extent.end, base, size };
}

/** Gives the frame that lines stand in; null for none. */
export function seenFrame(lines: readonly SeenLine[], direction: Direction): SeenFrame | null {
  if (lines.length === 0) return null;
  const starts = Math.min(...lines.map(({ start }) => start));
  const ends = Math.max(...lines.map(({ end }) => end));
  if (direction === 'horizontal') {
    const top = Math.min(...lines.map(({ base, size }) => base - 0.88 * size));
    const bottom = Math.max(...lines.map(({ base, size }) => base + 0.12 * size));
    return { top, bottom, left: starts, right: ends, lastRight: ends, blocks: [] };
  }
  const rights = lines.map(({ base, size }) => base + size);
  return {
    top: starts,
    bottom: ends,
    left: Math.min(...lines.map(({ base }) => base)),
    right: Math.max(...rights),
    lastRight: Math.min(...rights),
    blocks: verticalBlocks(lines),
  };
}

/** Whether the second of two vertical lines goes on in the first one's block, by their sizes and middle axes. */
export function goesOn(
  one: { readonly size: number; readonly axis: number },
  next: { readonly size: number; readonly axis: number },
): boolean {
  return Math.abs(one.size - next.size) < 0.05 * one.size && one.axis - next.axis <= 1.5 * next.size;
}

function verticalBlocks(lines: readonly SeenLine[]): readonly SeenPiece[] {
  const blocks: { top: number; bottom: number; right: number; size: number; axis: number }[] = [];
  for (const { start, end, base, size } of lines) {
    const open = blocks.at(-1);
    if (open !== undefined && goesOn(open, { size, axis: base })) {
      open.top = Math.min(open.top, start);
      open.bottom = Math.max(open.bottom, end);
      open.axis = base;
    } else blocks.push({ top: start, bottom: end, right: base + size, size, axis: base });
  }
  return blocks;
}

type Edge = Exclude<keyof SeenFrame, 'blocks'>;

/** Gives the least place at which one of the frames has this edge. */
export function leastOf(frames: readonly SeenFrame[], edge: Edge): number {
  return Math.min(...frames.map((frame) => frame[edge]));
}

/** Gives the greatest place at which one of the frames has this edge. */
export function mostOf(frames: readonly SeenFrame[], edge: Edge): number {
  return Math.max(...frames.map((frame) => frame[edge]));
}
