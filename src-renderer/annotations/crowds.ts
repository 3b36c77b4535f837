// Where more marks lie over each other than can be drawn apart: a sign says how many there are.
import type { TextRange } from '../../src-core/text/offsets';
import { isDrawnApart } from '../../src-core/typesetting/mark-drawing';
import { marksAt, type PlacedMark } from './mark-ranges';

export type Crowd = {
  /** The character at which the sign stands: there the first one begins that is not drawn apart. */
  readonly offset: number;
  /** All marks over that character, the shortest first. */
  readonly marks: readonly PlacedMark[];
};

/** Gives the crowds among the marks of an article, those that share text as one. */
export function crowdsOf(
  marks: readonly PlacedMark[],
  direction: 'vertical' | 'horizontal',
): readonly Crowd[] {
  const beyond: TextRange[] = marks.flatMap(({ mark, pieces }) =>
    pieces.filter(({ level }) => !isDrawnApart(mark.style, level[direction])).map(({ range }) => range),
  );
  const crowds: Crowd[] = [];
  let end = -Infinity;
  for (const range of beyond.toSorted((a, b) => a.start - b.start)) {
    if (range.start >= end) crowds.push({ offset: range.start, marks: marksAt(marks, range.start) });
    end = Math.max(end, range.end);
  }
  return crowds;
}
