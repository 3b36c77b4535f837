// Which file an address of the app scheme stands for. The path is decoded once and must then, as it is written and with
// all symbolic links followed, lie inside one of two folders. Everything else has no file: a wrong host, a method other
// than GET, a query, a kind of file that we do not serve.
import { realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

export const appScheme = 'app';
export const appHost = 'jianbao';
/** The origin of our pages. */
export const appOrigin = `${appScheme}://${appHost}`;

export type AppFolders = {
  /** The built window: served at the root. */
  readonly renderer: string;
  /** The bundled fonts: its .ttf files are served under /fonts/. */
  readonly fonts: string;
};

export type AppFile = { readonly path: string; readonly contentType: string };

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
};

/** Finds the file for a request; null where it must be answered with 404. */
export async function findAppFile(
  method: string,
  address: string,
  folders: AppFolders,
): Promise<AppFile | null> {
  const path = method === 'GET' ? requestedPath(address) : null;
  if (path === null) return null;
  const [first, ...rest] = path;
  const isFont = first === 'fonts';
  const contentType = contentTypes[extname(path.at(-1) ?? '')];
  if (contentType === undefined || (isFont && contentType !== contentTypes['.ttf'])) return null;
  const found = isFont ? await fileWithin(folders.fonts, rest) : await fileWithin(folders.renderer, path);
  return found === null ? null : { path: found, contentType };
}

/** The segments of the address's path, decoded; null where the address is not one of ours. */
function requestedPath(address: string): readonly string[] | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== `${appScheme}:` || url.host !== appHost) return null;
  if (url.search !== '' || url.username !== '' || url.password !== '') return null;
  const path = decode(url.pathname);
  if (path === null || path.includes('\0') || path.includes('\\')) return null;
  return (path === '/' ? '/index.html' : path).slice(1).split('/');
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A malformed escape names no file.
    return null;
  }
}

async function fileWithin(folder: string, segments: readonly string[]): Promise<string | null> {
  if (!isWithin(folder, join(folder, ...segments))) return null;
  try {
    const real = await realpath(join(folder, ...segments));
    if (!isWithin(await realpath(folder), real)) return null;
    return (await stat(real)).isFile() ? real : null;
  } catch {
    // Whether it is missing or may not be read, the page gets the same answer.
    return null;
  }
}

/** Whether a path lies below a folder; a sibling whose name only begins alike does not. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
