import { describe, expect, test } from 'vitest';
import { partInView } from '../../src-renderer/miniature/map-sheets';

const view = { x: 100, y: 50, width: 400, height: 300 };

describe('the part of the sheets in sight', () => {
  test('is all of them where they are smaller than the view', () => {
    expect(partInView(view, { x: 150, y: 60, width: 200, height: 200 })).toEqual({
      x: 0,
      y: 0,
      width: 1,
      height: 1,
    });
  });

  test('is told from their own upper left corner, however far they are moved', () => {
    expect(partInView(view, { x: -700, y: -250, width: 1600, height: 1200 })).toEqual({
      x: 0.5,
      y: 0.25,
      width: 0.25,
      height: 0.25,
    });
  });
});
