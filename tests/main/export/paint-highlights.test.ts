// Where highlights overlap on paper, each place has the product of all colours that lie on it, and no other.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlay, type ColoredArea } from '../../../src-main/export/pdf/paint-highlights';

const side = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 4 }));
const part = fc.constantFrom(0.5, 0.75, 1);
const areas = fc.array(
  fc
    .tuple(side, side, fc.tuple(part, part, part))
    .map(([[left, width], [bottom, height], color]): ColoredArea => ({
      rect: { left, right: left + width, bottom, top: bottom + height },
      color,
    })),
  { maxLength: 7 },
);

it('has the product of all colours at every place', () => {
  fc.assert(
    fc.property(areas, (given) => {
      const painted = overlay(given);
      for (let x = 0.5; x < 12; x++) {
        for (let y = 0.5; y < 12; y++) {
          const lying = (all: readonly ColoredArea[]): readonly ColoredArea[] =>
            all.filter(({ rect }) => rect.left < x && x < rect.right && rect.bottom < y && y < rect.top);
          const wanted = lying(given).reduce<readonly number[]>(
            (color, area) => color.map((value, at) => value * (area.color[at] ?? 0)),
            [1, 1, 1],
          );
          expect(lying(painted).at(-1)?.color ?? [1, 1, 1]).toEqual(wanted);
        }
      }
    }),
  );
});

it('stays one area for many marks on the same words', () => {
  const rect = { left: 0, right: 4, bottom: 0, top: 1 };
  const color = [0.9, 0.9, 0.9] as const;
  expect(overlay(Array.from({ length: 200 }, () => ({ rect, color })))).toHaveLength(1);
});
