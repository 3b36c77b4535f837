import { expect, test } from 'vitest';
import { nameBelow, nameInside, nameOutside } from '../../../src-core/annotation/move-tag';
import { tagTree } from '../../../src-core/annotation/tag-tree';

const tree = tagTree(
  ['历史', '历史/近代', '历史/近代/报刊', '历史/唐', '人物'].map((tag) => ({ tag, count: 1 })),
);

test('a tag goes below another with its last part alone', () => {
  expect(nameBelow('历史/近代', '人物')).toBe('人物/近代');
  expect(nameBelow('历史/近代', null)).toBe('近代');
});

test('a tag goes neither below itself nor to where it is', () => {
  expect(nameBelow('历史', '历史/近代')).toBeNull();
  expect(nameBelow('历史', '历史')).toBeNull();
  expect(nameBelow('历史/近代', '历史')).toBeNull();
  expect(nameBelow('历史', null)).toBeNull();
});

test('a tag is taken out beside what it stood below', () => {
  expect(nameOutside('历史/近代/报刊')).toBe('历史/报刊');
  expect(nameOutside('历史/近代')).toBe('近代');
  expect(nameOutside('历史')).toBeNull();
});

test('a tag is put below the sibling before it, in the order of the tree', () => {
  const siblings = tree.find(({ tag }) => tag === '历史')?.children.map(({ tag }) => tag) ?? [];
  expect(siblings).toEqual(['历史/近代', '历史/唐']);
  expect(nameInside(tree, '历史/唐')).toBe('历史/近代/唐');
  expect(nameInside(tree, '历史/近代')).toBeNull();
  expect(nameInside(tree, '不在树上')).toBeNull();
});

test('blank parts at the end are no parts', () => {
  expect(nameBelow('历史/', '人物')).toBe('人物/历史/');
});
