import { expect, test } from 'vitest';
import { crowdsOf } from '../../src-renderer/annotations/crowds';
import { placeMarks } from '../../src-renderer/annotations/mark-ranges';
import { issue } from './layouts';
import { article, buildMark, toAnnotations } from './marks';

function crowds(direction: 'vertical' | 'horizontal', ...marks: readonly ReturnType<typeof buildMark>[]) {
  const placed = placeMarks(issue, toAnnotations(...marks)).byArticle.get(article(0).articleId) ?? [];
  return crowdsOf(placed, direction).map(({ offset, marks: here }) => [offset, here.length]);
}

const fills = (count: number) =>
  Array.from({ length: count }, (_, at) => buildMark(`fill${at}`, [10 + at, 40]));

test('six highlights over each other are drawn apart, a seventh is told of where it begins', () => {
  expect(crowds('vertical', ...fills(6))).toEqual([]);
  expect(crowds('vertical', ...fills(7))).toEqual([[16, 7]]);
  expect(crowds('vertical', ...fills(9))).toEqual([[16, 7]]);
});

test('all marks over the place are counted, of whatever style', () => {
  const boxes = Array.from({ length: 5 }, (_, at) => buildMark(`box${at}`, [20, 30], { style: 'box' }));
  expect(crowds('vertical', ...boxes, buildMark('fill', [15, 25]))).toEqual([[20, 6]]);
});

test('signs stand under the lines in 横排 and are crowded sooner', () => {
  const lines = Array.from({ length: 3 }, (_, at) => buildMark(`line${at}`, [20, 30], { style: 'wavy' }));
  const dots = buildMark('dots', [20, 30], { style: 'emphasis' });
  expect(crowds('vertical', ...lines, dots)).toEqual([]);
  expect(crowds('horizontal', ...lines, dots)).toEqual([[20, 4]]);
});
