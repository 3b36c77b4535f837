// Tiers 段: how the page is parted along the inline axis, and how a galley is parted over the tiers.
import type { GalleyLine } from './galley';
import type { Em } from './model';
import type { PageSpec } from './page-spec';

export type TierGrid = {
  readonly count: number;
  /** Characters in a line of body text. */
  readonly measure: number;
  /** White between two tiers; what is left of the page goes to it. */
  readonly gap: Em;
};

/** Chooses as many tiers as bring the measure nearest to the middle of what is asked. */
export function chooseTiers(spec: PageSpec): TierGrid {
  const { min, max } = spec.measure;
  const ideal = (min + max) / 2;
  let best: { grid: TierGrid; cost: number } | undefined;
  const most = Math.max(1, Math.floor((spec.inlineSize + spec.tierGap) / (min + spec.tierGap)));
  for (let count = 1; count <= most; count++) {
    const room = Math.floor((spec.inlineSize - (count - 1) * spec.tierGap) / count + 1e-9);
    const measure = Math.max(1, Math.min(max, room));
    const left = Math.max(0, spec.inlineSize - count * measure - (count - 1) * spec.tierGap);
    const gap = count === 1 ? 0 : spec.tierGap + Math.min(left / (count - 1), spec.tierGap);
    const cost = Math.abs(measure - ideal) + Math.max(0, left - count) * 2;
    if (best === undefined || cost <= best.cost) best = { grid: { count, measure, gap }, cost };
  }
  return best?.grid ?? { count: 1, measure: Math.max(1, Math.floor(spec.inlineSize)), gap: 0 };
}

/** The inline size of a span of tiers with the gaps between them. */
export function spanSize(grid: TierGrid, tiers: number): Em {
  return tiers * grid.measure + (tiers - 1) * grid.gap;
}

/** Where a tier begins. */
export function tierStart(grid: TierGrid, tier: number): Em {
  return tier * (grid.measure + grid.gap);
}

/** A tier with the lines from `from` to before `to`, which begin at a row of it; at the first where it is left out. */
export type FilledTier = {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly row?: number;
};

export type Filling = {
  readonly tiers: readonly FilledTier[];
  /** The first line that found no place. */
  readonly next: number;
};

/** Fills tiers of `rows` rows one after the other. */
export function fillTiers(lines: readonly FillingLine[], from: number, rows: number, tiers: number): Filling {
  const filled: { from: number; to: number; rows: number }[] = [];
  let next = from;
  for (let tier = 0; tier < tiers && next < lines.length; tier++) {
    const start = next;
    let used = 0;
    let line = lines[next];
    while (line !== undefined && used + line.rows <= rows) {
      used += line.rows;
      line = lines[++next];
    }
    if (next < lines.length) {
      const full = next;
      while (next > start && lines[next - 1]?.keepsNext === true) next--;
      if (next === start) next = Math.max(full, start + 1);
    }
    filled.push({ from: start, to: next, rows: rowsOf(lines, start, next) });
  }
  return { tiers: filled, next };
}

/** Parts all lines from `from` over the tiers so that these are as short as they can be, and alike but for a row. */
export function balanceTiers(lines: readonly FillingLine[], from: number, tiers: number): Filling {
  const rowsBefore: number[] = [0];
  for (let at = from; at < lines.length; at++)
    rowsBefore.push((rowsBefore.at(-1) ?? 0) + (lines[at]?.rows ?? 0));
  const rowsIn = (start: number, end: number): number =>
    (rowsBefore[end - from] ?? 0) - (rowsBefore[start - from] ?? 0);

  type Parting = { readonly ends: readonly number[]; readonly longest: number; readonly shortest: number };
  const known = new Map<number, Parting>();
  const part = (start: number, left: number): Parting => {
    const key = start * (tiers + 1) + left;
    let parting = known.get(key);
    if (parting === undefined) known.set(key, (parting = findParting(start, left)));
    return parting;
  };
  const findParting = (start: number, left: number): Parting => {
    const rest = rowsIn(start, lines.length);
    if (left === 1 || start === lines.length) {
      return { ends: [lines.length], longest: rest, shortest: rest };
    }
    const quota = Math.ceil(rest / left);
    let to = start + 1;
    while (to < lines.length && rowsIn(start, to + 1) <= quota) to++;
    let earlier = to;
    while (earlier > start && earlier < lines.length && lines[earlier - 1]?.keepsNext === true) earlier--;
    let later = to;
    while (later < lines.length && lines[later - 1]?.keepsNext === true) later++;
    let best: Parting | undefined;
    for (const end of new Set([earlier > start ? earlier : later, later])) {
      const rows = rowsIn(start, end);
      const others = part(end, left - 1);
      const longest = Math.max(rows, others.longest);
      const shortest = Math.min(rows, others.shortest);
      if (
        best === undefined ||
        longest < best.longest ||
        (longest === best.longest && shortest > best.shortest)
      ) {
        best = { ends: [end, ...others.ends], longest, shortest };
      }
    }
    return best ?? { ends: [lines.length], longest: rest, shortest: rest };
  };

  let start = from;
  const filled = part(from, tiers).ends.map((end) => {
    const tier = { from: start, to: end, rows: rowsIn(start, end) };
    start = end;
    return tier;
  });
  return { tiers: filled.filter((tier) => tier.to > tier.from), next: lines.length };
}

/** What is asked of a line to part a galley. */
type FillingLine = Pick<GalleyLine, 'rows' | 'keepsNext'>;

/** Parts lines over tiers by `fill`, the first of which begins with a headline of so many rows. */
export function fillBelow<L extends FillingLine>(
  lines: readonly L[],
  headRows: number,
  fill: (lines: readonly FillingLine[]) => Filling,
): Filling {
  const { tiers, next } = fill([{ rows: headRows, keepsNext: true }, ...lines]);
  return {
    tiers: tiers.map(({ from, to, rows }, at) =>
      at === 0
        ? { from: 0, to: to - 1, rows: rows - headRows, row: headRows }
        : { from: from - 1, to: to - 1, rows },
    ),
    next: next - 1,
  };
}

/** The rows of the longest tier. */
export function longestTier(filling: Filling): number {
  return filling.tiers.reduce((most, { rows, row = 0 }) => Math.max(most, row + rows), 0);
}

/** How many rows the lines from `from` to before `to` take. */
function rowsOf(lines: readonly FillingLine[], from: number, to: number): number {
  let rows = 0;
  for (let at = from; at < to; at++) rows += lines[at]?.rows ?? 0;
  return rows;
}
