// Before the first file of a library is written in a newer schema, the library is kept as it is, as a library of its own
// among the backups: the former program can open it there.
import { join } from 'node:path';
import { copyLibrary } from './copy-library';
import { unfinished } from './durable-file';
import { ifPresent, type FileLayer } from './file-layer';
import { schemaVersion } from './migrations';

const prefix = `before-schema-${schemaVersion}-`;

/** Keeps the library as it is; at an ISO 8601 instant. Throws what fails, and nothing may be migrated then. */
export async function keepFormerSchema(files: FileLayer, library: string, at: string): Promise<void> {
  const folder = join(library, 'backups');
  for (const name of (await ifPresent(files.list(folder))) ?? []) {
    // One that was not finished, by a process that ended.
    if (name === unfinished(name.slice(0, -4)) && name.startsWith(prefix)) {
      await files.removeFolder(join(folder, name));
    }
  }
  await files.makeFolder(folder);
  await files.syncFolder(library);
  const kept = await freeName(files, folder, `${prefix}${at.replaceAll(':', '-')}`);
  await copyLibrary(files, library, unfinished(kept), { by: 'link', without: ['backups', 'quarantine'] });
  await files.rename(unfinished(kept), kept);
  await files.syncFolder(folder);
}

/** A copy that was finished by a process which ended before it migrated anything stays. */
async function freeName(files: FileLayer, folder: string, name: string): Promise<string> {
  const taken = new Set(await files.list(folder));
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(free)) return join(folder, free);
  }
}
