import { expect, test } from 'vitest';
import { isSameValue } from '../../src-renderer/state/same-value';

test('data that read alike are the same, whatever the order of their keys', () => {
  const mark = { id: 'm1', tags: ['农业', '水利'], target: { start: 1, end: 4 }, removed: undefined };
  expect(isSameValue(mark, { target: { end: 4, start: 1 }, tags: ['农业', '水利'], id: 'm1' })).toBe(true);
});

test('data that differ anywhere are not', () => {
  const mark = { id: 'm1', tags: ['农业', '水利'], target: { start: 1, end: 4 } };
  for (const other of [
    { ...mark, id: 'm2' },
    { ...mark, tags: ['水利', '农业'] },
    { ...mark, tags: ['农业'] },
    { ...mark, target: { start: 1, end: 5 } },
    { ...mark, note: '' },
    { ...mark, tags: { 0: '农业', 1: '水利' } },
    undefined,
    null,
  ]) {
    expect(isSameValue(mark, other), JSON.stringify(other)).toBe(false);
    expect(isSameValue(other, mark), JSON.stringify(other)).toBe(false);
  }
});
