// The Chinese fonts that are installed on the computer, from the folders where its system keeps them. They are looked
// for when the user first wants to choose one; the window names a family, and never a file.
import { open, readdir, type FileHandle } from 'node:fs/promises';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import { readFontHeaders, type FontHeader } from './sfnt-header';

/** The regular font of a family. */
export type InstalledFont = FontHeader & { readonly file: string };

export type InstalledFonts = {
  /** One font for each family, ordered by the names that Chinese readers know. */
  readonly list: () => Promise<readonly InstalledFont[]>;
  /** The font of a family; null where it is not, or no longer, installed. */
  readonly find: (family: string) => Promise<InstalledFont | null>;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a system keeps its fonts and its user's. */
export function fontFolders(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  const home = environment['HOME'] ?? homedir();
  switch (platform) {
    case 'win32':
      return [
        join(environment['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
        join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
      ];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'fonts'),
        join(home, '.fonts'),
      ];
  }
}

/** Looks through the folders anew each time it is asked: fonts come and go while the application runs. */
export function installedFonts(folders: readonly string[]): InstalledFonts {
  const list = async (): Promise<readonly InstalledFont[]> => {
    const files = (await Promise.all(folders.map(fontFilesIn))).flat();
    const fonts: InstalledFont[] = [];
    for (const file of files) fonts.push(...(await fontsIn(file)));
    return regularOfEach(fonts.filter(({ isChinese, isItalic }) => isChinese && !isItalic));
  };
  return {
    list,
    find: async (family) => (await list()).find((font) => font.family === family) ?? null,
  };
}

const extensions = new Set(['.ttf', '.ttc', '.otf', '.otc']);

/** A folder that is not there, or may not be read, has no fonts for us. */
async function fontFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && extensions.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function fontsIn(file: string): Promise<readonly InstalledFont[]> {
  const handle = await openFont(file);
  if (handle === null) return [];
  try {
    const headers = await readFontHeaders(async (position, length) => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await handle.read(buffer, 0, length, position);
      return buffer.subarray(0, bytesRead);
    });
    return headers.map((header) => ({ ...header, file }));
  } catch {
    // Named as a font, and none: the system does not show it either.
    return [];
  } finally {
    await handle.close();
  }
}

/** Null for a font that is being removed, or belongs to somebody else: no such font can be chosen. */
async function openFont(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r');
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
    if (!passedOver.has(code)) console.error(`The font ${file} cannot be opened: ${String(problem)}`);
    return null;
  }
}

/** Of these nothing is said: removed meanwhile, a link that leads nowhere, not for this user. */
const passedOver = new Set(['ENOENT', 'EACCES', 'EPERM', 'ELOOP']);

const regularWeight = 400;

function regularOfEach(fonts: readonly InstalledFont[]): readonly InstalledFont[] {
  const families = new Map<string, InstalledFont>();
  for (const font of fonts) {
    const known = families.get(font.family);
    if (known === undefined || distance(font) < distance(known)) families.set(font.family, font);
  }
  return [...families.values()].sort((one, other) =>
    one.chineseFamily.localeCompare(other.chineseFamily, 'zh-CN'),
  );
}

function distance({ weight }: InstalledFont): number {
  return Math.abs(weight - regularWeight);
}
