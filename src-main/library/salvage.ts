// When both copies of an issue's marks are damaged, the library's own backups may still hold them. The newest one that
// does is taken, and what the journals have after it is put on top; nothing older goes over anything newer.
import { join } from 'node:path';
import { AppFailure } from '../../src-core/ipc/app-error';
import type { IssueId } from '../../src-core/publication/issue';
import { backupTime } from './backup-generations';
import { decodeDocument } from './document';
import { fileErrorCode, ifPresent, type FileLayer } from './file-layer';
import { annotationsFormat, type IssueState } from './formats';
import { readBackup } from './read-backup';

/** What a backup holds of one issue. */
export type Salvaged = {
  readonly state: IssueState;
  /** When the backup was made, ISO 8601: records of the journal that are younger are not in it. */
  readonly made: string;
};

/** Finds the newest automatic backup that holds an issue whole; null where none does. */
export async function salvageIssue(
  files: FileLayer,
  library: string,
  issueId: IssueId,
): Promise<Salvaged | null> {
  const folder = join(library, 'backups');
  const dated = ((await ifPresent(files.list(folder))) ?? [])
    .flatMap((name) => {
      const time = backupTime(name);
      return time === null ? [] : [{ name, time }];
    })
    .sort((one, other) => other.time - one.time);
  for (const { name } of dated) {
    const found = await readFrom(files, join(folder, name), issueId);
    if (found !== null) return found;
  }
  return null;
}

/** What one backup holds of the issue; null where it is damaged, or the issue is not in it. */
async function readFrom(files: FileLayer, path: string, issueId: IssueId): Promise<Salvaged | null> {
  const own = `issues/${issueId}/annotations.json`;
  try {
    const backup = await readBackup(files, path);
    try {
      if (!backup.manifest.files.some((file) => file.path === own)) return null;
      const decoded = decodeDocument(annotationsFormat(issueId), await backup.read(own));
      return decoded.ok ? { state: decoded.value, made: backup.manifest.made } : null;
    } finally {
      await backup.close();
    }
  } catch (error) {
    // The next older one may be whole. What is no fault of the file is not to be passed over.
    if (error instanceof AppFailure || fileErrorCode(error) !== null) return null;
    throw error;
  }
}
