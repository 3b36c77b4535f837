// Finds a passage by its words, as a person or a script gives them: white space may differ from the text's (a quote
// copied from a page has line breaks of its own), and words before or after may tell one place from another.
import type { TextRange } from '../text/offsets';
import { findQuote } from './anchor';

export type Passage = {
  readonly quote: string;
  /** What stands directly before and after it, white space aside. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
};

/** Gives every range (UTF-16 code units, end exclusive) where the passage stands, in order. */
export function findPassage(text: string, passage: Passage): readonly TextRange[] {
  const exact = findQuote(text, passage.quote);
  const ranges = exact.length > 0 ? exact : findIgnoringSpace(text, passage.quote);
  const prefix = withoutSpace(passage.prefix ?? '');
  const suffix = withoutSpace(passage.suffix ?? '');
  return ranges.filter(
    (range) =>
      withoutSpace(text.slice(Math.max(0, range.start - 2 * prefix.length - 64), range.start)).endsWith(
        prefix,
      ) && withoutSpace(text.slice(range.end, range.end + 2 * suffix.length + 64)).startsWith(suffix),
  );
}

function findIgnoringSpace(text: string, quote: string): readonly TextRange[] {
  const offsets: number[] = [];
  let compact = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    if (/\s/u.test(unit)) continue;
    offsets.push(index);
    compact += unit;
  }
  return findQuote(compact, withoutSpace(quote)).flatMap((range) => {
    const start = offsets[range.start];
    const last = offsets[range.end - 1];
    return start === undefined || last === undefined ? [] : [{ start, end: last + 1 }];
  });
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
