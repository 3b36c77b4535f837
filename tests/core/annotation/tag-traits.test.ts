import { expect, test } from 'vitest';
import { tagTraitsSchema } from '../../../src-core/annotation/tag-trait-schema';
import {
  mergeTraits,
  resolveAlias,
  retagTraits,
  traitOf,
  withTrait,
  type TagTrait,
} from '../../../src-core/annotation/tag-traits';

const traits: readonly TagTrait[] = [
  { tag: '历史', aliases: ['史学', 'History'], color: 'ochre' },
  { tag: '历史/近代', aliases: ['近代史'], color: null },
  { tag: '人物', aliases: [], color: 'indigo' },
];

test('an alias stands for its tag in either case, and any other name for itself', () => {
  expect(['history', '近代史', '历史', '别的'].map((name) => resolveAlias(traits, name))).toEqual([
    '历史',
    '历史/近代',
    '历史',
    '别的',
  ]);
});

test('an alias belongs to one tag, and what says nothing is not kept', () => {
  const next = withTrait(traits, { tag: '史料', aliases: ['史学', '史料'], color: null });
  expect(traitOf(next, '历史').aliases).toEqual(['History']);
  expect(traitOf(next, '史料').aliases).toEqual(['史学']);
  expect(withTrait(traits, { tag: '人物', aliases: [], color: null })).toHaveLength(2);
});

test('aliases and colours follow a tag that is renamed with all below it', () => {
  const next = retagTraits(traits, '历史', '学科/史');
  expect(next.map(({ tag }) => tag)).toEqual(['学科/史', '学科/史/近代', '人物']);
});

test('a tag that is merged into another brings its aliases, and its colour where there was none', () => {
  const next = retagTraits(traits, '历史/近代', '人物');
  expect(traitOf(next, '人物')).toEqual({ tag: '人物', aliases: ['近代史'], color: 'indigo' });
});

test('what was set about a tag goes with it', () => {
  expect(retagTraits(traits, '历史', null).map(({ tag }) => tag)).toEqual(['人物']);
});

test('names of two libraries beyond what a tag may have are left out, so that both can be brought together', () => {
  const named = (from: string): readonly TagTrait[] => [
    { tag: '历史', aliases: Array.from({ length: 40 }, (_, at) => `${from}${at}`), color: null },
  ];
  const merged = mergeTraits(named('旧'), named('新'));
  expect(tagTraitsSchema.safeParse(merged).success).toBe(true);
  const { aliases } = traitOf(merged, '历史');
  expect([aliases.length, aliases[0], aliases.at(-1)]).toEqual([50, '新0', '旧9']);
});
