// The passages of a mark. Most marks have one; several separate passages of an article can be one mark, and read
// 「一处……又一处」 then.
import { anchorSelectors } from '../anchoring/anchor';
import { describeRange } from '../anchoring/describe-range';
import type { Selectors } from '../anchoring/selector';
import { toCharacterEnd, toCharacterStart, type TextRange } from '../text/offsets';
import type { Annotation, Target } from './annotation';

/** Stands between the passages of one mark where they are read as one quotation (GB/T 15834 4.11.3.2). */
export const ellipsis = '……';

/** Gives all passages of a target, in the order of the text. */
export function passagesOf({ position, quote, more }: Target): readonly Selectors[] {
  return [{ position, quote }, ...(more ?? [])];
}

/** The words of a mark: its passages with 「……」 between them; of a note on a whole article or issue, the headline. */
export function quoteOf({ target }: Pick<Annotation, 'target'>): string {
  return passagesOf(target)
    .map(({ quote }) => quote.exact)
    .join(ellipsis);
}

/**
 * Describes ranges of an article's canonical text (UTF-16 code units, end exclusive) as one target: in the order of the
 * text, ranges that overlap or touch as one. Null where there is no range, or more than a mark can have.
 */
export function describePassages(text: string, ranges: readonly TextRange[]): Target | null {
  // Whole characters first: what is widened to one may come to touch its neighbour.
  const whole = ranges
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({ start: toCharacterStart(text, start), end: toCharacterEnd(text, end) }));
  const [first, ...more] = joinRanges(whole).map((range) => describeRange(text, range));
  if (first === undefined || more.length > mostFurther) return null;
  return more.length === 0 ? first : { ...first, more };
}

/** As many further passages as the schema of a target allows. */
const mostFurther = 99;

/** Gives ranges in order, those that overlap or touch as one; empty ones are left out. */
export function joinRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const joined: TextRange[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start >= end) continue;
    const last = joined.at(-1);
    if (last === undefined || start > last.end) joined.push({ start, end });
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return joined;
}

/**
 * Where a mark stands now: the ranges of those of its passages that were found, in order, and how sure the least sure of
 * them is, from 0 to 1. A mark that has lost a passage is not sure at all (0), but stands where the others are.
 */
export type TargetAnchor = {
  readonly ranges: readonly [TextRange, ...TextRange[]];
  readonly confidence: number;
};

/** Finds the passages of a target in a text that may have been corrected since; null where none is found. */
export function anchorTarget(text: string, target: Target): TargetAnchor | null {
  const anchors = passagesOf(target).map((selectors) => anchorSelectors(text, selectors));
  const found = anchors.filter((anchor) => anchor !== null);
  const [first, ...more] = joinRanges(found.map(({ range }) => range));
  if (first === undefined) return null;
  const least = Math.min(...found.map(({ confidence }) => confidence));
  return { ranges: [first, ...more], confidence: found.length < anchors.length ? 0 : least };
}
