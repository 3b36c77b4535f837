// One process writes a library. The lock is a file that says who holds it; it appears whole (by a link to a finished
// file), its time is renewed while the holder lives, and the lock of a dead process is taken over at once. Only one
// process can claim a given stale lock, because the claim is a file named after that lock.
import { join } from 'node:path';
import { z } from 'zod';
import type { LibraryHolder } from '../../src-core/ipc/detail';
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import { cleanUp } from './clean-up';
import { parseJson } from './document';
import {
  createFile,
  fileErrorCode,
  ifPresent,
  mayLackLinks,
  writeAll,
  type FileLayer,
  type OpenFile,
} from './file-layer';
import type { Processes } from './processes';
import { writeError } from './storage-error';

export type Holder = 'app' | 'cli';

/** How often a holder shows that it lives, in milliseconds. */
const heartbeatEvery = 5_000;

/** How long a lock that is not renewed is believed, in milliseconds. */
export const heartbeatLimit = 60_000;

/** Whether a name in a library's folder is that of a file which a process made while it asked for the lock. */
export function isLockAttempt(name: string): boolean {
  return name.startsWith('LOCK-');
}

/** Calls `beat` again and again until the returned function is called; it keeps no process alive. */
export type Heartbeat = (beat: () => void) => () => void;

/** A heartbeat by the clock of the process. */
export function startHeartbeat(beat: () => void): () => void {
  const timer = setInterval(beat, heartbeatEvery).unref();
  return () => {
    clearInterval(timer);
  };
}

const ownerSchema = z.object({
  /** Names this lock among all there ever were. */
  token: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  holder: z.enum(['app', 'cli']),
  pid: z.int(),
  host: z.string(),
  started: z.string().nullable(),
  since: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

/** What stands in the lock's place; `owner` is null where it cannot be read. */
type FoundLock = { readonly owner: Owner | null };

export type LockOptions = {
  readonly files: FileLayer;
  readonly processes: Processes;
  readonly holder: Holder;
  readonly now: () => string;
  readonly newId: () => string;
};

/** Takes the lock of a library; a living holder is the failure 'library-locked'. */
export async function acquireLock(
  library: string,
  options: LockOptions,
): Promise<Result<LibraryLock, AppError>> {
  const { files, processes, holder } = options;
  const owner: Owner = { token: options.newId(), holder, since: options.now(), ...processes.self };
  const own = join(library, `LOCK-${owner.token}`);
  try {
    await createFile(files, own, encodeOwner(owner));
    try {
      return await acquireWith(library, own, owner, options);
    } finally {
      await ifPresent(files.remove(own));
    }
  } catch (error) {
    givenUp.add(owner.token);
    return fail(writeError(library, error));
  }
}

/**
 * The locks which this process asked for in vain: the disk failed or did not answer. Should one of them be found later,
 * nobody holds it.
 */
const givenUp = new Set<string>();

/** What a beat finds of the lock. */
export type Beat =
  | { readonly state: 'held' }
  /** The disk could not be read for a moment. */
  | { readonly state: 'unseen' }
  /** It was gone and is held again; another process may have held it, changed the library and given it back meanwhile. */
  | { readonly state: 'made-again' }
  | { readonly state: 'lost'; readonly to: LibraryHolder };

export class LibraryLock {
  /** Who held it before and is dead; null when it was free. */
  readonly takenFrom: LibraryHolder | null;
  readonly #files: FileLayer;
  readonly #library: string;
  readonly #owner: Owner;

  constructor(files: FileLayer, library: string, owner: Owner, takenFrom: LibraryHolder | null) {
    this.#files = files;
    this.#library = library;
    this.#owner = owner;
    this.takenFrom = takenFrom;
  }

  /** Renews the lock's time, and says whether it still is this process's. */
  async beat(): Promise<Beat> {
    try {
      const found = await readLock(this.#files, this.#library);
      if (found === null) {
        // The file was deleted, or the whole folder is away for a moment. Whoever makes the file first has the lock.
        return await this.#makeAgain();
      }
      if (found.owner?.token !== this.#owner.token) return { state: 'lost', to: holderOf(found.owner) };
      await this.#files.touch(lockPath(this.#library));
    } catch (error) {
      // A disk that cannot be read for a moment does not take the lock away; the next beat asks again.
      if (fileErrorCode(error) === null) throw error;
      return { state: 'unseen' };
    }
    return { state: 'held' };
  }

  /** Gives the lock back, unless it is another's by now. */
  async release(): Promise<void> {
    const found = await readLock(this.#files, this.#library);
    if (found?.owner?.token === this.#owner.token) await this.#files.remove(lockPath(this.#library));
  }

  /** A lock that is there by now and is not our own is another's: the folder may be back, with it in it. */
  async #makeAgain(): Promise<Beat> {
    try {
      await createFile(this.#files, lockPath(this.#library), encodeOwner(this.#owner));
      return { state: 'made-again' };
    } catch (error) {
      if (fileErrorCode(error) !== 'EEXIST') throw error;
      const found = await readLock(this.#files, this.#library);
      if (found?.owner?.token === this.#owner.token) return { state: 'held' };
      return { state: 'lost', to: holderOf(found?.owner ?? null) };
    }
  }
}

function encodeOwner(owner: Owner): Uint8Array {
  return Buffer.from(`${JSON.stringify(owner)}\n`);
}

/** Where the lock of a library is. */
export function lockPath(library: string): string {
  return join(library, 'LOCK');
}

async function acquireWith(
  library: string,
  own: string,
  owner: Owner,
  options: LockOptions,
): Promise<Result<LibraryLock, AppError>> {
  const { files } = options;
  const path = lockPath(library);
  // Each round either ends or has seen the lock change hands.
  for (let round = 0; round < 10; round++) {
    if (await linked(files, own, path)) return ok(new LibraryLock(files, library, owner, null));
    const found = await readLock(files, library);
    if (found === null) continue;
    // A share may do what was asked and yet say that it failed.
    if (found.owner?.token === owner.token) return ok(new LibraryLock(files, library, owner, null));
    if (!(await isStale(found, path, own, options))) {
      return fail({ code: 'library-locked', path: library, owner: holderOf(found.owner) });
    }
    const claim = join(library, `LOCK-claim-${found.owner?.token ?? 'unreadable'}`);
    // A share may make it and yet say that it failed.
    if (!(await linked(files, own, claim)) && (await ownerOf(files, claim))?.token !== owner.token) {
      await removeDeadClaim(claim, own, options);
      continue;
    }
    try {
      // Only who holds the claim replaces this lock, so it is either still there or was replaced before.
      const again = await readLock(files, library);
      if (again === null || again.owner?.token !== found.owner?.token) continue;
      await files.rename(own, path);
      const takenFrom = holderOf(found.owner);
      return ok(new LibraryLock(files, library, owner, takenFrom));
    } finally {
      await ifPresent(files.remove(claim));
    }
  }
  return fail({ code: 'library-locked', path: library, owner: { code: 'held-by-several' } });
}

/** Whether nobody holds a lock any more. @param own a file which was made just now */
async function isStale(
  { owner }: FoundLock,
  path: string,
  own: string,
  { files, processes }: LockOptions,
): Promise<boolean> {
  if (owner !== null && givenUp.has(owner.token)) return true;
  const state = owner === null ? 'unknown' : processes.state(owner);
  if (state !== 'unknown') return state === 'dead';
  const age = await ifPresent(files.age(path, own));
  // One that has just gone is looked for again by who would take it.
  return age === null || age > heartbeatLimit;
}

async function readLock(files: FileLayer, library: string): Promise<FoundLock | null> {
  const owner = await ownerOf(files, lockPath(library));
  return owner === undefined ? null : { owner };
}

/** Who made a lock or a claim; null where that cannot be read, undefined where there is none. */
async function ownerOf(files: FileLayer, path: string): Promise<Owner | null | undefined> {
  const bytes = await ifPresent(files.readFile(path));
  if (bytes === null) return undefined;
  const owner = ownerSchema.safeParse(parseJson(bytes));
  return owner.success ? owner.data : null;
}

/** Whether `path` now is a second name of `own`; where there are no second names, a file of the same content. */
async function linked(files: FileLayer, own: string, path: string): Promise<boolean> {
  try {
    await files.link(own, path);
    return true;
  } catch (error) {
    if (fileErrorCode(error) === 'EEXIST') return false;
    if (!mayLackLinks(error)) throw error;
  }
  return copied(files, await files.readFile(own), path);
}

/** Makes a file whole or not at all; no where there is one already. */
async function copied(files: FileLayer, bytes: Uint8Array, path: string): Promise<boolean> {
  let file: OpenFile;
  try {
    file = await files.open(path, 'create');
  } catch (error) {
    if (fileErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    try {
      await writeAll(file, bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    // A lock that nobody can read would keep everybody out.
    throw await cleanUp(error, [{ leaves: path, work: () => files.remove(path) }]);
  }
}

/** Removes a claim whose maker died before it was done; the lock's own token still guards against two who do so. */
async function removeDeadClaim(claim: string, own: string, { files, processes }: LockOptions): Promise<void> {
  const owner = await ownerOf(files, claim);
  if (owner === undefined) return;
  const isGivenUp = owner !== null && givenUp.has(owner.token);
  const state = owner === null ? 'unknown' : processes.state(owner);
  const isDead =
    isGivenUp ||
    state === 'dead' ||
    (state === 'unknown' && ((await ifPresent(files.age(claim, own))) ?? 0) > heartbeatLimit);
  if (isDead) await ifPresent(files.remove(claim));
}

function holderOf(owner: Owner | null): LibraryHolder {
  if (owner === null) return { code: 'held-by-unknown' };
  const { holder, pid, host, since } = owner;
  return { code: 'held-by', holder, pid, host, since };
}
