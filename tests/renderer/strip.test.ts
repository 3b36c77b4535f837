import { describe, expect, test } from 'vitest';
import { toBox, toPoint } from '../../src-renderer/reader/strip';
import { directions, setSample } from './layouts';

const element = { x: 40, y: 30, width: 900, height: 700 };
const rect = { inline: 3, block: 5, inlineSize: 4, blockSize: 1.5 };

describe.each(directions)('%s', (direction) => {
  test('leads from the strip to the window and back', () => {
    const { strip } = setSample(direction);
    const box = toBox(strip, rect, element);
    const start = direction === 'vertical' ? { x: box.x + box.width, y: box.y } : { x: box.x, y: box.y };
    const point = toPoint(strip, start.x, start.y, element);
    expect(point.inline).toBeCloseTo(rect.inline);
    expect(point.block).toBeCloseTo(rect.block);
  });
});

test('goes leftwards from the right edge in 竖排', () => {
  const strip = { direction: 'vertical', body: 10, marginInline: 1, marginBlock: 2 } as const;
  expect(toBox(strip, rect, element)).toEqual({ x: 940 - 70 - 15, y: 70, width: 15, height: 40 });
});

test('goes down from the upper edge in 横排', () => {
  const strip = { direction: 'horizontal', body: 10, marginInline: 1, marginBlock: 2 } as const;
  expect(toBox(strip, rect, element)).toEqual({ x: 80, y: 100, width: 40, height: 15 });
});
