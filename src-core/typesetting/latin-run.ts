// Proportional type among Han characters: a run lies on its side in 竖排, but figures and short words stand upright in a cell
// (直排内横排).
import type { BlockRole } from '../publication/issue';
import type { Cluster, ClusterStyle } from './cluster';
import type { Em } from './model';
import { tolerance } from './spacing';

/** What is still large enough to read within one cell; 12.6 and 1.25 would be half as large as the text, and lie on their side. */
const figure = /^(?:\d{1,3}|\d\.\d|\d{1,2}°)$/;
const shortMixture = /^(?:[A-Za-z]|[A-Za-z0-9]\d|\d[A-Za-z]|[A-Z]\+|[A-Z]\d{2})$/;
const leadingPunctuation = /^[([{"']+/;
const trailingPunctuation = /[)\]},.:;!?"']+$/;

/** Adds the clusters of the run from `start` to `end`. */
export function pushLatinRun(
  clusters: Cluster[],
  text: string,
  start: number,
  end: number,
  role: BlockRole,
  style: ClusterStyle,
  context: { readonly mayStandUpright: boolean; readonly isGlued: boolean },
): void {
  const run = text.slice(start, end);
  if (style.direction === 'horizontal') {
    clusters.push(latinCluster(run, start, role, style, context.isGlued));
    return;
  }
  const head = leadingPunctuation.exec(run)?.[0].length ?? 0;
  const tail = run.length - (trailingPunctuation.exec(run.slice(head))?.[0].length ?? 0);
  const core = run.slice(head, tail);
  const upright = uprightPieces(core, style, context.mayStandUpright);
  if (upright.length === 0) {
    clusters.push(latinCluster(run, start, role, style, context.isGlued));
    return;
  }
  let offset = start;
  if (head > 0) {
    clusters.push(latinCluster(run.slice(0, head), start, role, style, context.isGlued));
    offset += head;
  }
  for (const piece of upright) {
    const width = style.latinAdvance(piece);
    clusters.push({
      ...latinCluster(piece, offset, role, style, offset > start || context.isGlued),
      kind: 'combine',
      paint: 'combine',
      advance: 1,
      scale: width > 1 ? 1 / width : 1,
      stops: undefined,
    });
    offset += piece.length;
  }
  if (tail < run.length) clusters.push(latinCluster(run.slice(tail), offset, role, style, true));
}

/** How a run is parted into upright cells in 竖排 (直排内横排); empty where it lies on its side. */
function uprightPieces(core: string, style: ClusterStyle, mayStandUpright: boolean): readonly string[] {
  // With its sign a figure would be too small to read: the sign has a cell of its own.
  const percent = /^(\d{1,3}|\d\.\d)%$/.exec(core);
  if (percent !== null) return [percent[1] ?? core, '%'];
  if (figure.test(core)) return [core];
  if (/^\d{4}$/.test(core)) {
    if (style.fourDigits === 'rotate') return [];
    return style.fourDigits === 'combine' ? [core] : [...core];
  }
  if (!mayStandUpright) return [];
  if (shortMixture.test(core)) return [core];
  return /^[A-Z]{2,4}$/.test(core) && style.acronyms !== 'rotate' ? [...core] : [];
}

function latinCluster(
  run: string,
  start: number,
  role: BlockRole,
  style: ClusterStyle,
  glued: boolean,
): Cluster {
  const stops = stopsOf(run, style);
  const basic = style.prohibition !== 'none';
  return {
    start,
    end: start + run.length,
    text: run,
    kind: 'latin',
    paint: 'rotate',
    advance: stops.at(-1) ?? 0,
    lead: 0,
    trail: 0,
    scale: 1,
    noStart: basic && /^[)\]},.:;!?%°′″]/.test(run),
    noEnd: basic && /[([{]$/.test(run),
    glued,
    isForcedEnd: false,
    role,
    display: undefined,
    stops,
    shift: undefined,
    title: undefined,
  };
}

/** Where each code unit of a run ends. There is no kerning, so a run is as wide as its characters together. */
function stopsOf(run: string, style: ClusterStyle): readonly Em[] {
  const stops: Em[] = [];
  let position = 0;
  for (const character of run) {
    position += style.latinAdvance(character);
    for (let unit = 0; unit < character.length; unit++) stops.push(position);
  }
  return stops;
}

/** Behind these a run may be parted, as addresses and telephone numbers are; not 8:30, 1/3 or 12.50. */
const divisions = /(?:[-@_&=?]|(?<!\d)[/.:]|[/.:](?!\d))+(?=[^-/@._:&=?])/g;
const figures = /\d+(?:[.,:/]\d+)*/g;

/** Whether a run can be parted behind a hyphen or the like, as addresses and telephone numbers are. */
export function isDivisible(run: string): boolean {
  return run.search(divisions) > 0;
}

/**
 * Parts a run of proportional type for a measure that cannot hold or fill with the whole: behind its hyphens and the
 * like, or where it has none, into letters. A figure no longer than `mostFigure` stays whole; where nothing else is
 * in the run, so does the run.
 */
export function explodeLatin(cluster: Cluster, mostFigure: Em): readonly Cluster[] {
  const run = cluster.text;
  if (!isDivisible(run)) return partedAt(cluster, letterEnds(run, keptFigures(cluster, mostFigure)));
  const pieces = [...run.matchAll(divisions)].map((match) => match.index + match[0].length);
  return partedAt(cluster, pieces.at(-1) === run.length ? pieces : [...pieces, run.length]);
}

/** The places within the figures of a run that are no longer than so much. */
function keptFigures({ text, stops }: Cluster, most: Em): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { 0: figure, index } of text.matchAll(figures)) {
    const end = index + figure.length;
    const length = (stops?.[end - 1] ?? 0) - (index > 0 ? (stops?.[index - 1] ?? 0) : 0);
    if (length > most + tolerance) continue;
    for (let at = index + 1; at < end; at++) places.add(at);
  }
  return places;
}

/** Parts a run into its letters, for a line that holds nothing but pieces of it: white between letters shows least. */
export function lettersOfLatin(cluster: Cluster): readonly Cluster[] {
  return cluster.kind === 'latin' ? partedAt(cluster, letterEnds(cluster.text)) : [cluster];
}

function partedAt(cluster: Cluster, ends: readonly number[]): readonly Cluster[] {
  return ends.map((to, at) => {
    const from = ends[at - 1] ?? 0;
    const before = cluster.stops?.[from - 1] ?? 0;
    const stops = (cluster.stops ?? []).slice(from, to).map((stop) => stop - before);
    return {
      ...cluster,
      start: cluster.start + from,
      end: cluster.start + to,
      text: cluster.text.slice(from, to),
      advance: stops.at(-1) ?? 0,
      noStart: from === 0 && cluster.noStart,
      noEnd: to === cluster.text.length && cluster.noEnd,
      glued: from === 0 && cluster.glued,
      stops,
    };
  });
}

const nowhere: ReadonlySet<number> = new Set();

function letterEnds(run: string, kept = nowhere): number[] {
  const ends: number[] = [];
  let end = 0;
  for (const letter of run) {
    end += letter.length;
    if (!kept.has(end)) ends.push(end);
  }
  return ends;
}
