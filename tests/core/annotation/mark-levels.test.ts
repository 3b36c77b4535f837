// Marks that share text are drawn apart, in the same way on screen and on paper.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelMarks } from '../../../src-core/annotation/mark-levels';
import { markStyles } from '../../../src-core/annotation/palette';
import type { MarkStyle } from '../../../src-core/annotation/annotation';

type Span = readonly [start: number, end: number];

function marksOf(...marks: readonly (readonly [MarkStyle, ...Span[]])[]) {
  return marks.map(([style, ...spans]) => ({
    style,
    created: '',
    ranges: spans.map(([start, end]) => ({ start, end })),
  }));
}

function levels(...marks: readonly (readonly [MarkStyle, ...Span[]])[]) {
  return levelMarks(marksOf(...marks)).map((pieces) =>
    pieces.map(({ level }) => [level.vertical, level.horizontal]),
  );
}

test('each of the styles on one passage stands where it stands alone; in 横排 signs stand outside of lines', () => {
  const span: Span = [0, 4];
  expect(
    levels(['highlight', span], ['underline', span], ['emphasis', span], ['strike', span], ['box', span]),
  ).toEqual([[[0, 0]], [[0, 0]], [[0, 1]], [[0, 0]], [[0, 0]]]);
});

test('a free level is used again, and a sign beside no line stands at the text', () => {
  expect(
    levels(['underline', [0, 10]], ['underline', [5, 8]], ['wavy', [9, 12]], ['emphasis', [20, 22]]),
  ).toEqual([[[0, 0]], [[1, 1]], [[1, 1]], [[0, 0]]]);
});

test('of marks that begin together the longer one lies beneath, whichever was made first', () => {
  expect(levels(['underline', [0, 4]], ['underline', [0, 9]])).toEqual([[[1, 1]], [[0, 0]]]);
});

describe('whatever marks there are', () => {
  const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({
    start,
    end: start + length,
  }));
  const marks = fc.array(
    fc.record({
      style: fc.constantFrom(...markStyles),
      created: fc.constantFrom('1', '2'),
      ranges: fc.array(span, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 14 },
  );
  const sides: readonly (readonly MarkStyle[])[] = [
    ['highlight'],
    ['underline', 'wavy'],
    ['emphasis', 'circle'],
    ['strike'],
    ['box'],
  ];

  test('no two that overlap in one place have the same level', () => {
    fc.assert(
      fc.property(marks, (made) => {
        const leveled = levelMarks(made).flatMap((pieces, mark) =>
          pieces.map((piece, at) => ({ ...piece, ...made[mark], range: made[mark]?.ranges[at] })),
        );
        for (const direction of ['vertical', 'horizontal'] as const) {
          for (const one of leveled) {
            for (const other of leveled) {
              if (one === other || one.range === undefined || other.range === undefined) continue;
              const overlap = one.range.start < other.range.end && other.range.start < one.range.end;
              const isUnder = (style: MarkStyle | undefined): boolean =>
                style !== undefined && ['underline', 'wavy', 'emphasis', 'circle'].includes(style);
              const sameSide =
                direction === 'horizontal' && isUnder(one.style)
                  ? isUnder(other.style)
                  : sides.some((side) => [one, other].every(({ style }) => style && side.includes(style)));
              if (overlap && sameSide) expect(one.level[direction]).not.toBe(other.level[direction]);
            }
          }
        }
      }),
    );
  });
});
