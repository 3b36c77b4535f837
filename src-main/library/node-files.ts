// The file layer on the real file system.
import fs from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  fileErrorCode,
  writeThrough,
  type FileLayer,
  type FileToOverwrite,
  type OpenFile,
  type ReadableFile,
} from './file-layer';

/** Library files are their owner's alone. */
const fileMode = 0o600;
const folderMode = 0o700;

/** How many file sizes are asked for before other work has its turn; each takes a few microseconds from memory. */
const sizesAtOnce = 200;

/**
 * For how long file sizes are asked for one after the other on the thread, in milliseconds. What takes longer is not in
 * memory: then several are asked for at a time, off the thread.
 */
const sizesTurn = 4;

/** The file system of the machine. */
export const nodeFiles: FileLayer = {
  open: (path, mode) =>
    new Promise((resolve, reject) => {
      fs.open(path, mode === 'create' ? 'wx' : existingForAppend, fileMode, (error, descriptor) => {
        if (error === null) resolve(openFile(descriptor));
        else reject(error);
      });
    }),
  openToOverwrite: (path) =>
    new Promise<number>((resolve, reject) => {
      fs.open(path, fs.constants.O_WRONLY, (error, descriptor) => {
        if (error === null) resolve(descriptor);
        else reject(error);
      });
    }).then(async (descriptor) => {
      try {
        return fileToOverwrite(path, descriptor);
      } catch (error) {
        await closed(descriptor);
        throw error;
      }
    }),
  readFile: (path) => readFile(path),
  openToRead: (path) => openToRead(path),
  isFolder: async (path) => (await stat(path)).isDirectory(),
  list: (folder) => readdir(folder),
  sizes: async (paths) => {
    const sizes: (number | null)[] = [];
    while (sizes.length < paths.length) {
      if (sizes.length > 0) await nextTurn();
      const start = performance.now();
      const end = Math.min(paths.length, sizes.length + sizesAtOnce);
      for (const path of paths.slice(sizes.length, end)) {
        sizes.push(sizeAtOnce(path));
        if (performance.now() - start > sizesTurn) break;
      }
      const slow = paths.slice(sizes.length, end);
      if (slow.length > 0) sizes.push(...(await Promise.all(slow.map((path) => sizeElsewhere(path)))));
    }
    return sizes;
  },
  age: async (path, other) => (await stat(other)).mtimeMs - (await stat(path)).mtimeMs,
  touch: (path) => touch(path),
  makeFolder: (path) => makeFolder(path),
  makeSubfolder: (path) => makeSubfolder(path),
  rename: (from, to) => rename(from, to),
  link: (from, to) => link(from, to),
  remove: (path) => unlink(path),
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  syncFolder: async (path) => {
    // Windows cannot open a folder as a file; NTFS keeps its own journal of names.
    if (process.platform === 'win32') return;
    const descriptor = fs.openSync(path, 'r');
    try {
      await synced(descriptor, fs.fsync);
    } finally {
      fs.closeSync(descriptor);
    }
  },
};

/** The length of a file; null where there is none, nor a folder in which it could be. */
function sizeAtOnce(path: string): number | null {
  try {
    return fs.statSync(path, { throwIfNoEntry: false })?.size ?? null;
  } catch (error) {
    if (fileErrorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** The same, asked for off the thread. */
function sizeElsewhere(path: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    fs.stat(path, (error, found) => {
      if (error === null) resolve(found.size);
      else if (error.code === 'ENOENT' || error.code === 'ENOTDIR') resolve(null);
      else reject(error);
    });
  });
}

/** Writes the first byte of a file as it is: a time that is set comes from the clock of this computer. */
async function touch(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, 0);
    if (bytesRead === 0) await file.utimes(new Date(), new Date());
    else await file.write(buffer, 0, 1, 0);
  } finally {
    await file.close();
  }
}

/**
 * Makes a folder and those it stands in. Node's own recursive mkdir never returns where a file system that can be read
 * refuses new names as missing, as /proc does.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await makeSubfolder(path);
  } catch (error) {
    if (fileErrorCode(error) !== 'ENOENT' || dirname(path) === path || (await exists(dirname(path))))
      throw error;
    await makeFolder(dirname(path));
    await makeSubfolder(path);
  }
}

async function makeSubfolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: folderMode });
  } catch (error) {
    if (fileErrorCode(error) !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function openToRead(path: string): Promise<ReadableFile> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return {
      bytes: size,
      read: async (position, length) => {
        const bytes = Buffer.alloc(length);
        let filled = 0;
        while (filled < length) {
          const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** How many bytes are written without leaving the thread. */
const shortWrite = 16 * 1024;

/**
 * A disk that answers within so many milliseconds is waited for without leaving the thread, whose way to the pool and back
 * takes about as long again. After one slow answer the thread is left until the disk is quick again.
 */
const quickSync = 1;

const existingForAppend = fs.constants.O_WRONLY | fs.constants.O_APPEND;

// Descriptors rather than FileHandles, and fdatasync, which is enough for a file that grows: this is the way of every
// acknowledged edit.
function openFile(descriptor: number): OpenFile {
  const syncing = new Syncing(descriptor);
  return {
    write: (bytes) => written(descriptor, bytes, null),
    sync: () => syncing.sync(),
    truncate: (length) =>
      new Promise((resolve, reject) => {
        fs.ftruncate(descriptor, length, (error) => {
          if (error === null) resolve();
          else reject(error);
        });
      }),
    close: () => closed(descriptor),
  };
}

function fileToOverwrite(path: string, descriptor: number): FileToOverwrite {
  const { dev, ino } = fs.fstatSync(descriptor);
  const syncing = new Syncing(descriptor);
  const lengthInPlace = (): number | null => {
    const found = fs.statSync(path, { throwIfNoEntry: false });
    return found?.ino === ino && found.dev === dev ? found.size : null;
  };
  const overwriteSlowly = async (bytes: Uint8Array, position: number): Promise<number | null> => {
    await writeThrough(bytes, (rest, done) => written(descriptor, rest, position + done));
    await syncing.sync();
    return lengthInPlace();
  };
  return {
    overwrite: (bytes, position) => {
      if (!syncing.isQuick || bytes.length > shortWrite) return overwriteSlowly(bytes, position);
      const taken = fs.writeSync(descriptor, bytes, 0, bytes.length, position);
      if (taken < bytes.length) return overwriteSlowly(bytes.subarray(taken), position + taken);
      syncing.syncAtOnce();
      return lengthInPlace();
    },
    close: () => closed(descriptor),
  };
}

/** Puts what was written to a file on the disk itself. */
class Syncing {
  readonly #descriptor: number;
  /** How long the disk took last, in milliseconds. */
  #last = Number.POSITIVE_INFINITY;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Whether the disk answered so quickly that it is waited for without leaving the thread. */
  get isQuick(): boolean {
    return this.#last < quickSync;
  }

  async sync(): Promise<void> {
    if (this.isQuick) {
      this.syncAtOnce();
      return;
    }
    const start = performance.now();
    await synced(this.#descriptor, fs.fdatasync);
    this.#last = performance.now() - start;
  }

  /** Waits for the disk without leaving the thread. */
  syncAtOnce(): void {
    const start = performance.now();
    fs.fdatasyncSync(this.#descriptor);
    this.#last = performance.now() - start;
  }
}

/** @param position null for where the file ends */
function written(descriptor: number, bytes: Uint8Array, position: number | null): Promise<number> {
  return new Promise((resolve, reject) => {
    // A short record goes to the system's cache in microseconds, less than a turn of the thread pool takes; it is
    // the sync that waits for the disk. (What is thrown here rejects.)
    if (bytes.length <= shortWrite) {
      resolve(fs.writeSync(descriptor, bytes, 0, bytes.length, position));
      return;
    }
    fs.write(descriptor, bytes, 0, bytes.length, position, (error, taken) => {
      if (error === null) resolve(taken);
      else reject(error);
    });
  });
}

function closed(descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fs.close(descriptor, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}

function synced(
  descriptor: number,
  sync: (descriptor: number, done: (error: NodeJS.ErrnoException | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    sync(descriptor, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
