// The library with which the application starts. It asks the user until there is one, and never makes an empty library
// in the place of one that is away: a stick that is not plugged in, a share that does not answer.
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import { isEmptyFolder } from '../library/look-into';
import { fileErrorCode } from '../library/file-layer';
import type { Library } from '../library/library';
import { filesOn } from '../library/files-on';
import { patience, reachPlace, type Reach } from '../library/reach';
import { readError } from '../library/storage-error';

/** What the user chose to do about a library that does not open. */
export type ProblemAnswer =
  { readonly kind: 'retry' | 'quit' } | { readonly kind: 'other'; readonly path: string };

export type FirstLibraryPorts = {
  readonly open: (folder: string) => Promise<Result<Library, AppError>>;
  /** Whether there was a library in a folder before, so that it is missed where it is not there. */
  readonly isKnown: (folder: string) => boolean;
  readonly ask: (problem: AppError, folder: string) => Promise<ProblemAnswer>;
  /** Asks whether a folder answers; tests have answers of their own. */
  readonly reach?: (folder: string) => Promise<Reach>;
};

export type FirstLibrary = { readonly library: Library; readonly isNew: boolean };

/** Opens the library in a folder, or another one that the user chooses; null where they would rather quit. */
export async function openFirstLibrary(
  folder: string,
  ports: FirstLibraryPorts,
): Promise<FirstLibrary | null> {
  for (let path = folder; ;) {
    const opened = await tryToOpen(path, ports);
    if (opened.ok) return opened.value;
    const answer = await ports.ask(opened.error, path);
    if (answer.kind === 'quit') return null;
    if (answer.kind === 'other') path = answer.path;
  }
}

async function tryToOpen(path: string, ports: FirstLibraryPorts): Promise<Result<FirstLibrary, AppError>> {
  const answers = await (ports.reach ?? reachPlace)(path);
  if (answers === 'silent') return fail({ code: 'library-silent', path, seconds: patience / 1000 });
  if (answers === 'absent' && ports.isKnown(path)) return fail({ code: 'library-absent', path });
  try {
    const isNew = await isNewPlace(path);
    if (isNew && ports.isKnown(path)) return fail({ code: 'library-absent', path });
    const opened = await ports.open(path);
    return opened.ok ? ok({ library: opened.value, isNew }) : opened;
  } catch (error) {
    return fail(readError(path, error));
  }
}

/** Whether a folder holds nothing; what cannot be looked into is refused by opening it, in the right word. */
async function isNewPlace(path: string): Promise<boolean> {
  try {
    return await isEmptyFolder(await filesOn(path), path);
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
    return false;
  }
}
