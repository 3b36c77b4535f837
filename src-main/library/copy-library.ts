// Copies a library, file by file, so that the copy is on the disk itself once this is done. Locks and files that were
// being written are left out. Files that are only ever replaced may be given a second name instead of being copied; a
// journal grows in place, so it is always copied.
import { dirname, join } from 'node:path';
import { createFile, mayLackLinks, type FileLayer } from './file-layer';
import { isUnfinishedIssue } from './issue-folder';
import { isLockAttempt } from './lock';

export type CopyOptions = {
  /** 'link' gives files that are only ever replaced a second name, where the file system can. */
  readonly by: 'copy' | 'link';
  /** Names in the library's own folder that are left out. */
  readonly without: readonly string[];
  /** Told after each file; what it throws ends the copying. */
  readonly onFile?: (path: string) => void;
};

/** The files of a library, relative to its folder, in no order. */
export async function libraryFiles(
  files: FileLayer,
  library: string,
  without: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const name of await files.list(join(library, folder))) {
      const isOut = folder === '' && without.includes(name);
      if (isOut || isPassing(name)) continue;
      const path = join(folder, name);
      if (await files.isFolder(join(library, path))) await walk(path);
      else found.push(path);
    }
  };
  await walk('');
  return found;
}

/** Copies a library into a folder that does not exist yet; gives how many files it has. */
export async function copyLibrary(
  files: FileLayer,
  from: string,
  to: string,
  { by, without, onFile = () => undefined }: CopyOptions,
): Promise<number> {
  const paths = await libraryFiles(files, from, without);
  const folders = new Set(['.', 'issues', ...paths.map((path) => dirname(path))]);
  for (const folder of folders) await files.makeFolder(join(to, folder));
  for (const path of paths) {
    await copyFile(files, join(from, path), join(to, path), by);
    onFile(path);
  }
  // A folder's own name is in the folder above it.
  const above = [...folders].flatMap((folder) => [folder, dirname(folder)]);
  for (const folder of new Set(above)) await files.syncFolder(join(to, folder));
  await files.syncFolder(dirname(to));
  return paths.length;
}

async function copyFile(files: FileLayer, from: string, to: string, by: CopyOptions['by']): Promise<void> {
  if (by === 'link' && !from.endsWith('.jnl')) {
    try {
      await files.link(from, to);
      return;
    } catch (error) {
      if (!mayLackLinks(error)) throw error;
    }
  }
  await createFile(files, to, await files.readFile(from));
}

/** Whether a name stands for nothing that a library keeps. */
function isPassing(name: string): boolean {
  return name === 'LOCK' || isLockAttempt(name) || isUnfinishedIssue(name) || name.endsWith('.tmp');
}
