import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCharacterEnd, toCharacterStart, toCodePoints, toCodeUnits } from '../../../src-core/text/offsets';

describe('offsets', () => {
  it('count a rare character as one code point and two code units', () => {
    expect(toCodePoints('甲𦦙乙', 3)).toBe(2);
    expect(toCodeUnits('甲𦦙乙', 2)).toBe(3);
  });

  it('come back from code points to the same code unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, place) => {
        const offset = toCharacterStart(text, Math.min(place, text.length));
        expect(toCodeUnits(text, toCodePoints(text, offset))).toBe(offset);
      }),
    );
  });

  it('move out of a surrogate pair to its edges', () => {
    expect([toCharacterStart('𦦙', 1), toCharacterEnd('𦦙', 1)]).toEqual([0, 2]);
    expect([toCharacterStart('甲乙', 1), toCharacterEnd('甲乙', 1)]).toEqual([1, 1]);
  });
});
