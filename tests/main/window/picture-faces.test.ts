import { create, type Font } from 'fontkit';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFaces, type MadeFace } from '../../../src-main/window/picture-faces';

const fonts = join('resources', 'fonts');
let made: readonly MadeFace[];

beforeAll(async () => {
  const wanted = [
    { name: 'song', characters: '春耕（一曌' },
    { name: 'song', characters: '春天 A' },
    { name: 'kai', characters: '评' },
  ] as const;
  made = await makeFaces(fonts, wanted, []);
});

describe('the faces of launch pictures', () => {
  it('have the characters of all pictures, look as the whole ones do, and are much smaller', async () => {
    expect(made.map(({ name, characters }) => [name, characters])).toEqual([
      ['song', ' A一天春曌耕（'],
      ['kai', '评'],
    ]);
    const whole = await readFile(join(fonts, 'NotoSerifSC-Regular.ttf'));
    const bytes = Buffer.from(made[0]?.bytes ?? []);
    expect(bytes.length).toBeLessThan(whole.length / 20);
    const [part, all] = [create(bytes) as Font, create(whole) as Font];
    expect(part.hasGlyphForCodePoint('风'.codePointAt(0) ?? 0)).toBe(false);
    for (const features of [{}, { vert: true }]) {
      const [one, other] = [part, all].map((font) => font.layout(' A一天春曌耕（', features));
      expect(one?.glyphs.map(({ path }) => path.toSVG())).toEqual(
        other?.glyphs.map(({ path }) => path.toSVG()),
      );
      expect(one?.positions).toEqual(other?.positions);
    }
    expect(part.layout('（', { vert: true }).glyphs[0]?.id).not.toBe(part.layout('（').glyphs[0]?.id);
  });

  it('are made of the common characters where these are enough', async () => {
    const [common, rare] = await Promise.all(
      ['春耕，〇３A', '春耕，〇３A曌'].map((characters) =>
        makeFaces(fonts, [{ name: 'hei', characters }], []),
      ),
    );
    const file = await readFile(join(fonts, 'NotoSansSC-Regular.common.ttf'));
    const all = create(file) as Font;
    for (const character of '春耕，〇３A')
      expect(all.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)).toBe(true);
    expect(all.hasGlyphForCodePoint('曌'.codePointAt(0) ?? 0)).toBe(false);
    for (const [faces, count] of [
      [common, 6],
      [rare, 7],
    ] as const) {
      const font = create(Buffer.from(faces?.[0]?.bytes ?? [])) as Font;
      const { characters } = faces?.[0] ?? { characters: '' };
      expect(
        [...characters].filter((one) => font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)),
      ).toHaveLength(count);
    }
  });

  it('are taken again where they were made before with all that is shown and not much more', async () => {
    const again = await makeFaces(fonts, [{ name: 'song', characters: '春耕天一' }], made);
    expect(again[0]).toBe(made[0]);
    const [more] = await makeFaces(fonts, [{ name: 'song', characters: '春风' }], made);
    expect(more?.characters).toBe('春风');
    const [fewer] = await makeFaces(fonts, [{ name: 'song', characters: '春' }], made);
    expect(fewer?.characters).toBe('春');
  });

  it('are not made where the fonts cannot be read', async () => {
    await expect(makeFaces('nowhere', [{ name: 'song', characters: '春' }], [])).rejects.toThrow('ENOENT');
  });
});
