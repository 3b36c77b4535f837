// Describes a range of text by the selectors that will find it again.
import { toCharacterEnd, toCharacterStart, type TextRange } from '../text/offsets';
import type { Selectors } from './selector';

/** How much text on either side of a passage its quote keeps, in UTF-16 code units. */
const contextLength = 32;

/**
 * Gives the selectors of a range of an article's canonical text; offsets in UTF-16 code units. A range that cuts a
 * surrogate pair is widened to the whole character.
 */
export function describeRange(text: string, range: TextRange): Selectors {
  const start = toCharacterStart(text, range.start);
  const end = toCharacterEnd(text, range.end);
  return {
    position: { type: 'TextPositionSelector', start, end },
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(toCharacterStart(text, Math.max(0, start - contextLength)), start),
      suffix: text.slice(end, toCharacterEnd(text, Math.min(text.length, end + contextLength))),
    },
  };
}
