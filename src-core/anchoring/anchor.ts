// Finds the passage that selectors describe in a text which may have been corrected since: first where it stood, then
// where the same words stand in the same surroundings, then where most of both is left. A position is believed only
// when the quote agrees with it; a place among several that are as good is not believed at all. What cannot be placed
// is an orphan: it keeps its words and its old place, and the reader is shown where it may belong.
import type { TextRange } from '../text/offsets';
import { likelyPlaces, type LikelyPlace } from './likely-places';
import type { Selectors, TextQuoteSelector } from './selector';

/** Where a mark stands now, how that was found, and how sure it is, from 0 to 1; null for an orphan. */
export type Anchor = {
  readonly range: TextRange;
  readonly found: 'position' | 'quote' | 'approximate';
  readonly confidence: number;
} | null;

/** How much must agree for a corrected passage to be followed, in all and of its own words. */
const leastConfidence = 0.62;
const leastAgreement = 0.5;

/** How much surer than any other place one must be. */
const leastLead = 0.12;

/** Words as long as this are believed wherever they stand once; shorter ones may be a set phrase, and want their surroundings. */
const tellingLength = 48;
const leastContext = 0.25;
const leastLooseContext = 0.45;

/** Finds the range, in UTF-16 code units, which the selectors describe. */
export function anchorSelectors(text: string, selectors: Selectors): Anchor {
  const { position, quote } = selectors;
  const { start, end } = position;
  if (quote.exact === '') return null;
  if (text.slice(start, end) === quote.exact) {
    return { range: { start, end }, found: 'position', confidence: 1 };
  }
  const exact = exactPlaces(text, quote);
  const [best, second] = exact;
  if (best !== undefined) {
    const isTelling = best.context >= leastContext || quote.exact.length >= tellingLength;
    // Two places that are as good: to take either would be a guess.
    if (second !== undefined && best.context - second.context < leastLead) return null;
    if (isTelling) return { range: best.range, found: 'quote', confidence: 0.7 + 0.3 * best.context };
  }
  return sureEnough(
    likelyPlaces(text, selectors),
    quote.exact.length >= tellingLength ? 0 : leastLooseContext,
  );
}

/** Gives where an orphan may belong, the surest first, for the reader to choose from. */
export function proposePlaces(text: string, selectors: Selectors): readonly LikelyPlace[] {
  const exact = exactPlaces(text, selectors.quote)
    .slice(0, mostProposals)
    .map(({ range, context }) => ({ range, confidence: 0.7 + 0.3 * context, agreement: 1, context }));
  const likely = likelyPlaces(text, selectors).filter(
    ({ range, confidence }) =>
      confidence >= leastProposed &&
      exact.every((other) => other.range.end <= range.start || other.range.start >= range.end),
  );
  return [...exact, ...likely].sort((a, b) => b.confidence - a.confidence).slice(0, mostProposals);
}

const mostProposals = 4;
const leastProposed = 0.3;

/** Gives every range where a quote stands exactly, in order; overlapping ones too. An empty quote stands nowhere. */
export function findQuote(text: string, quote: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  if (quote === '') return ranges;
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    ranges.push({ start, end: start + quote.length });
  }
  return ranges;
}

type ExactPlace = { readonly range: TextRange; readonly context: number };

/** The places of the exact words, those whose surroundings agree best first; `context` is from 0 to 1. */
function exactPlaces(text: string, quote: TextQuoteSelector): readonly ExactPlace[] {
  const length = quote.prefix.length + quote.suffix.length;
  return findQuote(text, quote.exact)
    .map((range) => {
      const shared =
        sharedEnd(text.slice(Math.max(0, range.start - quote.prefix.length), range.start), quote.prefix) +
        sharedStart(text.slice(range.end, range.end + quote.suffix.length), quote.suffix);
      return { range, context: length === 0 ? 1 : shared / length };
    })
    .sort((a, b) => b.context - a.context);
}

function sureEnough(places: readonly LikelyPlace[], leastAround: number): Anchor {
  const [best, second] = places;
  if (best === undefined || best.confidence < leastConfidence) return null;
  if (best.agreement < leastAgreement || best.context < leastAround) return null;
  if (second !== undefined && best.confidence - second.confidence < leastLead) return null;
  return { range: best.range, found: 'approximate', confidence: best.confidence };
}

function sharedEnd(before: string, prefix: string): number {
  let length = 0;
  while (
    length < prefix.length &&
    length < before.length &&
    before[before.length - 1 - length] === prefix[prefix.length - 1 - length]
  ) {
    length++;
  }
  return length;
}

function sharedStart(after: string, suffix: string): number {
  let length = 0;
  while (length < suffix.length && length < after.length && after[length] === suffix[length]) length++;
  return length;
}
