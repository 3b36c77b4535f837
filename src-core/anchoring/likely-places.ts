// Where a passage may stand in a text that was corrected since it was marked. Each place comes with how sure it is: how
// much of the passage and of what stood around it is still there. What is sure enough to follow, and what is only to be
// proposed to the reader, is decided elsewhere.
import { toCharacterEnd, toCharacterStart, type CodeUnits, type TextRange } from '../text/offsets';
import { align } from './align';
import { likelyStarts, pairIndexOf, type PairIndex } from './pair-index';
import type { Selectors } from './selector';

export type LikelyPlace = {
  readonly range: TextRange;
  /** From 0 to 1: how much of the passage with its surroundings agrees. */
  readonly confidence: number;
  /** From 0 to 1: how much of the passage's own words agrees. */
  readonly agreement: number;
  /** From 0 to 1: how much of what stood around it agrees. */
  readonly context: number;
};

/** Longer passages are found by their ends, so that the work does not grow with the square of their length. */
const longest = 320;
const endLength = 160;

/** How many places are looked at closely. */
const mostPlaces = 4;

/** How much the passage's own words count against what stands around them. */
const ownWeight = 0.65;

/** Gives the places where a passage may stand, the surest first; never more than four. */
export function likelyPlaces(text: string, { position, quote }: Selectors): readonly LikelyPlace[] {
  const index = pairIndexOf(text);
  const { exact, prefix, suffix } = quote;
  const places =
    exact.length <= longest
      ? placesOf(index, prefix, exact, suffix, position.start)
      : placesByEnds(index, prefix, exact, suffix, position.start);
  return withoutRepeats(
    places.filter(({ range }) => range.start < range.end).sort((a, b) => b.confidence - a.confidence),
  );
}

function placesOf(
  index: PairIndex,
  prefix: string,
  exact: string,
  suffix: string,
  near: CodeUnits,
): readonly LikelyPlace[] {
  const { text } = index;
  const pattern = prefix + exact + suffix;
  const slack = 24 + Math.ceil(pattern.length / 4);
  return likelyStarts(index, pattern, near - prefix.length, mostPlaces).map((start) => {
    const from = Math.max(0, start - slack);
    const to = Math.min(text.length, start + pattern.length + slack);
    const { before, after, kept } = align(pattern, text, from, to);
    const first = prefix.length;
    const last = prefix.length + exact.length - 1;
    const range = {
      start: toCharacterStart(text, before[first] ?? 0),
      end: toCharacterEnd(text, after[last] ?? 0),
    };
    const own = count(kept, first, last + 1);
    const around = count(kept, 0, first) + count(kept, last + 1, pattern.length);
    const agreement = own / Math.max(exact.length, range.end - range.start);
    const surroundings = prefix.length + suffix.length;
    const weight = surroundings === 0 ? 1 : ownWeight;
    const context = surroundings === 0 ? 1 : around / surroundings;
    return { range, confidence: weight * agreement + (1 - weight) * context, agreement, context };
  });
}

/** The passage from where its first words stand to where its last ones do. */
function placesByEnds(
  index: PairIndex,
  prefix: string,
  exact: string,
  suffix: string,
  near: CodeUnits,
): readonly LikelyPlace[] {
  const heads = placesOf(index, prefix, exact.slice(0, endLength), '', near);
  const tails = placesOf(index, '', exact.slice(-endLength), suffix, near + exact.length - endLength);
  const pairs = pairsOf(exact);
  return heads.flatMap((head) =>
    tails.flatMap((tail) => {
      const range = { start: head.range.start, end: tail.range.end };
      const length = range.end - range.start;
      if (length < exact.length / 2 || length > exact.length * 2) return [];
      const agreement = sharedPairs(pairs, index.text.slice(range.start, range.end));
      const ends = (head.confidence + tail.confidence) / 2;
      const context = (head.context + tail.context) / 2;
      return [{ range, agreement, context, confidence: (ends + agreement) / 2 }];
    }),
  );
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** How many of the pairs stand in a text, from 0 to 1, of all in either (Dice). */
function sharedPairs(pairs: ReadonlyMap<string, number>, text: string): number {
  const others = pairsOf(text);
  let shared = 0;
  let total = Math.max(0, text.length - 1);
  for (const [pair, times] of pairs) {
    shared += Math.min(times, others.get(pair) ?? 0);
    total += times;
  }
  return total === 0 ? 0 : (2 * shared) / total;
}

function count(kept: Uint8Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) total += kept[at] ?? 0;
  return total;
}

function withoutRepeats(places: readonly LikelyPlace[]): readonly LikelyPlace[] {
  const distinct: LikelyPlace[] = [];
  for (const place of places) {
    const isKnown = distinct.some(
      ({ range }) => range.start < place.range.end && place.range.start < range.end,
    );
    if (!isKnown) distinct.push(place);
  }
  return distinct.slice(0, mostPlaces);
}
