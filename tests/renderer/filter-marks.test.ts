import { expect, test } from 'vitest';
import { countTags, filterMarks, isFiltering, noFilter } from '../../src-renderer/annotations/filter-marks';
import { placeMarks } from '../../src-renderer/annotations/mark-ranges';
import { issue } from './layouts';
import { buildMark, toAnnotations } from './marks';

const { placed } = placeMarks(
  issue,
  toAnnotations(
    buildMark('plain', [10, 20]),
    buildMark('noted', [30, 40], { color: 'rouge', note: '与去年 GDP 不同', tags: ['数字待核'] }),
    buildMark('tagged', [50, 60], { color: 'rouge', tags: ['数字待核', '生态'] }),
    buildMark('whole', [0, 9], { scope: 'issue', author: '王老师', note: '總論生態' }),
    buildMark('wavy', [70, 80], { style: 'wavy', color: 'rouge', author: '王老师', note: '生态' }),
  ),
);

function shown(filter: Partial<typeof noFilter>): readonly string[] {
  return filterMarks(placed, { ...noFilter, ...filter }).map(({ mark }) => mark.annotationId);
}

test('shows all marks without a filter', () => {
  expect(shown({})).toEqual(['whole', 'plain', 'noted', 'tagged', 'wavy']);
  expect(isFiltering(noFilter)).toBe(false);
});

test('filters by colour and tag together', () => {
  expect(shown({ color: 'rouge', tag: '生态' })).toEqual(['tagged']);
});

test('filters by style, which a note on the whole issue has none of', () => {
  expect(shown({ style: 'wavy' })).toEqual(['wavy']);
  expect(shown({ style: 'highlight' })).toEqual(['plain', 'noted', 'tagged']);
});

test('lets every filter narrow down what the others leave', () => {
  const all = { style: 'wavy', color: 'rouge', author: '王老师', text: '生態' } as const;
  expect(shown(all)).toEqual(['wavy']);
  expect(shown({ ...all, color: 'indigo' })).toEqual([]);
  expect(shown({ text: '生態' })).toEqual(['whole', 'tagged', 'wavy']);
});

test('looks for all words in quote, note and tags, whatever their case and width', () => {
  expect(shown({ text: 'ｇｄｐ 数字' })).toEqual(['noted']);
  expect(shown({ text: '不在任何地方' })).toEqual([]);
});

test('counts tags, the most used first', () => {
  expect(countTags(placed)).toEqual([
    { tag: '数字待核', count: 2 },
    { tag: '生态', count: 1 },
  ]);
});
