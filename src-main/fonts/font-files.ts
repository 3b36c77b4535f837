// The bundled font files: TrueType with `vert` forms, so that one file serves the screen, the metrics and the PDF.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import type { Face } from '../../src-core/typesetting/model';

/** The file of each face, within the fonts folder. */
const fontFiles: { readonly [F in Face]: string } = {
  song: 'NotoSerifSC-Regular.ttf',
  'song-bold': 'NotoSerifSC-Bold.ttf',
  'hei-bold': 'NotoSansSC-Bold.ttf',
};

/** Where a face looks for a character: in itself, then in the others, nearest in look first. */
export const fallbackFaces: { readonly [F in Face]: readonly Face[] } = {
  song: ['song', 'song-bold', 'hei-bold'],
  'song-bold': ['song-bold', 'song', 'hei-bold'],
  'hei-bold': ['hei-bold', 'song-bold', 'song'],
};

export type OpenFonts = { readonly [F in Face]: Font };

/** Reads and opens all faces; a file that is not there, or is no font, is 'font-missing'. */
export async function openFonts(fontsFolder: string): Promise<Result<OpenFonts, AppError>> {
  const song = await openFont(fontsFolder, 'song');
  if (!song.ok) return song;
  const songBold = await openFont(fontsFolder, 'song-bold');
  if (!songBold.ok) return songBold;
  const heiBold = await openFont(fontsFolder, 'hei-bold');
  if (!heiBold.ok) return heiBold;
  return ok({ song: song.value, 'song-bold': songBold.value, 'hei-bold': heiBold.value });
}

async function openFont(fontsFolder: string, face: Face): Promise<Result<Font, AppError>> {
  const file = join(fontsFolder, fontFiles[face]);
  try {
    const font = create(await readFile(file));
    if ('fonts' in font) return fail({ code: 'font-missing', file });
    return ok(font);
  } catch {
    // Whether the file is absent, unreadable or damaged, the user's way out is the same: install again.
    return fail({ code: 'font-missing', file });
  }
}
