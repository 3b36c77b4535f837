// Restores a backup into the library in use, after a backup of what is there.
import { dirname, join } from 'node:path';
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import type { FileLayer } from './file-layer';
import type { Library } from './library';
import { proveBackup, restoreInto, type Restored } from './restore';
import { writeError } from './storage-error';

/** What a restore did, and where the backup of what was there before stands. */
export type RestoredOver = Restored & { readonly before: string };

/** Backs the library up among its own backups, and then brings in what a backup has; at an ISO 8601 instant. */
export async function restoreOverPresent(
  files: FileLayer,
  library: Library,
  backup: string,
  at: string,
): Promise<Result<RestoredOver, AppError>> {
  // A backup that cannot be used costs no further one.
  const sound = await proveBackup(files, backup, library.path);
  if (!sound.ok) return sound;
  const before = join(library.path, 'backups', `before-restore-${at.replace(/[:.]/gu, '-')}.zip`);
  try {
    await files.makeFolder(dirname(before));
    await files.syncFolder(library.path);
  } catch (error) {
    return fail(writeError(dirname(before), error));
  }
  const kept = await library.backUp(before);
  if (!kept.ok) return kept;
  const restored = await restoreInto(library, backup, at, files);
  return restored.ok ? ok({ ...restored.value, before }) : restored;
}
