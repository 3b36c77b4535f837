// Moves a library to another folder, in four steps of which each leaves one whole library at least: it is copied to a
// folder beside its new place, the copy is proved, the copy takes its name, and only then does the caller use it. The
// former library is not touched; it is removed by itself, when the user wants it.
import { basename, dirname, join, relative, sep } from 'node:path';
import { detailOf } from '../../src-core/ipc/cause';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import { cleanUp } from './clean-up';
import { copyLibrary, libraryFiles } from './copy-library';
import { ifPresent, type FileLayer } from './file-layer';
import type { Library } from './library';
import { holdsLibrary, isEmptyFolder } from './look-into';
import { acquireLock, type LibraryLock, type LockOptions } from './lock';
import { openLibrary, type OpenLibraryOptions } from './open-library';
import { isLibraryName } from './own-names';
import { writeError } from './storage-error';

export type MoveOptions = {
  readonly open: OpenLibraryOptions;
  readonly lock: LockOptions;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

/** Where a library comes to lie when it is moved into a folder: within it, under the name it has. */
export function placeWithin(folder: string, library: string): string {
  return join(folder, basename(library));
}

/**
 * Copies a library, which is closed meanwhile and stays closed, to a folder that is not there or empty. Gives the lock of
 * the former library, for nobody may write there any more; after a failure only the former library is there.
 */
export async function moveLibrary(
  library: Library,
  to: string,
  options: MoveOptions,
): Promise<Result<LibraryLock, AppError>> {
  const { files } = options.lock;
  const from = library.path;
  const copy = `${to}.moving`;
  const before = await library.check();
  await library.close();
  const locked = await acquireLock(from, options.lock);
  if (!locked.ok) return locked;
  try {
    const hindrance = await hindranceToMove(files, from, to);
    if (hindrance !== null) throw new AppFailure(hindrance);
    const present = await ifPresent(files.list(to));
    await files.removeFolder(copy);
    const total = (await libraryFiles(files, from, [])).length;
    let done = 0;
    await copyLibrary(files, from, copy, {
      by: 'copy',
      without: [],
      onFile: () => {
        options.signal.throwIfAborted();
        options.onProgress(++done, total);
      },
    });
    await proveSame(files, from, copy);
    await proveSound(copy, before, options.open);
    options.signal.throwIfAborted();
    if (present !== null) await files.removeFolder(to);
    await files.rename(copy, to);
    await files.syncFolder(dirname(to));
    return ok(locked.value);
  } catch (error) {
    const failure = await cleanUp(error, [
      { leaves: copy, work: () => files.removeFolder(copy) },
      { leaves: `the lock of ${from}`, work: () => locked.value.release() },
    ]);
    if (options.signal.aborted) return fail({ code: 'cancelled' });
    return fail(targetError(to, failure));
  }
}

/** Why a library cannot be moved to a folder, as far as that can be told beforehand; null where nothing is in the way. */
export async function hindranceToMove(files: FileLayer, from: string, to: string): Promise<AppError | null> {
  try {
    if (!(await holdsLibrary(files, from))) return { code: 'library-absent', path: from };
    if (relative(from, to) === '') return { code: 'folder-unfit', file: to, why: 'same' };
    if (isWithin(from, to) || isWithin(to, from)) return { code: 'folder-unfit', file: to, why: 'within' };
    return (await isEmptyFolder(files, to)) ? null : { code: 'folder-unfit', file: to, why: 'not-empty' };
  } catch (error) {
    return targetError(to, error);
  }
}

/** Removes a library's own files; gives the names of others in its folder, which stay with it. */
export async function removeLibrary(files: FileLayer, path: string): Promise<readonly string[]> {
  const names = await files.list(path);
  const others = names.filter((name) => !isLibraryName(name));
  if (others.length === 0) {
    // Gone at once under its name, however long removing it takes.
    const going = `${path}.removing`;
    await files.removeFolder(going);
    await files.rename(path, going);
    await files.syncFolder(dirname(path));
    await files.removeFolder(going);
  } else {
    for (const name of names.filter(isLibraryName)) await files.removeFolder(join(path, name));
    await files.syncFolder(path);
  }
  return others;
}

function isWithin(folder: string, other: string): boolean {
  const way = relative(other, folder);
  return way !== '..' && !way.startsWith(`..${sep}`) && way !== folder;
}

async function proveSame(files: FileLayer, from: string, to: string): Promise<void> {
  const paths = await libraryFiles(files, from, []);
  const copied = new Set(await libraryFiles(files, to, []));
  for (const path of paths) {
    const isThere = copied.delete(path);
    const [one, other] = await Promise.all([
      files.readFile(join(from, path)),
      isThere ? files.readFile(join(to, path)) : null,
    ]);
    if (other === null || !Buffer.from(one).equals(other)) {
      throw new AppFailure({
        code: 'target-unwritable',
        file: join(to, path),
        detail: { code: 'copy-differs' },
      });
    }
  }
}

/** Opens the copy by itself and checks it; it must be as sound as the library was. */
async function proveSound(
  copy: string,
  before: Awaited<ReturnType<Library['check']>>,
  options: OpenLibraryOptions,
): Promise<void> {
  // What is to be told of it is told when it is opened in its place.
  const { onNotice: _onNotice, ...quietly } = options;
  const opened = await openLibrary(copy, quietly);
  if (!opened.ok) throw new AppFailure(opened.error);
  try {
    const after = await opened.value.check();
    const isSame = after.issues === before.issues && after.annotations === before.annotations;
    if (isSame && after.problems.length <= before.problems.length) return;
    const { annotations } = after;
    const fewer = { code: 'marks-missing', found: annotations, whole: before.annotations } as const;
    const detail = after.problems[0]?.problem ?? fewer;
    throw new AppFailure({ code: 'target-unwritable', file: copy, detail });
  } finally {
    await opened.value.close();
  }
}

/** What fails is the new place; nothing is to be said of the library itself. */
function targetError(to: string, error: unknown): AppError {
  const failure = writeError(to, error);
  const isOfPlace = failure.code === 'library-unwritable' || failure.code === 'library-read-only';
  return isOfPlace ? { code: 'target-unwritable', file: to, detail: detailOf(failure) } : failure;
}
