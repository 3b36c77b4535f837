import { expect, test } from 'vitest';
import { tagSchema } from '../../src-core/annotation/annotation';
import { completeTag, tagFromText } from '../../src-renderer/annotations/tag-text';

const known = [
  { tag: '生态环境', count: 5 },
  { tag: '环境', count: 3 },
  { tag: '数字', count: 1 },
];

test('takes a typed tag without its sign and blanks', () => {
  expect(tagFromText('  #生态 文明 ')).toBe('生态 文明');
});

test('refuses what is no tag', () => {
  expect([
    tagFromText(' '),
    tagFromText('＃'),
    tagFromText('长'.repeat(101)),
    tagFromText('a\u0007b'),
  ]).toEqual([null, null, null, null]);
});

test('makes only tags which the library takes', () => {
  for (const typed of ['#a', ' 生态 ', '长'.repeat(100), 'x y', '#＃', '\u00a0甲']) {
    const tag = tagFromText(typed);
    if (tag !== null) expect(tagSchema.safeParse(tag).success, typed).toBe(true);
  }
});

test('offers tags that begin with what is typed before those that hold it', () => {
  expect(completeTag('环', known, [], 5)).toEqual(['环境', '生态环境']);
});

test('does not offer what the mark has already, nor too much', () => {
  expect(completeTag('', known, ['环境'], 1)).toEqual(['生态环境']);
});
