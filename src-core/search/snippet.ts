// The words around a hit, for a list of hits.
import { toCharacterEnd, toCharacterStart, type TextRange } from '../text/offsets';

/** How many code units are shown on either side. */
const context = 24;

export type Snippet = { readonly before: string; readonly hit: string; readonly after: string };

/** Gives a hit with what stands around it on one line; an ellipsis tells where the text goes on. */
export function snippetOf(text: string, range: TextRange): Snippet {
  const start = toCharacterStart(text, Math.max(0, range.start - context));
  const end = toCharacterEnd(text, Math.min(text.length, range.end + context));
  const oneLine = (part: string): string => part.replace(/\s*\n\s*/gu, ' ');
  return {
    before: `${start > 0 ? '…' : ''}${oneLine(text.slice(start, range.start))}`,
    hit: oneLine(text.slice(range.start, range.end)),
    after: `${oneLine(text.slice(range.end, end))}${end < text.length ? '…' : ''}`,
  };
}
