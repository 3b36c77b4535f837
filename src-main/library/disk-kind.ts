// What kind of disk a folder lies on. Shares of a network and the simple file systems of sticks and cards may say that
// something is on the disk before it is, or cannot replace a file in one step; marks are safer elsewhere.
import { statfs } from 'node:fs/promises';

/** Linux's numbers for file systems that keep less than they promise (statfs(2)). */
const unsafeTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x5346414f, 'AFS'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
  [0x4d44, 'FAT'],
  [0x2011bab0, 'exFAT'],
]);

/** Names a file system on which saving is less safe, by its Linux number; null for all others. */
export function unsafeDisk(type: number): string | null {
  return unsafeTypes.get(type >>> 0) ?? null;
}

/** Names the unsafe kind of disk that a folder lies on, as far as the system tells; null where nothing is known of it. */
export async function unsafeDiskOf(folder: string): Promise<string | null> {
  if (process.platform === 'win32') return folder.startsWith('\\\\') ? 'SMB' : null;
  if (process.platform !== 'linux') return null;
  // A folder that cannot be asked about is refused elsewhere if it cannot be used.
  return statfs(folder).then(
    ({ type }) => unsafeDisk(type),
    () => null,
  );
}
