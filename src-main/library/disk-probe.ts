// Tries out whether a folder keeps what a library relies on: a file that is synced can be read again, a rename replaces
// a file in one step, a folder can be synced. It works on every system, and gives up on a disk that does not answer.
import { join } from 'node:path';
import type { Detail } from '../../src-core/ipc/detail';
import { createFile, fileErrorCode, ifPresent, type FileLayer } from './file-layer';
import { endWithin } from './reach';

/** How long the trial may take, in milliseconds. */
const trialLimit = 3_000;

/**
 * Tries a library's folder out; says what it does not keep, and null where all is well.
 * @param token names the trial's own files, which any later opening would tidy up
 */
export async function probeDisk(
  files: FileLayer,
  folder: string,
  token: string,
  within = trialLimit,
): Promise<Detail | null> {
  let found: Detail | null = null;
  const isDone = await endWithin(async () => {
    found = await tryOut(files, join(folder, `LOCK-probe-${token}`), folder);
  }, within);
  return isDone ? found : { code: 'no-answer', seconds: within / 1000 };
}

async function tryOut(files: FileLayer, path: string, folder: string): Promise<Detail | null> {
  const next = `${path}-next`;
  let isWritable = false;
  let isReplacing = true;
  try {
    await createFile(files, path, Buffer.from('former'));
    await createFile(files, next, Buffer.from('present'));
    isWritable = true;
    await files.rename(next, path);
    const read = Buffer.from(await files.readFile(path)).toString();
    const isReplaced = read === 'present' && (await ifPresent(files.readFile(next))) === null;
    if (!isReplaced) return { code: 'replacing-unsafe', errno: null };
    isReplacing = false;
    await files.syncFolder(folder);
    return null;
  } catch (error) {
    const errno = fileErrorCode(error);
    if (errno === null) throw error;
    // That nothing can be written is told when something is.
    if (!isWritable) return null;
    return { code: isReplacing ? 'replacing-unsafe' : 'syncing-unsafe', errno };
  } finally {
    await tidy(files, [path, next]);
  }
}

/** What cannot be removed now is removed by a later opening, as is whatever asked for the lock and did not end well. */
async function tidy(files: FileLayer, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      await ifPresent(files.remove(path));
    } catch (error) {
      if (fileErrorCode(error) === null) throw error;
    }
  }
}
