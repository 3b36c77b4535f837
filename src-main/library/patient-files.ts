// The file layer for disks that may answer late or never: shares whose server is gone. Nothing here is waited for without
// leaving the thread, for a thread that waits for such a disk shows no window and takes no key. Whatever gets no answer in
// time fails, as it does on a disk that says so; what the disk does later all the same is what is left of a failed change.
// Each unanswered call keeps a thread of the pool, which has few and whom everything else needs: while one is unanswered
// no other is made.
import fs from 'node:fs/promises';
import { cleanUp } from './clean-up';
import { endWithin, patience } from './reach';
import {
  noAnswer,
  writeThrough,
  type FileLayer,
  type FileToOverwrite,
  type OpenFile,
  type ReadableFile,
} from './file-layer';
import { nodeFiles } from './node-files';

/** How many calls are made at a time. */
const atOnce = 2;

/** What the slowest share that can be worked with takes in a millisecond, in bytes. */
const slowest = 20;

/** How much is read at a time, in bytes. */
const pieceLength = 256 * 1024;

/** The calls to one disk. */
export class PatientCalls {
  readonly #within: number;
  #underWay = 0;
  /** How many calls got no answer in time, and have none yet. */
  #unanswered = 0;
  readonly #waiting: (() => void)[] = [];
  /** What is done once the disk answers again. */
  readonly #later: (() => Promise<unknown>)[] = [];

  /** @param within how long an answer is waited for, in milliseconds */
  constructor(within: number = patience) {
    this.#within = within;
  }

  /**
   * Makes a call in its turn, and fails where it gets no answer.
   * @param allowance how much longer it may take, in milliseconds
   * @param tooLate is given what a call answers that nobody waits for any more
   */
  async make<T>(
    call: () => Promise<T>,
    allowance = 0,
    tooLate: (answer: T) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<T> {
    while (this.#underWay >= atOnce && this.#unanswered === 0)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#unanswered > 0) throw this.#silence();
    this.#underWay++;
    let isGivenUp = false;
    let answer: { readonly value: T } | null = null;
    const calling = call().finally(() => {
      this.#underWay--;
      if (isGivenUp && --this.#unanswered === 0) this.#catchUp();
      this.#next();
    });
    const isDone = await endWithin(async () => {
      answer = { value: await calling };
    }, this.#within + allowance);
    if (isDone && answer !== null) return (answer as { readonly value: T }).value;
    isGivenUp = true;
    this.#unanswered++;
    // Whoever asked has been told that it failed.
    calling.then(tooLate).catch(() => undefined);
    // Those that wait are told as well.
    for (const next of this.#waiting.splice(0)) next();
    throw this.#silence();
  }

  /** Closes a file, now or once the disk answers again: one that is only forgotten is closed with the thread waiting. */
  async close(file: { close(): Promise<unknown> }, allowance = 0): Promise<void> {
    let isBegun = false;
    const begin = (): Promise<unknown> => {
      isBegun = true;
      return file.close();
    };
    try {
      await this.make(begin, allowance);
    } catch (error) {
      if (!isBegun) {
        this.#later.push(begin);
        // It may have answered just now.
        if (this.#unanswered === 0) this.#catchUp();
      }
      throw error;
    }
  }

  #catchUp(): void {
    // A file that cannot be closed was of no use any more.
    for (const late of this.#later.splice(0)) late().catch(() => undefined);
  }

  #next(): void {
    this.#waiting.shift()?.();
  }

  #silence(): Error {
    const message = `${noAnswer}: no answer within ${this.#within / 1000} s`;
    return Object.assign(new Error(message), { code: noAnswer });
  }
}

/** Makes the file layer of disks whose calls are made so. */
export function patientFiles(calls: PatientCalls): FileLayer {
  const readable = async (path: string): Promise<ReadableFile> => {
    const file = await calls.make(
      () => nodeFiles.openToRead(path),
      0,
      (late) => late.close(),
    );
    return {
      bytes: file.bytes,
      read: (position, length) => calls.make(() => file.read(position, length), length / slowest),
      close: () => calls.close(file),
    };
  };
  return {
    open: async (path, mode) => {
      const flags = mode === 'create' ? 'wx' : fs.constants.O_WRONLY | fs.constants.O_APPEND;
      return openFile(calls, await opened(calls, path, flags));
    },
    openToOverwrite: async (path) =>
      fileToOverwrite(calls, path, await opened(calls, path, fs.constants.O_WRONLY)),
    readFile: async (path) => {
      const file = await readable(path);
      try {
        const pieces: Uint8Array[] = [];
        for (let read = 0; read < file.bytes;) {
          const piece = await file.read(read, Math.min(pieceLength, file.bytes - read));
          if (piece.length === 0) break;
          pieces.push(piece);
          read += piece.length;
        }
        return Buffer.concat(pieces);
      } finally {
        await file.close();
      }
    },
    openToRead: readable,
    isFolder: (path) => calls.make(() => nodeFiles.isFolder(path)),
    list: (folder) => calls.make(() => nodeFiles.list(folder)),
    sizes: async (paths) => {
      const sizes: (number | null)[] = [];
      for (const path of paths) sizes.push((await calls.make(() => statOf(path)))?.size ?? null);
      return sizes;
    },
    age: (path, other) => calls.make(() => nodeFiles.age(path, other)),
    touch: (path) => calls.make(() => nodeFiles.touch(path)),
    makeFolder: (path) => calls.make(() => nodeFiles.makeFolder(path)),
    makeSubfolder: (path) => calls.make(() => nodeFiles.makeSubfolder(path)),
    rename: (from, to) => calls.make(() => nodeFiles.rename(from, to)),
    link: (from, to) => calls.make(() => nodeFiles.link(from, to)),
    remove: (path) => calls.make(() => nodeFiles.remove(path)),
    removeFolder: (path) => calls.make(() => nodeFiles.removeFolder(path), 6 * patience),
    syncFolder: (path) => calls.make(() => syncFolder(path)),
  };
}

/** Opens a file; one that is opened when nobody waits for it any more is closed again. */
function opened(calls: PatientCalls, path: string, flags: string | number): Promise<fs.FileHandle> {
  return calls.make(
    () => fs.open(path, flags, 0o600),
    0,
    (late) => late.close(),
  );
}

function openFile(calls: PatientCalls, handle: fs.FileHandle): OpenFile {
  // A share may keep what it takes until it is asked to put it on the disk.
  let unsynced = 0;
  return {
    write: async (bytes) => {
      const { bytesWritten } = await calls.make(() => handle.write(bytes), bytes.length / slowest);
      unsynced += bytesWritten;
      return bytesWritten;
    },
    sync: async () => {
      await calls.make(() => handle.datasync(), unsynced / slowest);
      unsynced = 0;
    },
    truncate: (length) => calls.make(() => handle.truncate(length)),
    close: () => calls.close(handle, unsynced / slowest),
  };
}

async function fileToOverwrite(
  calls: PatientCalls,
  path: string,
  handle: fs.FileHandle,
): Promise<FileToOverwrite> {
  const { dev, ino } = await calls
    .make(() => handle.stat())
    .catch(async (error: unknown) => {
      throw await cleanUp(error, [{ leaves: `${path} not closed`, work: () => calls.close(handle) }]);
    });
  return {
    overwrite: async (bytes, position) => {
      await writeThrough(bytes, async (rest, done) => {
        const writing = () => handle.write(rest, 0, rest.length, position + done);
        return (await calls.make(writing, rest.length / slowest)).bytesWritten;
      });
      await calls.make(() => handle.datasync());
      const found = await calls.make(() => statOf(path));
      return found?.ino === ino && found.dev === dev ? found.size : null;
    },
    close: () => calls.close(handle),
  };
}

async function statOf(path: string): Promise<{ size: number; ino: number; dev: number } | null> {
  try {
    return await fs.stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null;
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder as a file.
  if (process.platform === 'win32') return;
  const handle = await fs.open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
