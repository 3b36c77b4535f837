// The few things the library asks of a file system, so that tests can cut the power, fill the disk, and fail any call.
// Every failure is thrown as Node throws it, with a `code`.
import { join, relative, sep } from 'node:path';

export interface OpenFile {
  /** Writes at the end and gives how many bytes were taken, which may be fewer than were offered. */
  write(bytes: Uint8Array): Promise<number>;
  /** Returns once all that was written is on the disk itself. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** A file whose bytes are written over in their place. */
export interface FileToOverwrite {
  /**
   * Writes all the bytes at a position and waits until they are on the disk itself. Then gives the length in bytes of what
   * stands at the path by which the file was opened, where that is this very file; null where it is another, or nothing.
   * Gives no promise where the disk was so quick that the thread was not left.
   */
  overwrite(bytes: Uint8Array, position: number): Promise<number | null> | number | null;
  close(): Promise<void>;
}

/** A file that is read piece by piece. */
export interface ReadableFile {
  /** Its length in bytes when it was opened. */
  readonly bytes: number;
  /** Gives so many bytes from a position on; fewer only where the file ends before. */
  read(position: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface FileLayer {
  /** Opens a file for writing: `create` makes it and fails where one exists, `append` fails where none exists. */
  open(path: string, mode: 'create' | 'append'): Promise<OpenFile>;
  /** Opens a file that exists, to write over what is in it. */
  openToOverwrite(path: string): Promise<FileToOverwrite>;
  readFile(path: string): Promise<Uint8Array>;
  /** Opens a file that may be too large to be read at once. */
  openToRead(path: string): Promise<ReadableFile>;
  /** Whether a folder stands at a path; fails where nothing does. */
  isFolder(path: string): Promise<boolean>;
  /** The names in a folder, in no order. */
  list(folder: string): Promise<readonly string[]>;
  /** The sizes of files in bytes; null for one that does not exist. */
  sizes(paths: readonly string[]): Promise<readonly (number | null)[]>;
  /**
   * How much later another file was written, in milliseconds. Between files which the file system itself gave their times
   * this holds whatever the clocks of the computers say that wrote them.
   */
  age(path: string, other: string): Promise<number>;
  /** Has the file system set a file's time to its now. */
  touch(path: string): Promise<void>;
  /** Makes a folder and those above it; one that exists is well. */
  makeFolder(path: string): Promise<void>;
  /** Makes a folder in one that exists, and fails where it does not; one that exists is well. */
  makeSubfolder(path: string): Promise<void>;
  /** Moves a file or folder; a file that stands at `to` is replaced in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name; fails with EEXIST where `to` exists. */
  link(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Removes a folder with all that is in it. */
  removeFolder(path: string): Promise<void>;
  /** Returns once the names in a folder are on the disk itself. */
  syncFolder(path: string): Promise<void>;
}

/** Writes all the bytes, however few the file takes at a time. */
export function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  return writeThrough(bytes, (rest) => file.write(rest));
}

/** Writes all the bytes, however few `write` takes at a time; it gets those that are left, and how many were written. */
export async function writeThrough(
  bytes: Uint8Array,
  write: (rest: Uint8Array, written: number) => Promise<number>,
): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const taken = await write(written === 0 ? bytes : bytes.subarray(written), written);
    if (taken <= 0) throw Object.assign(new Error('ENOSPC: the file takes no more'), { code: 'ENOSPC' });
    written += taken;
  }
}

/**
 * Makes a folder in a library, and those between; never the library's own folder again, which may only be away for the
 * moment.
 */
export async function makeFolderIn(files: FileLayer, library: string, folder: string): Promise<void> {
  let path = library;
  for (const name of relative(library, folder).split(sep)) {
    path = join(path, name);
    await files.makeSubfolder(path);
  }
}

/** Makes a file that did not exist, on the disk itself; its name is safe once its folder is synced. */
export async function createFile(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'create');
  try {
    await writeAll(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The `code` of a failure where the disk gave no answer in time. */
export const noAnswer = 'ETIMEDOUT';

/** The `code` of a failure of the file system; null for any other failure. */
export function fileErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * Whether a file system that refused a second name may have none: FAT and many shares, each in words of its own (EPERM,
 * ENOSYS, EXDEV, even EIO). Whatever else is wrong is met by who makes a copy instead.
 */
export function mayLackLinks(error: unknown): boolean {
  const code = fileErrorCode(error);
  return code !== null && code !== 'EEXIST' && code !== 'ENOENT';
}

/** Gives null instead of failing where there is no such file or folder. */
export async function ifPresent<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
