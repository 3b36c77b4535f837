import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside, type Box } from '../../src-renderer/reader/place-beside';

const bounds = { x: 0, y: 44, width: 900, height: 556 };
const size = { width: 260, height: 64 };

const pieces = fc.array(
  fc.record({
    x: fc.integer({ min: -200, max: 1000 }),
    y: fc.integer({ min: -200, max: 700 }),
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 500 }),
  }),
  { minLength: 1, maxLength: 8 },
);

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}

test('never covers any of the passage and never leaves its bounds', () => {
  fc.assert(
    fc.property(pieces, (passage) => {
      const place = placeBeside(passage, size, bounds);
      if (place === null) return;
      const box = { ...place, ...size };
      expect(passage.filter((piece) => overlap(piece, bounds) && overlap(piece, box))).toEqual([]);
      expect(box.x).toBeGreaterThanOrEqual(bounds.x);
      expect(box.y).toBeGreaterThanOrEqual(bounds.y);
      expect(box.x + box.width).toBeLessThanOrEqual(bounds.x + bounds.width);
      expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height);
    }),
  );
});

test('stands under the last piece where there is room', () => {
  const column = { x: 400, y: 100, width: 24, height: 200 };
  expect(placeBeside([column], size, bounds)).toEqual({ x: 412 - 130, y: 308 });
});

test('stands over it at the lower edge', () => {
  const column = { x: 400, y: 300, width: 24, height: 300 };
  expect(placeBeside([column], size, bounds)).toEqual({ x: 412 - 130, y: 300 - 64 - 8 });
});

test('stands beside a column of full height', () => {
  const column = { x: 400, y: 44, width: 24, height: 556 };
  expect(placeBeside([column], size, bounds)).toMatchObject({ x: 400 - 260 - 8 });
});

test('finds no place when the passage fills the view, or is out of it', () => {
  expect(placeBeside([{ x: 0, y: 0, width: 900, height: 700 }], size, bounds)).toBeNull();
  expect(placeBeside([{ x: 0, y: 900, width: 50, height: 50 }], size, bounds)).toBeNull();
});
