// Rare characters are told by the standard of print, and read as their word has them.
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { soundsOf } from '../../src-core/text/sounds';
import { rareAs } from '../../src-renderer/reader/sounds';

const read = (passage: string): readonly string[] => pinyin(passage, { type: 'array' });

describe('a rare character', () => {
  it('is one that the standard of print does not have, in either of its forms', () => {
    const rare = [...'堃喆頔'];
    const common = [...'国國報报的〇々'];
    expect(rare.map((character) => rareAs('rare')(character))).toEqual(rare.map(() => true));
    expect(common.map((character) => rareAs('rare')(character))).toEqual(common.map(() => false));
  });

  it('may be one of the second level, where those are asked for too', () => {
    expect(rareAs('rare')('馥')).toBe(false);
    expect(rareAs('uncommon')('馥')).toBe(true);
    expect(rareAs('uncommon')('国')).toBe(false);
  });

  it('is no letter, figure or mark', () => {
    expect([...'Aé1，《あ'].some((character) => rareAs('uncommon')(character))).toBe(false);
  });
});

describe('the sounds of a text', () => {
  it('stand at the offsets of their characters, behind those of two code units too', () => {
    const text = '今天很好。\n𠮷野家的陶喆说：“好。”';
    const sounds = soundsOf(text, rareAs('rare'), read);
    expect(sounds.get(text.indexOf('喆'))).toBe('zhé');
    expect([...sounds.keys()].every((offset) => /\p{Script=Han}/u.test(text.slice(offset, offset + 2)))).toBe(
      true,
    );
  });

  it('are none where no character is rare', () => {
    expect(soundsOf('今年风调雨顺，亩产比去年多了三成。', rareAs('rare'), read).size).toBe(0);
  });
});
