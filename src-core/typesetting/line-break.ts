// Where lines end. A line takes what fits; when the next place it may end at lies beyond the measure, its white space is
// shrunk to reach it (推入) before the line is ended early and stretched (推出): clreq, "line adjustment". Nothing
// here places a glyph; set-line.ts does, from the same spacing rules.
import type { Cluster } from './cluster';
import { explodeLatin, isDivisible } from './latin-run';
import type { Cell, Em } from './model';
import type { TypesettingStyle } from './page-spec';
import { setLine } from './set-line';
import { adjacentCut, autospaceLeast, gapBetween, isEaten, spaceSlack, tolerance } from './spacing';

export type BreakOptions = {
  /** The line's length in em of the type it is set in. */
  readonly measure: Em;
  /** White before the first line, and before the others. */
  readonly firstIndent: Em;
  readonly indent: Em;
  readonly region: TypesettingStyle['region'];
};

/** A line of a paragraph with its cells in place; `isLast` where the line need not fill the measure. */
export type BrokenLine = {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
  readonly isLast: boolean;
};

/** Breaks a paragraph's clusters into lines and sets each; every cluster stands in exactly one line. */
export function breakLines(clusters: readonly Cluster[], options: BreakOptions): readonly BrokenLine[] {
  let text = clusters;
  const lines: BrokenLine[] = [];
  let from = 0;
  while (from < text.length) {
    const indent = lines.length === 0 ? options.firstIndent : options.indent;
    const chosen = chooseEnd(text, from, options.measure - indent, options.region);
    if (chosen.kind === 'explode') {
      text = text.slice(from, chosen.at).concat(chosen.pieces, text.slice(chosen.at + 1));
      from = 0;
      continue;
    }
    const isLast = chosen.to === text.length || text[chosen.to - 1]?.isForcedEnd === true;
    const cells = setLine(text, from, chosen.to, { ...options, indent, mayStretch: !isLast });
    const first = cells[0];
    const last = cells.at(-1);
    if (first !== undefined && last !== undefined) {
      lines.push({ start: first.start, end: last.end, cells, isLast });
    }
    from = chosen.to;
  }
  return lines;
}

type LineEnd =
  | { readonly kind: 'break'; readonly to: number }
  | { readonly kind: 'explode'; readonly at: number; readonly pieces: readonly Cluster[] };

type Reach = {
  /** The last end within the measure, and what the line lacks there; -1 for none. */
  readonly within: number;
  readonly lack: Em;
  /** The first end beyond the measure that shrinking reaches, and how much it asks; -1 for none. */
  readonly beyond: number;
  readonly excess: Em;
  /** The first cluster that cannot be in the line, however it is shrunk. */
  readonly stopped: number;
};

/** Below this lack a line is stretched rather than shrunk: pulling a character in would show more. */
const slightLack: Em = 1 / 3;
/**
 * A line that would be stretched by more than this at every place parts a Latin run behind a hyphen; by more than the
 * other, anywhere in a word.
 */
const loose: Em = 1 / 2;
const veryLoose: Em = 1;

function chooseEnd(
  clusters: readonly Cluster[],
  from: number,
  measure: Em,
  region: TypesettingStyle['region'],
): LineEnd {
  const reach = measureReach(clusters, from, measure, region, mayBreakBetween);
  let to = reach.within;
  if (reach.beyond > 0 && (reach.within < 0 || reach.lack >= slightLack)) to = reach.beyond;
  if (to < 0) return emergencyEnd(clusters, from, measure, region, reach.stopped);
  if (to === clusters.length || clusters[to - 1]?.isForcedEnd === true) return { kind: 'break', to };
  if (to === reach.within) {
    const places = lastSolid(clusters, from, to) - from;
    const long = reach.lack > loose * places ? longLatinNear(clusters, from, to, reach.stopped) : null;
    if (long !== null && (reach.lack > veryLoose * places || isDivisible(clusters[long.at]?.text ?? ''))) {
      return long;
    }
  }
  return { kind: 'break', to: withoutOrphan(clusters, from, to, reach) };
}

/** Walks from `from` and finds the line ends around the measure. */
function measureReach(
  clusters: readonly Cluster[],
  from: number,
  measure: Em,
  region: TypesettingStyle['region'],
  mayBreak: (before: Cluster, after: Cluster) => boolean,
): Reach {
  const trimsEnd = region === 'GB';
  let width = 0;
  let slack = 0;
  let endWidth = 0;
  let endSlack = 0;
  let within = -1;
  let lack = 0;
  let previous: Cluster | undefined;
  for (let at = from; at < clusters.length; at++) {
    const cluster = clusters[at];
    if (cluster === undefined) break;
    if (cluster.kind === 'space') {
      if (previous !== undefined) {
        width += cluster.advance;
        slack += spaceSlack(cluster);
      }
    } else {
      if (previous === undefined) {
        if (cluster.kind === 'open') width -= cluster.lead;
      } else {
        const cut = adjacentCut(previous, cluster);
        const gap = gapBetween(previous, cluster);
        width += gap - cut;
        slack += previous.trail + cluster.lead - cut;
        if (gap > 0) slack += gap - autospaceLeast;
      }
      width += cluster.advance;
      endWidth = trimsEnd ? width - cluster.trail : width;
      endSlack = trimsEnd ? slack : slack + cluster.trail;
    }
    if (endWidth - endSlack > measure + tolerance)
      return { within, lack, beyond: -1, excess: 0, stopped: at };
    if (!isEaten(cluster) && (previous !== undefined || cluster.kind !== 'space')) previous = cluster;
    const after = clusters[at + 1];
    const before = isEaten(cluster) ? (previous ?? cluster) : cluster;
    if (after === undefined || cluster.isForcedEnd || mayBreak(before, after)) {
      if (endWidth > measure + tolerance) {
        return { within, lack, beyond: at + 1, excess: endWidth - measure, stopped: at + 1 };
      }
      within = at + 1;
      lack = measure - endWidth;
      if (cluster.isForcedEnd) return { within, lack, beyond: -1, excess: 0, stopped: at + 1 };
    }
  }
  return { within, lack, beyond: -1, excess: 0, stopped: clusters.length };
}

function mayBreakBetween(before: Cluster, after: Cluster): boolean {
  return !before.noEnd && !after.noStart && !after.glued;
}

/** The last cluster before `to` that is not white. */
function lastSolid(clusters: readonly Cluster[], from: number, to: number): number {
  let at = to - 1;
  while (at > from && clusters[at]?.kind === 'space') at--;
  return at;
}

type Explosion = Extract<LineEnd, { readonly kind: 'explode' }>;

/** Parts the Latin word at a place, its figures whole up to a length; null where there is none or nothing to part in it. */
function explosionAt(clusters: readonly Cluster[], at: number, mostFigure: Em): Explosion | null {
  const cluster = clusters[at];
  if (cluster?.kind !== 'latin' || cluster.text.length <= 1) return null;
  const pieces = explodeLatin(cluster, mostFigure);
  return pieces.length > 1 ? { kind: 'explode', at, pieces } : null;
}

/** The Latin word to be broken for a loose line: the one that did not fit, or else the last that did. A figure never is. */
function longLatinNear(
  clusters: readonly Cluster[],
  from: number,
  to: number,
  stopped: number,
): Explosion | null {
  let found: Explosion | null = null;
  for (let at = to; at <= stopped && found === null; at++) found = explosionAt(clusters, at, Infinity);
  for (let at = to - 1; at >= from && found === null; at--) found = explosionAt(clusters, at, Infinity);
  return found;
}

/**
 * Nothing may end the line within the measure: break a Latin word, else a figure that is too long together with what
 * holds to it, else set prohibitions aside, else overflow by one.
 */
function emergencyEnd(
  clusters: readonly Cluster[],
  from: number,
  measure: Em,
  region: TypesettingStyle['region'],
  stopped: number,
): LineEnd {
  for (const mostFigure of [measure, 0]) {
    for (let at = Math.min(stopped, clusters.length - 1); at >= from; at--) {
      const explosion = explosionAt(clusters, at, mostFigure);
      if (explosion !== null) return explosion;
    }
  }
  const unglued = measureReach(
    clusters,
    from,
    measure,
    region,
    (_, after) => !after.glued && after.kind !== 'space',
  );
  if (unglued.within > 0) return { kind: 'break', to: unglued.within };
  const any = measureReach(clusters, from, measure, region, () => true);
  return { kind: 'break', to: Math.max(any.within, from + 1) };
}

/** Moves an end so that the paragraph's last line has more than one character (clreq, "orphans"), where it can. */
function withoutOrphan(clusters: readonly Cluster[], from: number, to: number, reach: Reach): number {
  if (clusters.length - to > 6 || charactersFrom(clusters, to) > 1) return to;
  if (reach.beyond === clusters.length) return reach.beyond;
  for (let earlier = to - 1; earlier > from + (to - from) / 2; earlier--) {
    const before = clusters[earlier - 1];
    const after = clusters[earlier];
    if (before === undefined || after === undefined) return to;
    if (mayBreakBetween(before, after) && charactersFrom(clusters, earlier) > 1) {
      const given = clusters.slice(earlier, to).reduce((sum, cluster) => sum + cluster.advance, 0);
      return reach.lack + given <= loose * (earlier - from - 1) ? earlier : to;
    }
  }
  return to;
}

/** How many characters other than marks follow, as far as two. */
function charactersFrom(clusters: readonly Cluster[], from: number): number {
  let count = 0;
  for (let at = from; at < clusters.length && count < 2; at++) {
    const cluster = clusters[at];
    if (cluster?.kind === 'han' || cluster?.kind === 'combine') count += 1;
    else if (cluster?.kind === 'latin' || cluster?.kind === 'pair') count += cluster.advance >= 2 ? 2 : 1;
  }
  return count;
}
