// The font files: TrueType with `vert` forms, so that one file serves the screen, the metrics and the PDF. Beside the
// bundled faces there may be one that is installed on the computer.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import type { Face } from '../../src-core/typesetting/model';

/** A face whose file is shipped. */
export type BundledFace = Exclude<Face, 'own'>;

/** The file of each face, within the fonts folder. */
const fontFiles: { readonly [F in BundledFace]: string } = {
  song: 'NotoSerifSC-Regular.ttf',
  'song-bold': 'NotoSerifSC-Bold.ttf',
  kai: 'LXGWWenKai-Regular.ttf',
  hei: 'NotoSansSC-Regular.ttf',
  'hei-bold': 'NotoSansSC-Bold.ttf',
};

/** Every face whose file is shipped. */
export const bundledFaces: readonly BundledFace[] = ['song', 'song-bold', 'kai', 'hei', 'hei-bold'];

/** Where a face looks for a character: in itself, then in the others, nearest in look first. */
export const fallbackFaces: { readonly [F in Face]: readonly Face[] } = {
  song: ['song', 'song-bold', 'hei-bold', 'kai'],
  'song-bold': ['song-bold', 'song', 'hei-bold', 'kai'],
  kai: ['kai', 'song', 'song-bold', 'hei-bold'],
  hei: ['hei', 'hei-bold', 'song', 'song-bold', 'kai'],
  'hei-bold': ['hei-bold', 'song-bold', 'song', 'kai'],
  own: ['own', 'song', 'song-bold', 'hei-bold', 'kai'],
};

/** The quotes of many faces are those of Latin type, and narrow; a full-width one is taken from Song. */
const foreignQuotes = new Set('‘’“”');

export type OpenFonts = { readonly [F in BundledFace]: Font } & { readonly own?: Font };

/** A font that is installed on the computer: its file, and which font of a collection it is. */
export type OwnFont = { readonly file: string; readonly postscriptName: string };

/** The open font of a face, where it has the character. */
export function fontWith(fonts: OpenFonts, face: Face, character: string): Font | null {
  if (face === 'own' && foreignQuotes.has(character)) return null;
  return fonts[face]?.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) === true ? fonts[face] : null;
}

/** Reads and opens all faces; a file that is not there, or is no font, is 'font-missing'. */
export async function openFonts(fontsFolder: string, own?: OwnFont): Promise<Result<OpenFonts, AppError>> {
  const opened = await Promise.all(
    bundledFaces.map(async (face) => [face, await openFont(join(fontsFolder, fontFiles[face]))] as const),
  );
  const bundled: Partial<Record<BundledFace, Font>> = {};
  for (const [face, font] of opened) {
    if (!font.ok) return font;
    bundled[face] = font.value;
  }
  const fonts = bundled as { readonly [F in BundledFace]: Font };
  if (own === undefined) return ok(fonts);
  const installed = await openOwnFont(own);
  return installed.ok ? ok({ ...fonts, own: installed.value }) : installed;
}

/** Opens an installed font; one that is no longer there, or damaged, is 'font-missing'. */
export function openOwnFont({ file, postscriptName }: OwnFont): Promise<Result<Font, AppError>> {
  return openFont(file, postscriptName);
}

async function openFont(file: string, postscriptName?: string): Promise<Result<Font, AppError>> {
  try {
    const opened = create(await readFile(file));
    const font = !('fonts' in opened)
      ? opened
      : postscriptName === undefined
        ? null
        : opened.getFont(postscriptName);
    return font === null ? fail({ code: 'font-missing', file }) : ok(font);
  } catch {
    // Whether the file is absent, unreadable or damaged, the user's way out is the same: install again.
    return fail({ code: 'font-missing', file });
  }
}
