import { expect, test } from 'vitest';
import { tagSchema } from '../../src-core/annotation/annotation';
import { loadReadings, readingOf } from '../../src-renderer/palette/readings';
import { completeTag, tagFromText, type OfferedTag } from '../../src-renderer/annotations/tag-text';

const known = [
  { tag: '生态环境', count: 5 },
  { tag: '环境', count: 3 },
  { tag: '数字', count: 1 },
];

function tagsOf(offered: readonly OfferedTag[]): readonly string[] {
  return offered.map(({ tag }) => tag);
}

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
  expect(tagsOf(completeTag('环', known, [], 5))).toEqual(['环境', '生态环境']);
});

test('does not offer what the mark has already, nor too much', () => {
  expect(tagsOf(completeTag('', known, ['环境'], 1))).toEqual(['生态环境']);
});

test('finds tags by an alias, and says by which', () => {
  const traits = [{ tag: '数字', aliases: ['数码', 'digital'], color: null }];
  expect(completeTag('数码', known, [], 5, traits)).toEqual([{ tag: '数字', alias: '数码' }]);
  expect(completeTag('DIG', known, [], 5, traits)).toEqual([{ tag: '数字', alias: 'digital' }]);
});

test('finds tags by first letters at once, and by whole readings once these are there', async () => {
  const read = [...known, { tag: '地理/重庆', count: 1 }, { tag: '女性', count: 1 }];
  const offered = (typed: string): readonly string[] =>
    tagsOf(completeTag(typed, read, [], 9, [], readingOf));
  expect(offered('sthj')).toEqual(['生态环境']);
  await loadReadings();
  expect(offered('shengtai')).toEqual(['生态环境']);
  expect(offered('sheng tai')).toEqual(['生态环境']);
  expect(offered('sthj')).toEqual(['生态环境']);
  expect(offered('chongq')).toEqual(['地理/重庆']);
  expect(offered('dlcq')).toEqual([]);
  expect(offered('nvx')).toEqual(['女性']);
});
