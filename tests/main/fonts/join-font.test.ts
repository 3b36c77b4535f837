// The joined Kai shows every character as the slices do from which it is made.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { create, type Font } from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import subsetFont from 'subset-font';
import { joinFont } from '../../../scripts/join-font.mjs';

const names = { family: 'F', postScriptName: 'F-Regular', copyright: 'c', version: '1', licence: 'OFL' };
/** Common and rare, a composite letter, marks with vertical forms. */
const texts = ['国报纸，。Ǻ', '楷书（版）Aé', '国𠀀—…'];
const all = [...new Set(texts.join(''))];

describe('a joined font', () => {
  let whole: Font;
  let joined: Font;
  beforeAll(async () => {
    const file = await readFile(resolve('resources/fonts/LXGWWenKai-Regular.ttf'));
    const slices = await Promise.all(
      texts.map((text) => subsetFont(file, text, { targetFormat: 'truetype' })),
    );
    whole = opened(file);
    joined = opened(joinFont(slices, names, (codePoint: number) => codePoint !== 0x7eb8));
  });

  it('has the characters of all slices, each once, and none that is not wanted', () => {
    const wanted = all.filter(
      (character) => character !== '纸' && whole.hasGlyphForCodePoint(codeOf(character)),
    );
    expect(joined.characterSet.map((code) => String.fromCodePoint(code))).toEqual(
      [...wanted].sort((one, other) => codeOf(one) - codeOf(other)),
    );
  });

  it('has their outlines and advances, upright and in their vertical forms', () => {
    for (const character of all) {
      if (!joined.hasGlyphForCodePoint(codeOf(character))) continue;
      for (const features of [[], ['vert']]) {
        expect(drawn(joined, character, features)).toEqual(drawn(whole, character, features));
      }
    }
  });
});

function opened(file: Uint8Array): Font {
  const font = create(Buffer.from(file));
  if ('fonts' in font) throw new Error('a collection');
  return font;
}

function drawn(font: Font, character: string, features: string[]) {
  const [glyph] = font.layout(character, features).glyphs;
  return { advance: glyph?.advanceWidth, outline: glyph?.path.toSVG() };
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
