// Where every pair of neighbouring characters stands in a text. A passage that was corrected still shares most of its
// pairs with the text; where many of them lie at the same distance, the passage is.
import type { CodeUnits } from '../text/offsets';

export type PairIndex = {
  readonly text: string;
  /** By pair: the offsets where it stands, in order. */
  readonly places: ReadonlyMap<number, readonly CodeUnits[]>;
};

/** Pairs that stand in more places than this tell too little of a place to be counted. */
const mostPlaces = 400;

/** Offsets that differ by less than this are one place: what was put in or taken out moves the rest a little. */
const bucket = 16;

let latest: PairIndex | null = null;

/** Indexes a text; asking again for the same text costs nothing. */
export function pairIndexOf(text: string): PairIndex {
  if (latest?.text === text) return latest;
  const places = new Map<number, CodeUnits[]>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = pairAt(text, at);
    const list = places.get(pair);
    if (list === undefined) places.set(pair, [at]);
    else if (list.length <= mostPlaces) list.push(at);
  }
  latest = { text, places };
  return latest;
}

/** Gives where a pattern may begin in the text, likeliest first; nearness to `near` decides between equals. */
export function likelyStarts(
  index: PairIndex,
  pattern: string,
  near: CodeUnits,
  limit: number,
): readonly CodeUnits[] {
  const votes = new Map<number, number>();
  for (let at = 0; at + 1 < pattern.length; at++) {
    const places = index.places.get(pairAt(pattern, at));
    if (places === undefined || places.length > mostPlaces) continue;
    for (const place of places) {
      const key = Math.floor((place - at) / bucket);
      votes.set(key, (votes.get(key) ?? 0) + 1);
    }
  }
  const scored = [...votes].map(([key, own]) => ({
    start: key * bucket,
    score: own + Math.max(votes.get(key - 1) ?? 0, votes.get(key + 1) ?? 0),
  }));
  scored.sort((a, b) => b.score - a.score || Math.abs(a.start - near) - Math.abs(b.start - near));
  const starts: CodeUnits[] = [];
  for (const { start } of scored) {
    if (starts.some((other) => Math.abs(other - start) <= 2 * bucket)) continue;
    starts.push(start);
    if (starts.length === limit) break;
  }
  return starts;
}

function pairAt(text: string, at: CodeUnits): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
