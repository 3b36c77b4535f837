import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookletSides } from '../../../src-main/export/pdf/booklet';

describe('bookletSides', () => {
  it('lays eight pages on two sheets, bound at the left where lines run across', () => {
    expect(bookletSides(8, 'horizontal')).toEqual([
      [7, 0],
      [1, 6],
      [5, 2],
      [3, 4],
    ]);
  });

  it('is bound at the right in 竖排, and leaves room free behind the last page', () => {
    expect(bookletSides(6, 'vertical')).toEqual([
      [0, null],
      [null, 1],
      [2, 5],
      [4, 3],
    ]);
  });

  it('prints every page once, and page beside page as they are read when the sheets are folded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('vertical', 'horizontal'),
        (pages, direction) => {
          const sides = bookletSides(pages, direction);
          const printed = sides.flat().filter((page) => page !== null);
          expect([...printed].sort((one, other) => one - other)).toEqual(
            Array.from({ length: pages }, (_, at) => at),
          );
          expect(sides.length % 2).toBe(0);
          const room = sides.length * 2;
          for (const [left, right] of sides) {
            if (left !== null && right !== null) expect(left + right).toBe(room - 1);
          }
        },
      ),
    );
  });
});
