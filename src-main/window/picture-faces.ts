// Makes the files of the launch pictures' faces: of each face the glyphs that are shown. One that was made before and has
// them all is taken again.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import {
  mostFaceCharacters,
  pictureFaceNames,
  type PictureFace,
  type PictureFaceName,
} from '../../src-core/launch/picture-faces';

/** A face as it is kept. */
export type MadeFace = PictureFace & { readonly bytes: Uint8Array };

/** The files of the common characters, within the fonts folder; the whole faces lie beside them. */
const commonFiles: Readonly<Record<PictureFaceName, string>> = {
  song: 'NotoSerifSC-Regular.common.ttf',
  'song-bold': 'NotoSerifSC-Bold.common.ttf',
  kai: 'LXGWWenKai-Regular.common.ttf',
  hei: 'NotoSansSC-Regular.common.ttf',
  'hei-bold': 'NotoSansSC-Bold.common.ttf',
};

/**
 * Makes the faces that several pictures need. Rejects where a font cannot be read.
 * @param fonts the folder of the bundled fonts
 * @param wanted the faces of all pictures; a face may be named more than once
 * @param former what was made before
 */
export async function makeFaces(
  fonts: string,
  wanted: readonly PictureFace[],
  former: readonly MadeFace[],
): Promise<readonly MadeFace[]> {
  const made: MadeFace[] = [];
  for (const name of pictureFaceNames) {
    const characters = new Set(
      wanted.filter((face) => face.name === name).flatMap((face) => [...face.characters]),
    );
    if (characters.size === 0) continue;
    const before = former.find((face) => face.name === name);
    if (before !== undefined && isWithin(characters, before)) {
      made.push(before);
      continue;
    }
    const subsetFont = await loadSubsetFont();
    const text = [...characters].sort().join('');
    const file = hasRare(characters) ? commonFiles[name].replace('.common', '') : commonFiles[name];
    const whole = await readFile(join(fonts, file));
    made.push({ name, characters: text, bytes: await subsetFont(whole, text, { targetFormat: 'truetype' }) });
  }
  return made;
}

/** Loads what makes the faces, for the moment before the process ends. */
async function loadSubsetFont() {
  // The engine would begin to compile its code a second time, for speed, and the end waits for that longer than for the faces.
  setFlagsFromString('--wasm-tiering-budget=2000000000');
  const { default: subsetFont } = await import('subset-font');
  return subsetFont;
}

/** Whether a face has all of these characters, and not so many more that it would be slow. */
function isWithin(characters: ReadonlySet<string>, { characters: had }: MadeFace): boolean {
  const former = new Set(had);
  return (
    former.size <= Math.min(characters.size * 2, mostFaceCharacters) &&
    [...characters].every((one) => former.has(one))
  );
}

/** Whether any of the characters is in the whole faces alone, which take four times as long. */
function hasRare(characters: ReadonlySet<string>): boolean {
  const common = commonHan();
  return [...characters].some((character) =>
    /\p{Script=Han}/u.test(character)
      ? !common.has(character) && !hanSigns.test(character)
      : !signs.test(character),
  );
}

/** The characters of GB 2312, as the fonts are made (scripts/fonts.mjs). */
function commonHan(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
}

/** Signs, figures and letters that the common files have too. */
const signs = /[\u0020-\u052f\u1e00-\u2bff\u2e80-\u33ff\ufe10-\ufe4f\uff00-\uffef]/u;
const hanSigns = /[\u2e80-\u33ff]/u;
