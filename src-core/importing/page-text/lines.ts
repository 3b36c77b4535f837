// First pass: the text as printed lines, each with its place in the source. Line ends of every kind are taken, mixed as
// they come; characters that leave no trace on paper are dropped from the lines and listed.
import { countCells, countCharacters, invisiblePattern, isWhite } from '../../text/han';
import { sliceSpan, trimSpan, type SourceSpan } from '../../text/source-span';
import type { CodeUnits, TextRange } from '../../text/offsets';
import type { ParseLimits } from '../format';

export type Line = SourceSpan & {
  /** Cells of white space before the first character: two for an ideographic space, one for others. */
  readonly indent: number;
  /** Length in characters. */
  readonly characters: number;
  /** Length in half-width cells. */
  readonly cells: number;
  /** How many empty lines stand above. */
  readonly blankAbove: number;
  /** The white space that ended the line, kept for words that are set apart by it. */
  readonly lineBreak: TextRange;
};

export type PrintedLines = {
  /** The lines that have text. */
  readonly lines: readonly Line[];
  readonly dropped: readonly TextRange[];
  /** Where reading stopped: the text's length, unless a limit was reached. */
  readonly end: CodeUnits;
};

/** Splits a text into its printed lines as far as the limits allow. */
export function readLines(text: string, limits: ParseLimits): PrintedLines {
  const end = Math.min(text.length, limits.characters);
  const lines: Line[] = [];
  const dropped: TextRange[] = [];
  let blankAbove = 0;
  let start = 0;
  while (start < end && lines.length < limits.lines) {
    let stop = start;
    while (stop < end && !isLineEnd(text.charCodeAt(stop))) stop++;
    const next = text.startsWith('\r\n', stop) ? stop + 2 : stop + 1;
    const whole = visibleSpan(text, { start, end: stop }, dropped);
    const trimmed = trimSpan(whole);
    if (trimmed.text === '') blankAbove++;
    else {
      lines.push({
        ...trimmed,
        indent: indentOf(whole.text),
        characters: countCharacters(trimmed.text),
        cells: countCells(trimmed.text),
        blankAbove,
        lineBreak: { start: next - 1, end: next },
      });
      blankAbove = 0;
    }
    start = next;
  }
  return { lines, dropped, end: Math.min(start, end) };
}

function isLineEnd(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

function visibleSpan(text: string, range: TextRange, dropped: TextRange[]): SourceSpan {
  const whole = { text: text.slice(range.start, range.end), ranges: [range] };
  if (whole.text.search(invisiblePattern) < 0) return whole;
  const parts: SourceSpan[] = [];
  let at = 0;
  for (const match of whole.text.matchAll(invisiblePattern)) {
    parts.push(sliceSpan(whole, at, match.index));
    at = match.index + match[0].length;
    dropped.push({ start: range.start + match.index, end: range.start + at });
  }
  parts.push(sliceSpan(whole, at));
  return {
    text: parts.map((part) => part.text).join(''),
    ranges: parts.flatMap((part) => (part.text === '' ? [] : part.ranges)),
  };
}

function indentOf(text: string): number {
  let cells = 0;
  for (const character of text) {
    if (!isWhite(character)) break;
    cells += character === '\u3000' || character === '\t' ? 2 : 1;
  }
  return cells;
}
