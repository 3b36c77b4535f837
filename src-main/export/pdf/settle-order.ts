// Proves a page by the model of poppler before it is written. Where the model reads it in a wrong order, the blocks it
// takes for a table are drawn out further, each by as little as will do, until the order is right.
import type { Direction } from './page-geometry';
import { emBoxCentre } from './pdf-font';
import { popplerOrder, type SeenLine, type SeenOrder } from './poppler-order';
import { extentOf, startOf, withReach, type Reaches, type TierLine } from './reach';
import type { ShownLine } from './text-object';

/** A block that may be drawn out. Lengths on the line's axis in points, from the page's edge where lines start. */
export type Stretch = {
  readonly size: number;
  readonly lines: readonly ShownLine[];
  /** The lines in which it starts and ends. */
  readonly first: ShownLine;
  readonly last: ShownLine;
  readonly start: number;
  readonly end: number;
  /** How far it may be drawn out. */
  readonly earliest: number;
  readonly latest: number;
};

type Proof = {
  readonly faults: number;
  /** What may be drawn out to mend it. */
  readonly suspects: readonly Stretch[];
};

/** Places are tried on a grid of so many em. */
const step = 0.25;

/** Where edges all but touch, rounding may decide; the order must stand either way. Points. */
const slack = 0.02;

/** So many lines of a block are drawn out alone for trial. */
const mostAlone = 6;

/** A page that is not right after so many changes is left as it is. */
const mostChanges = 12;

/**
 * Gives reaches with which a page is read in the order of `lines`, as near to those given as can be found. `height` is
 * the page's, in points.
 */
export function settleOrder(
  lines: readonly TierLine[],
  stretches: readonly Stretch[],
  reaches: Reaches,
  height: number,
): Reaches {
  const prove = (tried: Reaches): Proof => proofOf(lines, stretches, tried, height);
  let settled = reaches;
  let proof = prove(settled);
  for (let change = 0; change < mostChanges && proof.faults > 0; change++) {
    const better = improve(settled, proof, prove);
    if (better === null) break;
    settled = better;
    proof = prove(settled);
  }
  return settled;
}

/** Gives the best change of one block, or null where none makes the page better. */
function improve(
  reaches: Reaches,
  { faults, suspects }: Proof,
  prove: (tried: Reaches) => Proof,
): Reaches | null {
  let best: { readonly tried: Reaches; readonly faults: number; readonly cost: number } | null = null;
  for (const { tried, cost } of suspects.flatMap((suspect) => changesOf(reaches, suspect))) {
    if (best !== null && best.faults === 0 && cost >= best.cost) continue;
    const left = prove(tried).faults;
    if (left >= faults) continue;
    if (best === null || left < best.faults || (left === best.faults && cost < best.cost)) {
      best = { tried, faults: left, cost };
    }
  }
  return best?.tried ?? null;
}

type Change = { readonly tried: Reaches; readonly cost: number };

function changesOf(reaches: Reaches, stretch: Stretch): readonly Change[] {
  const { first, last, start, end } = stretch;
  return placesOf(start, stretch.earliest, stretch.size).flatMap((from) =>
    placesOf(end, stretch.latest, stretch.size).map((to) => ({
      tried: withReach(
        withReach(reaches, first, {
          before: from < (extentOf(first)?.start ?? -Infinity) ? from - startOf(first) : null,
        }),
        last,
        { behind: to > end ? to - startOf(last) : null },
      ),
      cost: start - from + (to - end),
    })),
  );
}

function placesOf(from: number, to: number, size: number): readonly number[] {
  const unit = Math.sign(to - from) * step * size;
  return unit === 0
    ? [from]
    : Array.from({ length: Math.floor((to - from) / unit) + 1 }, (_, at) => from + at * unit);
}

function proofOf(
  lines: readonly TierLine[],
  stretches: readonly Stretch[],
  reaches: Reaches,
  height: number,
): Proof {
  const direction = lines[0]?.line.direction ?? 'vertical';
  const suspects = new Set<ShownLine>();
  const strays = new Set<ShownLine>();
  let faults = 0;
  for (const growth of [0, slack, -slack]) {
    const seen = lines.flatMap((tierLine) => {
      const view = seenLine(tierLine.line, reaches, height, growth);
      return view === null ? [] : [{ ...tierLine, view }];
    });
    const order = popplerOrder(
      seen.map(({ view }) => view),
      direction,
    );
    const wrong = misplaced(order, (index) => seen[index]?.isText === true);
    faults += wrong.length;
    if (wrong.length === 0) continue;
    const addLine = (to: Set<ShownLine>, index: number): void => {
      const line = seen[index]?.line;
      if (line !== undefined) to.add(line);
    };
    const tables = order.tables.flat().flatMap((block) => block.lines);
    for (const index of [...wrong, ...tables]) addLine(suspects, index);
    // A line out of place may be the one that came too late, or the one before it that came too early.
    for (const index of wrong.flatMap((at) => [at - 1, at, at + 1])) addLine(strays, index);
  }
  return {
    faults,
    suspects: stretches.flatMap((stretch) => [
      ...(stretch.lines.some((line) => suspects.has(line)) ? [stretch] : []),
      ...linesAlone(stretch, strays),
    ]),
  };
}

/** Lines of a block that may be drawn out for themselves, so that their neighbours meet them. */
function linesAlone(stretch: Stretch, strays: ReadonlySet<ShownLine>): readonly Stretch[] {
  if (stretch.lines.length === 1) return [];
  const found = stretch.lines.filter((line) => strays.has(line)).slice(-mostAlone);
  return found.flatMap((line) => {
    const extent = extentOf(line);
    return extent === null ? [] : [{ ...stretch, ...extent, lines: [line], first: line, last: line }];
  });
}

/** Gives the lines of text before which, as poppler has it, one comes that should come later. */
function misplaced({ blocks }: SeenOrder, isText: (index: number) => boolean): readonly number[] {
  let furthest = -1;
  return blocks
    .flatMap((block) => block.lines)
    .filter(isText)
    .filter((index) => {
      const isEarlier = index < furthest;
      furthest = Math.max(furthest, index);
      return isEarlier;
    });
}

function seenLine(line: ShownLine, reaches: Reaches, height: number, growth: number): SeenLine | null {
  const extent = extentOf(line);
  if (extent === null) return null;
  const { before = null, behind = null } = reaches.get(line) ?? {};
  const origin = startOf(line);
  const start = before === null ? extent.start : Math.min(extent.start, origin + before);
  const end = behind === null ? extent.end : Math.max(extent.end, origin + behind);
  // In 竖排 lines start at the page's head, from which poppler counts as well.
  const head = line.direction === 'vertical' ? height : 0;
  return {
    start: head + start - growth,
    end: head + end + growth,
    base: baseOf(line, line.direction, height),
    size: line.size + growth,
  };
}

function baseOf({ origin, size }: ShownLine, direction: Direction, height: number): number {
  return direction === 'vertical' ? origin.x : height - origin.y + (emBoxCentre / 1000) * size;
}
