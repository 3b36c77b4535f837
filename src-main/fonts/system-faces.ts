// Faces that are installed on the machine, for characters which no bundled one has: rare ones of Unicode's extensions,
// other scripts, signs. Only faces with TrueType outlines, which a PDF of ours can hold, and which may be embedded.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';

/**
 * Files by the beginnings of their names, those that look most like ours first: faces of Han with the extensions A to H,
 * then those of many scripts and signs.
 */
const wanted = [
  'HanaMin',
  'Jigmo',
  'SimSun-ExtG',
  'SimsunExtG',
  'simsunb',
  'TW-Sung',
  'BabelStoneHan',
  'mingliub',
  'Plangothic',
  'TH-Tshyn',
  'TW-Kai',
  'wqy-',
  'DroidSansFallback',
  'DejaVuSerif.',
  'DejaVuSans.',
  'Symbola',
  'NotoSansSymbols',
  'NotoEmoji',
  'seguisym',
  'Arial Unicode',
].map((name) => name.toLowerCase());

/** Opens as few installed faces as have all the characters that can be found; none where none are missing. */
export async function findSystemFaces(
  characters: ReadonlySet<string>,
  folders: readonly string[],
): Promise<readonly Font[]> {
  const missing = new Set(characters);
  const faces: Font[] = [];
  if (missing.size === 0) return faces;
  for (const file of await fontFiles(folders)) {
    if (missing.size === 0) break;
    const font = await openFace(file);
    if (font === null) continue;
    const found = [...missing].filter((character) => font.hasGlyphForCodePoint(codePointOf(character)));
    if (found.length === 0) continue;
    for (const character of found) missing.delete(character);
    faces.push(font);
  }
  return faces;
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** The files that are there, in the order in which they are wanted. */
async function fontFiles(folders: readonly string[]): Promise<readonly string[]> {
  const listed = await Promise.all(folders.map(filesIn));
  const files = listed.flat().flatMap((path) => {
    const name = path.replace(/^.*[\\/]/u, '').toLowerCase();
    const rank = wanted.findIndex((beginning) => name.startsWith(beginning));
    return rank < 0 || !/\.(?:ttf|ttc)$/u.test(name) ? [] : [{ path, rank }];
  });
  files.sort((one, other) => one.rank - other.rank || (one.path < other.path ? -1 : 1));
  return files.map(({ path }) => path);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder, { recursive: true })).map((name) => join(folder, name));
  } catch {
    // Not every machine has every folder; what cannot be looked into has no fonts for us.
    return [];
  }
}

async function openFace(file: string): Promise<Font | null> {
  try {
    const opened = create(await readFile(file));
    const [font] = 'fonts' in opened ? opened.fonts : [opened];
    return font !== undefined && hasTrueTypeOutlines(font) && mayBeEmbedded(font) ? font : null;
  } catch {
    // A damaged font is as good as none: its characters are found elsewhere, or listed as missing.
    return null;
  }
}

/** What fontkit knows of a font besides what its types say. */
type OpenedTables = {
  readonly directory?: { readonly tables: Readonly<Record<string, unknown>> };
  readonly 'OS/2'?: {
    readonly fsType?: {
      readonly noEmbedding?: boolean;
      readonly noSubsetting?: boolean;
      readonly bitmapOnly?: boolean;
    };
  };
};

function hasTrueTypeOutlines(font: Font): boolean {
  const { directory } = font as OpenedTables;
  return directory !== undefined && 'glyf' in directory.tables;
}

/** Whether its maker lets subsets of it be put into documents (OpenType, OS/2, fsType). */
function mayBeEmbedded(font: Font): boolean {
  const rights = (font as OpenedTables)['OS/2']?.fsType;
  return rights?.noEmbedding !== true && rights?.noSubsetting !== true && rights?.bitmapOnly !== true;
}
