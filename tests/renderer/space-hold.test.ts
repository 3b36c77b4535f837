import { expect, test } from 'vitest';
import { drawsWithSpace, holdSpace, releaseSpace } from '../../src-renderer/reader/space-hold';

test('the space bar turns the pane on which it went down, and no other, beside which pane it is let go first', () => {
  const [first, second] = [{}, {}];
  expect(holdSpace(second)).toBe(true);
  expect(holdSpace(second)).toBe(false);
  expect(releaseSpace(first)).toBe(false);
  expect(releaseSpace(second)).toBe(true);
  expect(releaseSpace(second)).toBe(false);
});

test('the space bar turns nothing once the page was drawn with it', () => {
  const pane = {};
  expect(drawsWithSpace()).toBe(false);
  holdSpace(pane);
  expect(drawsWithSpace()).toBe(true);
  expect(releaseSpace(pane)).toBe(false);
  expect(drawsWithSpace()).toBe(false);
});
