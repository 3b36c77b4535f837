// Keeps blocks of vertical text from looking like a table. poppler joins lines that lie near one another to blocks; four blocks
// in two columns whose edges or middles agree it reads row by row. So no two blocks that follow each other in a tier may
// agree in their start, their end or their middle along the line: where they would, one is drawn out by unseen spaces,
// into the margin or the white between tiers.
import { extentOf, startOf, withReach, type Reaches, type TierLine } from './reach';
import { settleOrder, type Stretch } from './settle-order';
import type { ShownLine } from './text-object';

type Block = {
  readonly tier: number;
  readonly size: number;
  readonly lines: ShownLine[];
  /** On the line's axis, in points from the page's edge where lines start. */
  start: number;
  end: number;
  /** Across it, where the last line stands. */
  last: number;
};

/** Where the text of a tier may start and end on the line's axis, in points from the page's edge where lines start. */
export type Room = {
  /** No earlier than this, and no later. */
  readonly earliest: number;
  readonly latest: number;
  readonly end: number;
  /** Whether blocks that follow each other must not agree. */
  readonly isParted: boolean;
};

/** Lines further apart than this, in em, are blocks of their own; so are lines whose sizes differ by a twentieth. */
const mostPitch = 1.5;

/** Edges agree when they are no further apart, in em of the smaller block: poppler's own measure with a little more. */
const agreement = 0.56;

/** The grid on which places are tried, in em of the block's size. */
const step = 0.1;

/**
 * Gives the lines to draw out. `lines` are all of a page's, tier by tier and in order within each; `height` is the
 * page's, in points; `check` is called again and again, and what it throws is thrown on.
 */
export function partBlocks(
  lines: readonly TierLine[],
  roomOf: (tier: number, size: number, largest: number) => Room,
  height: number,
  check: () => void,
): Reaches {
  let reaches: Reaches = new Map();
  const largest = Math.max(...lines.map(({ line }) => line.size));
  let previous: Block | null = null;
  for (const { tier, line } of lines) {
    const { latest } = roomOf(tier, line.size, largest);
    if ((extentOf(line)?.start ?? -Infinity) > latest) {
      reaches = withReach(reaches, line, { before: latest - startOf(line) });
    }
  }
  const stretches: Stretch[] = [];
  for (const block of blocksOf(lines)) {
    const room = roomOf(block.tier, block.size, largest);
    stretches.push(stretchOf(block, room));
    reaches = drawOut(block, previous?.tier === block.tier ? previous : null, room, reaches);
    previous = block;
  }
  return settleOrder(lines, stretches, reaches, height, check);
}

function stretchOf({ size, lines, start, end }: Block, room: Room): Stretch {
  const places = { start: Math.min(start, room.latest), end };
  return {
    size,
    lines,
    first: extreme(lines, (line) => -(extentOf(line)?.start ?? Infinity)),
    last: extreme(lines, (line) => extentOf(line)?.end ?? -Infinity),
    ...places,
    earliest: Math.min(room.earliest, places.start),
    latest: Math.max(room.end, places.end),
  };
}

function extreme(lines: readonly ShownLine[], measure: (line: ShownLine) => number): ShownLine {
  return lines.reduce((most, line) => (measure(line) > measure(most) ? line : most));
}

function blocksOf(lines: readonly TierLine[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { tier, line } of lines) {
    const extent = extentOf(line);
    if (extent === null) continue;
    const across = -line.origin.x;
    const open = blocks.at(-1);
    if (
      open === undefined ||
      open.tier !== tier ||
      Math.abs(line.size - open.size) > 0.05 * open.size ||
      across - open.last > mostPitch * open.size
    ) {
      blocks.push({ tier, size: line.size, lines: [line], ...extent, last: across });
      continue;
    }
    open.lines.push(line);
    open.start = Math.min(open.start, extent.start);
    open.end = Math.max(open.end, extent.end);
    open.last = across;
  }
  return blocks;
}

/** Draws a block out by as little as brings it to its place and parts it from the one before. */
function drawOut(block: Block, previous: Block | null, room: Room, reaches: Reaches): Reaches {
  const isParted = previous !== null && room.isParted;
  const apart = isParted ? agreement * Math.min(block.size, previous.size) : 0;
  const unit = step * block.size;
  const least = { start: Math.min(block.start, room.latest), end: block.end };
  let best = { cost: Infinity, ...least };
  for (let { start } = least; start === least.start || start >= room.earliest; start -= unit) {
    for (let { end } = least; end === least.end || end <= room.end; end += unit) {
      const agreeing = isParted ? Math.max(0, apart - nearest(previous, start, end)) : 0;
      const cost = least.start - start + (end - least.end) + agreeing * 100;
      if (cost < best.cost) best = { cost, start, end };
    }
  }
  let drawn = reaches;
  if (best.start < block.start) {
    const line = extreme(block.lines, (other) => -(extentOf(other)?.start ?? Infinity));
    drawn = withReach(drawn, line, { before: best.start - startOf(line) });
  }
  if (best.end > block.end) {
    const line = extreme(block.lines, (other) => extentOf(other)?.end ?? -Infinity);
    drawn = withReach(drawn, line, { behind: best.end - startOf(line) });
  }
  block.start = best.start;
  block.end = best.end;
  return drawn;
}

/** The least distance between two blocks in their starts, ends or middles. */
function nearest(one: Block, start: number, end: number): number {
  const distances = [one.start - start, one.end - end, (one.start + one.end - start - end) / 2];
  return Math.min(...distances.map(Math.abs));
}
