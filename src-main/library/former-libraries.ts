// The libraries that moves left behind. Each stays locked, so that nobody writes there any more, until its user has it
// removed or the application ends.
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import type { FileLayer } from './file-layer';
import { startHeartbeat, type LibraryLock } from './lock';
import { removeLibrary } from './move-library';
import { writeError } from './storage-error';

type Kept = { readonly lock: LibraryLock; readonly stop: () => void };

export class FormerLibraries {
  readonly #files: FileLayer;
  readonly #kept = new Map<string, Kept>();

  constructor(files: FileLayer) {
    this.#files = files;
  }

  /** Keeps the lock of a library that was left behind. */
  keep(path: string, lock: LibraryLock): void {
    this.#kept.set(path, { lock, stop: startHeartbeat(() => void lock.beat()) });
  }

  /** Removes one; gives how many other things stand in its folder, which stay. */
  async remove(path: string): Promise<Result<number, AppError>> {
    const kept = this.#kept.get(path);
    if (kept === undefined) return fail({ code: 'token-unknown' });
    try {
      const others = await removeLibrary(this.#files, path);
      kept.stop();
      this.#kept.delete(path);
      return ok(others.length);
    } catch (error) {
      return fail(writeError(path, error));
    }
  }

  /** Lets go of all that were not removed. */
  async release(): Promise<void> {
    for (const { lock, stop } of this.#kept.values()) {
      stop();
      await lock.release();
    }
    this.#kept.clear();
  }
}
