// Where launch pictures lie between two starts: in the user's own folder, in one file, a header line and then a line for each
// window. The header tells of which files the pictures are true: the state of the window's page, of the settings, and of
// the library's files that are shown. Where any of them is not as it was to the millisecond, by whomever it was changed,
// there is no picture. The start reads this before anything else is loaded, and so by hand,
// and in one go: what is being loaded would keep every answer of the disk waiting.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { pictureLimits } from '../../src-core/launch/launch-picture';
import { areFaces, type PictureFace } from '../../src-core/launch/picture-faces';
import type { MadeFace } from './picture-faces';

/** What pictures are true of. */
export type PictureGround = {
  readonly userData: string;
  readonly library: string;
  /** The window's page as it is shipped: its styles and script are named in it by their contents. */
  readonly page: string;
};

export type Pictures = {
  /** The picture of each window in the order of their places, as JSON without any «<»; null for one without. */
  readonly windows: readonly (string | null)[];
  readonly faces: readonly MadeFace[];
};

/** Where there are none. */
export const noPictures: Pictures = { windows: [], faces: [] };

/** A file as it lies on the disk: name, bytes, times in milliseconds, number. */
type Stamp = readonly [name: string, size: number, modified: number, changed: number, number: number];

type Header = {
  readonly version: 2;
  readonly library: string;
  readonly page: string;
  readonly issueIds: readonly string[];
  readonly stamps: readonly Stamp[];
  readonly faces: readonly PictureFace[];
  /** Of their files, in the same order. */
  readonly checksums: readonly number[];
};

/** Most windows that pictures are kept of. */
const mostWindows = 8;
/** Most files that are looked at; a library with more is opened without a picture. */
const mostFiles = 400;

/** A face of as many characters as there may be takes a third of it; bytes. */
const largestFace = 16_000_000;

function fileIn(userData: string): string {
  return join(userData, 'launch-pictures');
}

function facesIn(userData: string): string {
  return join(userData, 'launch-faces');
}

/** Reads the pictures that are still true, and their faces; none where it cannot be said at once that they are. */
export function readPictures(ground: PictureGround): Pictures {
  try {
    const file = fileIn(ground.userData);
    if (statSync(file).size > 4 * mostWindows * pictureLimits.characters) return noPictures;
    const [first, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const header = JSON.parse(first ?? '') as unknown;
    if (!isHeader(header) || header.page !== ground.page || header.library !== ground.library)
      return noPictures;
    const now = stampsOf(ground, header.issueIds);
    if (JSON.stringify(now) !== JSON.stringify(header.stamps) || lines.length > mostWindows)
      return noPictures;
    const windows = lines.map((line) => (line === 'null' || line.includes('<') ? null : line));
    return { windows, faces: facesOf(ground.userData, header) };
  } catch {
    // Missing or damaged, or a file of the library is gone: the window opens as it does without pictures.
    return noPictures;
  }
}

/** The faces that the same build kept last, whatever the pictures are true of; none where they cannot be read. */
export function readFormerFaces({
  userData,
  page,
}: Pick<PictureGround, 'userData' | 'page'>): readonly MadeFace[] {
  try {
    const [first] = readFileSync(fileIn(userData), 'utf8').split('\n', 1);
    const header = JSON.parse(first ?? '') as unknown;
    return isHeader(header) && header.page === page ? facesOf(userData, header) : [];
  } catch {
    // They are made anew.
    return [];
  }
}

/** Reads the files of the faces; throws where one is missing or is not as it was written. */
function facesOf(userData: string, { faces, checksums }: Header): readonly MadeFace[] {
  return faces.map((face, at) => {
    const file = join(facesIn(userData), `${face.name}.ttf`);
    if (statSync(file).size > largestFace) throw new Error(`${file} is too large`);
    const bytes = readFileSync(file);
    if (crc32(bytes) !== checksums[at]) throw new Error(`${file} is not as it was written`);
    return { ...face, bytes };
  });
}

/**
 * Keeps the pictures for the next start; where there are none, none are left. Called when everything else is written.
 * @param issueIds the issues that are shown
 */
export function writePictures(
  ground: PictureGround,
  { windows: pictures, faces }: Pictures,
  issueIds: readonly string[],
): void {
  const file = fileIn(ground.userData);
  if (pictures.length > mostWindows || pictures.every((picture) => picture === null)) {
    rmSync(file, { force: true });
    rmSync(facesIn(ground.userData), { recursive: true, force: true });
    return;
  }
  mkdirSync(facesIn(ground.userData), { recursive: true });
  for (const { name, bytes } of faces) writeFace(join(facesIn(ground.userData), `${name}.ttf`), bytes);
  const stamps = stampsOf(ground, issueIds);
  const header: Header = {
    version: 2,
    library: ground.library,
    page: ground.page,
    issueIds,
    stamps,
    faces: faces.map(({ name, characters }) => ({ name, characters })),
    checksums: faces.map(({ bytes }) => crc32(bytes)),
  };
  const lines = pictures.map((picture) => picture?.replaceAll('<', '\\u003c') ?? 'null');
  writeFileSync(`${file}.tmp`, `${[JSON.stringify(header), ...lines].join('\n')}\n`, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

/** Writes a face where it is not there already. */
function writeFace(file: string, bytes: Uint8Array): void {
  const present = statSync(file, { throwIfNoEntry: false });
  if (present?.size === bytes.length && readFileSync(file).equals(bytes)) return;
  writeFileSync(`${file}.tmp`, bytes, { mode: 0o600 });
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
  // A folder's time tells of issues that have come or gone.
  return [...files, join(library, 'issues')].map(stampOf);
}

function stampOf(file: string): Stamp {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  return [file, size, mtimeMs, ctimeMs, ino];
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  const {
    version,
    library,
    page,
    issueIds,
    stamps,
    faces,
    checksums,
  }: Partial<Record<keyof Header, unknown>> = value;
  return (
    version === 2 &&
    typeof library === 'string' &&
    typeof page === 'string' &&
    Array.isArray(stamps) &&
    areFaces(faces) &&
    Array.isArray(checksums) &&
    checksums.length === faces.length &&
    Array.isArray(issueIds) &&
    issueIds.length <= mostWindows &&
    issueIds.every((issueId) => typeof issueId === 'string' && /^[\w-]{1,100}$/u.test(issueId))
  );
}
