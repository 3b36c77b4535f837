// Proves a page by the model of poppler before it is written. Where the model reads it in a wrong order, the blocks it
// takes for a table are drawn out further, each by as little as will do, until the order is right.
import type { Direction } from './page-geometry';
import { emBoxCentre } from './pdf-font';
import { popplerOrder, type SeenOrder } from './poppler-order';
import type { SeenLine } from './seen-block';
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

/** How many lines are read out of order: on the page as it is, and in all proofs of it together. */
type Faults = { readonly asIs: number; readonly all: number };

type Proof = {
  readonly faults: Faults;
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
const mostChanges = 24;

/** So many changes are tried before the best of them is taken, and so many in all for one page. */
const trialsForOne = 300;
const trialsForPage = 6000;

/**
 * Gives reaches with which a page is read in the order of `lines`, as near to those given as can be found. `height` is
 * the page's, in points. `check` is called before each trial; what it throws is thrown on.
 */
export function settleOrder(
  lines: readonly TierLine[],
  stretches: readonly Stretch[],
  reaches: Reaches,
  height: number,
  check: () => void,
): Reaches {
  const page = measurePage(lines, stretches, height);
  const trials = { left: trialsForPage, check };
  let settled = reaches;
  for (let change = 0; change < mostChanges; change++) {
    const proof = proofOf(page, settled);
    if (proof.faults.all === 0) break;
    const better = improve(page, settled, proof, trials);
    if (better === null) break;
    settled = better;
  }
  return settled;
}

/** Gives a change of one block that makes the page better, the smallest first; null where none is found. */
function improve(
  page: MeasuredPage,
  reaches: Reaches,
  { faults, suspects }: Proof,
  trials: { left: number; readonly check: () => void },
): Reaches | null {
  const changes = suspects.flatMap((suspect) => changesOf(reaches, suspect));
  changes.sort((one, other) => one.cost - other.cost);
  let best: { readonly tried: Reaches; readonly faults: Faults } | null = null;
  for (const [at, { make }] of changes.entries()) {
    if (trials.left-- <= 0 || (at >= trialsForOne && best !== null)) break;
    trials.check();
    const tried = make();
    const fewer = fewerFaults(page, tried, best?.faults ?? faults);
    if (fewer !== null) best = { tried, faults: fewer };
    if (fewer?.all === 0) break;
  }
  return best?.tried ?? null;
}

/** A change is made only when it is tried: most never are. */
type Change = { readonly make: () => Reaches; readonly cost: number };

function changesOf(reaches: Reaches, stretch: Stretch): readonly Change[] {
  const { first, last, start, end } = stretch;
  const firstStart = extentOf(first)?.start ?? -Infinity;
  return placesOf(start, stretch.earliest, stretch.size).flatMap((from) =>
    placesOf(end, stretch.latest, stretch.size).map((to) => ({
      make: () =>
        withReach(
          withReach(reaches, first, { before: from < firstStart ? from - startOf(first) : null }),
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

/** A line with all that does not change while the page is settled. */
type MeasuredLine = {
  readonly line: ShownLine;
  readonly isText: boolean;
  /** From where its own measure is counted, and where it starts and ends. */
  readonly origin: number;
  readonly start: number;
  readonly end: number;
  readonly base: number;
};

type MeasuredPage = {
  readonly direction: Direction;
  readonly lines: readonly MeasuredLine[];
  readonly stretches: readonly Stretch[];
  /** In 竖排 lines start at the page's head, from which poppler counts as well. */
  readonly head: number;
};

function measurePage(
  lines: readonly TierLine[],
  stretches: readonly Stretch[],
  height: number,
): MeasuredPage {
  const direction = lines[0]?.line.direction ?? 'vertical';
  const measured = lines.flatMap(({ line, isText }): readonly MeasuredLine[] => {
    const extent = extentOf(line);
    return extent === null
      ? []
      : [{ line, isText, origin: startOf(line), ...extent, base: baseOf(line, direction, height) }];
  });
  return { direction, lines: measured, stretches, head: direction === 'vertical' ? height : 0 };
}

/** The page is proved as it is, and with all type a little larger and a little smaller. */
const growths = [0, slack, -slack];

/** Gives the page's faults where they are fewer than `most`, else null; most changes are found to be none by one proof. */
function fewerFaults(page: MeasuredPage, reaches: Reaches, most: Faults): Faults | null {
  const [asIs = 0, ...others] = growths;
  const first = misplaced(orderOf(page, reaches, asIs), page).length;
  if (first > 0 && first >= most.asIs) return null;
  let all = first;
  for (const growth of others) {
    all += misplaced(orderOf(page, reaches, growth), page).length;
    if (all >= most.all) return null;
  }
  return { asIs: first, all };
}

function proofOf(page: MeasuredPage, reaches: Reaches): Proof {
  const suspects = new Set<ShownLine>();
  const strays = new Set<ShownLine>();
  let all = 0;
  let asIs = 0;
  for (const growth of growths) {
    const order = orderOf(page, reaches, growth);
    const wrong = misplaced(order, page);
    if (growth === 0) asIs = wrong.length;
    all += wrong.length;
    if (wrong.length === 0) continue;
    const addLine = (to: Set<ShownLine>, index: number): void => {
      const line = page.lines[index]?.line;
      if (line !== undefined) to.add(line);
    };
    const tables = order.tables.flat().flatMap((block) => block.lines);
    for (const index of [...wrong, ...tables]) addLine(suspects, index);
    // A line out of place may be the one that came too late, or the one before it that came too early.
    for (const index of wrong.flatMap((at) => [at - 1, at, at + 1])) addLine(strays, index);
  }
  return {
    faults: { asIs, all },
    suspects: page.stretches.flatMap((stretch) => [
      ...(stretch.lines.some((line) => suspects.has(line)) ? [stretch] : []),
      ...linesAlone(stretch, strays),
    ]),
  };
}

function orderOf({ lines, direction, head }: MeasuredPage, reaches: Reaches, growth: number): SeenOrder {
  const seen = lines.map(({ line, origin, start, end, base }): SeenLine => {
    const reach = reaches.get(line);
    const before = reach?.before ?? null;
    const behind = reach?.behind ?? null;
    return {
      start: head + (before === null ? start : Math.min(start, origin + before)) - growth,
      end: head + (behind === null ? end : Math.max(end, origin + behind)) + growth,
      base,
      size: line.size + growth,
    };
  });
  return popplerOrder(seen, direction);
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
function misplaced({ blocks }: SeenOrder, { lines }: MeasuredPage): readonly number[] {
  let furthest = -1;
  const wrong: number[] = [];
  for (const block of blocks) {
    for (const index of block.lines) {
      if (lines[index]?.isText !== true) continue;
      if (index < furthest) wrong.push(index);
      else furthest = index;
    }
  }
  return wrong;
}

function baseOf({ origin, size }: ShownLine, direction: Direction, height: number): number {
  return direction === 'vertical' ? origin.x : height - origin.y + (emBoxCentre / 1000) * size;
}
