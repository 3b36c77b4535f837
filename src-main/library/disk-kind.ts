// What kind of disk a folder lies on. Shares of a network and the simple file systems of sticks and cards may say that
// something is on the disk before it is, or cannot replace a file in one step; marks are safer elsewhere. Linux's table
// of mounts tells more than the number of a file system, by which all that programs provide (FUSE) are one, and it can be
// read while a share does not answer.
import { readFile, realpath, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { askOnce, endWithin } from './reach';

export type Disk = {
  /** Names a kind of disk on which saving is less safe; null for others, and where nothing is known. */
  readonly unsafe: string | null;
  /** Whether it may answer late or never, as a share does whose server is gone. */
  readonly mayStall: boolean;
};

const sound: Disk = { unsafe: null, mayStall: false };

/** Linux's numbers for file systems that keep less than they promise (statfs(2)). */
const unsafeTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
  [0x4d44, 'FAT'],
  [0x2011bab0, 'exFAT'],
]);

/** The file systems of sticks and cards by their names in the table of mounts. */
const stickTypes: ReadonlyMap<string, string> = new Map([
  ['vfat', 'FAT'],
  ['msdos', 'FAT'],
  ['exfat', 'exFAT'],
  ['fuse.exfat', 'exFAT'],
  ['fuse.fusefat', 'FAT'],
  ['fuse.ntfs', 'NTFS'],
  ['fuse.ntfs-3g', 'NTFS'],
  // Programs provide both under one name.
  ['fuseblk', 'NTFS/exFAT'],
]);

/** The file systems of shares and of other machines, in the same way. */
const shareTypes: ReadonlyMap<string, string> = new Map([
  ['nfs', 'NFS'],
  ['nfs4', 'NFS'],
  ['cifs', 'SMB'],
  ['smb3', 'SMB'],
  ['smbfs', 'SMB'],
  ['afs', 'AFS'],
  ['ceph', 'Ceph'],
  ['9p', '9P'],
  ['vboxsf', 'VirtualBox'],
  ['davfs', 'WebDAV'],
  ['fuse.sshfs', 'SSHFS'],
  ['fuse.rclone', 'rclone'],
  ['fuse.gvfsd-fuse', 'GVfs'],
]);

/** Programs that pass everything on to a folder of this machine, a sync too: they are as safe as what lies below. */
const passingTypes: ReadonlySet<string> = new Set([
  'fuse.bindfs',
  'fuse.cryfs',
  'fuse.encfs',
  'fuse.fuse-overlayfs',
  'fuse.gocryptfs',
  'fuse.mergerfs',
  'fuse.unionfs',
  'fuse.unionfs-fuse',
]);

/** Names a file system on which saving is less safe, by its Linux number; null for all others. */
export function unsafeDisk(type: number): string | null {
  return unsafeTypes.get(type >>> 0) ?? null;
}

/** Tells the disk of a path, absolute and without links, from Linux's table of mounts; null where it is not in it. */
export function diskInMounts(mounts: string, path: string): Disk | null {
  let found: { readonly point: string; readonly type: string; readonly source: string } | null = null;
  for (const line of mounts.split('\n')) {
    const [before = '', after] = line.split(' - ', 2);
    const point = before.split(' ')[4];
    if (after === undefined || point === undefined) continue;
    const [type = '', source = ''] = after.split(' ');
    const folder = withoutEscapes(point);
    const isAbove = path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
    // Of two that are mounted in one place, the later one is seen.
    if (isAbove && folder.length >= (found?.point.length ?? 0))
      found = { point: folder, type, source: withoutEscapes(source) };
  }
  return found === null ? null : diskOfType(found.type, found.source);
}

function diskOfType(type: string, source: string): Disk {
  const isFuse = type === 'fuse' || type === 'fuseblk' || type.startsWith('fuse.');
  const share = shareTypes.get(type);
  if (share !== undefined) return { unsafe: share, mayStall: true };
  const stick = stickTypes.get(type);
  if (stick !== undefined) return { unsafe: stick, mayStall: isFuse };
  if (!isFuse) return sound;
  if (/^https?:/u.test(source)) return { unsafe: 'WebDAV', mayStall: true };
  const isPassing = passingTypes.has(type) || (type === 'fuse' && source.startsWith('/'));
  return { unsafe: isPassing ? null : 'FUSE', mayStall: true };
}

/** The table writes blanks in names as octal numbers. */
function withoutEscapes(name: string): string {
  return name.replace(/\\([0-7]{3})/gu, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)));
}

/** Tells what disk a folder, which need not be there yet, lies on, as far as the system tells. */
export async function diskOf(folder: string): Promise<Disk> {
  if (process.platform === 'win32') {
    return folder.startsWith('\\\\') ? { unsafe: 'SMB', mayStall: true } : sound;
  }
  if (process.platform !== 'linux') return sound;
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  const named = diskInMounts(mounts, folder);
  if (named?.mayStall === true) return named;
  const path = await withoutLinks(folder);
  // A link that leads to where there is no answer.
  if (path === null) return { unsafe: 'FUSE', mayStall: true };
  const inMounts = diskInMounts(mounts, path);
  if (inMounts?.mayStall === true || typeof inMounts?.unsafe === 'string') return inMounts;
  // A folder that cannot be asked about is refused elsewhere if it cannot be used.
  const unsafe = await statfs(folder).then(
    ({ type }) => unsafeDisk(type),
    () => null,
  );
  return { unsafe, mayStall: unsafe !== null };
}

/** How long a share may take to say where a link leads to, in milliseconds. */
const linkLimit = 1_000;

/** Where a path leads to, which need not be there; null where that is not told in time. */
async function withoutLinks(path: string): Promise<string | null> {
  let found: string | null = null;
  await endWithin(async () => {
    found = await askOnce(asked, path, led);
  }, linkLimit);
  return found;
}

const asked = new Map<string, Promise<string>>();

async function led(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    dirname(path) === path ? path : join(await led(dirname(path)), basename(path)),
  );
}
