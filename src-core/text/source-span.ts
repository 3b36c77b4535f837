// A piece of text that knows where in its source every character came from. A line joined from two columns has two
// ranges. The ranges' lengths always add up to the text's length, and the characters are the same but for white space,
// so that a range of the text can be carried back to the source.
import { isWhite } from './han';
import type { CodeUnits, TextRange } from './offsets';

export type SourceSpan = {
  readonly text: string;
  /** Where the text stands in its source, in reading order; together as long as the text. */
  readonly ranges: readonly TextRange[];
};

/** The part of a span between two offsets of its own text. */
export function sliceSpan(span: SourceSpan, start: CodeUnits, end: CodeUnits = span.text.length): SourceSpan {
  if (start <= 0 && end >= span.text.length) return span;
  const ranges: TextRange[] = [];
  let at = 0;
  for (const range of span.ranges) {
    const length = range.end - range.start;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    if (from < to) ranges.push({ start: range.start + from, end: range.start + to });
    at += length;
    if (at >= end) break;
  }
  return { text: span.text.slice(Math.max(start, 0), end), ranges };
}

/** Spans set one after the other without anything between them. */
export function joinSpans(spans: readonly SourceSpan[]): SourceSpan {
  const only = spans[0];
  if (spans.length === 1 && only !== undefined) return only;
  return { text: spans.map((span) => span.text).join(''), ranges: spans.flatMap((span) => span.ranges) };
}

/** The span without white space at its ends. */
export function trimSpan(span: SourceSpan): SourceSpan {
  let start = 0;
  let end = span.text.length;
  while (start < end && isWhite(span.text.charAt(start))) start++;
  while (end > start && isWhite(span.text.charAt(end - 1))) end--;
  return sliceSpan(span, start, end);
}
