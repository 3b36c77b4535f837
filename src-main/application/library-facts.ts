// What is told of a library as a whole: how much is in it, what it takes on the disk, and when it was backed up.
import { join } from 'node:path';
import type { LibraryFacts } from '../../src-core/ipc/library-contract';
import { backupTime } from '../library/backup-generations';
import { libraryFiles } from '../library/copy-library';
import { ifPresent, type FileLayer } from '../library/file-layer';
import { filesOn } from '../library/files-on';
import type { Library } from '../library/library';
import { holdsLibrary } from '../library/look-into';
import { orThrow } from '../../src-core/ipc/or-throw';

/** Looks at a library; the libraries used before are the caller's to add. Throws AppFailure. */
export async function libraryFacts(library: Library): Promise<Omit<LibraryFacts, 'recent'>> {
  const issues = orThrow(await library.issues());
  const files = await filesOn(library.path);
  const names = (await ifPresent(files.list(join(library.path, 'backups')))) ?? [];
  const times = names.map(backupTime).filter((time) => time !== null);
  return {
    path: library.path,
    isThere: await holdsLibrary(files, library.path),
    issues: issues.length,
    annotations: issues.reduce((total, { annotations }) => total + annotations, 0),
    bytes: await bytesOf(files, library.path),
    lastBackup: times.length === 0 ? null : new Date(Math.max(...times)).toISOString(),
    backups: times.length,
  };
}

async function bytesOf(files: FileLayer, folder: string): Promise<number> {
  const paths = (await ifPresent(libraryFiles(files, folder, []))) ?? [];
  const sizes = await files.sizes(paths.map((path) => join(folder, path)));
  return sizes.reduce<number>((total, size) => total + (size ?? 0), 0);
}
