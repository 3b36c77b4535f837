// Where launch pictures lie between two starts: in the user's own folder, in one file, a header line and then a line for each
// window. The header tells of which files the pictures are true: the state of the window's page, of the settings, and of
// the library's files that are shown. Where any of them is not as it was to the millisecond, by whomever it was changed,
// there is no picture. The start reads this before anything else is loaded, and so by hand,
// and in one go: what is being loaded would keep every answer of the disk waiting.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureLimits } from '../../src-core/launch/launch-picture';

/** What pictures are true of. */
export type PictureGround = {
  readonly userData: string;
  readonly library: string;
  /** The window's page as it is shipped: its styles and script are named in it by their contents. */
  readonly page: string;
};

/** The picture of each window in the order of their places, as JSON without any «<»; null for one without. */
export type Pictures = readonly (string | null)[];

/** A file as it lies on the disk: name, bytes, times in milliseconds, number. */
type Stamp = readonly [name: string, size: number, modified: number, changed: number, number: number];

type Header = {
  readonly version: 1;
  readonly library: string;
  readonly page: string;
  readonly issueIds: readonly string[];
  readonly stamps: readonly Stamp[];
};

/** Most windows that pictures are kept of. */
const mostWindows = 8;
/** Most files that are looked at; a library with more is opened without a picture. */
const mostFiles = 400;

function fileIn(userData: string): string {
  return join(userData, 'launch-pictures');
}

/** Reads the pictures that are still true; none where it cannot be said at once that they are. */
export function readPictures(ground: PictureGround): Pictures {
  try {
    const file = fileIn(ground.userData);
    if (statSync(file).size > 4 * mostWindows * pictureLimits.characters) return [];
    const [first, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const header = JSON.parse(first ?? '') as unknown;
    if (!isHeader(header) || header.page !== ground.page || header.library !== ground.library) return [];
    const now = stampsOf(ground, header.issueIds);
    if (JSON.stringify(now) !== JSON.stringify(header.stamps) || lines.length > mostWindows) return [];
    return lines.map((line) => (line === 'null' || line.includes('<') ? null : line));
  } catch {
    // Missing or damaged, or a file of the library is gone: the window opens as it does without pictures.
    return [];
  }
}

/**
 * Keeps the pictures for the next start; where there are none, none are left. Called when everything else is written.
 * @param issueIds the issues that are shown
 */
export function writePictures(ground: PictureGround, pictures: Pictures, issueIds: readonly string[]): void {
  const file = fileIn(ground.userData);
  if (pictures.length > mostWindows || pictures.every((picture) => picture === null)) {
    rmSync(file, { force: true });
    return;
  }
  const stamps = stampsOf(ground, issueIds);
  const header: Header = { version: 1, library: ground.library, page: ground.page, issueIds, stamps };
  const lines = pictures.map((picture) => picture?.replaceAll('<', '\\u003c') ?? 'null');
  writeFileSync(`${file}.tmp`, `${[JSON.stringify(header), ...lines].join('\n')}\n`, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

/** The files which a window's contents come from. */
function stampsOf({ userData, library }: PictureGround, issueIds: readonly string[]): readonly Stamp[] {
  const inFolder = (folder: string): readonly string[] =>
    readdirSync(join(library, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('LOCK'))
      .map(({ name }) => join(library, folder, name));
  const folders = ['.', ...issueIds.map((issueId) => join('issues', issueId))];
  const own = ['settings.json', 'windows.json'].map((name) => join(userData, name));
  const files = [...own, ...folders.flatMap(inFolder)].sort();
  if (files.length > mostFiles) throw new Error('too many files to look at');
  return files.map(stampOf);
}

function stampOf(file: string): Stamp {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  return [file, size, mtimeMs, ctimeMs, ino];
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  const { version, library, page, issueIds, stamps }: Partial<Record<keyof Header, unknown>> = value;
  return (
    version === 1 &&
    typeof library === 'string' &&
    typeof page === 'string' &&
    Array.isArray(stamps) &&
    Array.isArray(issueIds) &&
    issueIds.length <= mostWindows &&
    issueIds.every((issueId) => typeof issueId === 'string' && /^[\w-]{1,100}$/u.test(issueId))
  );
}
