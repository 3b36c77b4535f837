import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeHeadNotes } from '../../src-renderer/reader/place-head-notes';

test('puts each note above its column, and beside another that stands there', () => {
  expect(
    placeHeadNotes([
      { block: 0, size: 1 },
      { block: 0, size: 2 },
      { block: 10, size: 1 },
    ]),
  ).toEqual([
    { block: 0, size: 1 },
    { block: 1.4, size: 2 },
    { block: 10, size: 1 },
  ]);
});

test('leaves out notes that would stand far from their column', () => {
  const crowd = Array.from({ length: 10 }, () => ({ block: 3, size: 2 }));
  const places = placeHeadNotes(crowd);
  expect(places.filter((place) => place !== null)).toHaveLength(3);
  expect(placeHeadNotes([...crowd, { block: 40, size: 1 }]).at(-1)).toEqual({ block: 40, size: 1 });
});

test('never lets two notes overlap, nor stand before their column or far behind it', () => {
  const notes = fc
    .array(
      fc.record({
        block: fc.double({ min: 0, max: 60, noNaN: true }),
        size: fc.double({ min: 1, max: 5, noNaN: true }),
      }),
    )
    .map((list) => list.toSorted((a, b) => a.block - b.block));
  fc.assert(
    fc.property(notes, (list) => {
      let end = -Infinity;
      placeHeadNotes(list).forEach((place, at) => {
        if (place === null) return;
        expect(place.block).toBeGreaterThanOrEqual(Math.max(end, list[at]?.block ?? 0));
        expect(place.block - (list[at]?.block ?? 0)).toBeLessThanOrEqual(5);
        end = place.block + place.size;
      });
    }),
  );
});
