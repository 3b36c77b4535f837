import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { diskInMounts, diskOf, unsafeDisk } from '../../../src-main/library/disk-kind';

test('names network shares and the file systems of sticks, whatever the sign of their number', () => {
  expect([0x6969, 0xff534d42, 0xff534d42 | 0, 0x4d44, 0x2011bab0].map(unsafeDisk)).toEqual([
    'NFS',
    'SMB',
    'SMB',
    'FAT',
    'exFAT',
  ]);
});

test('says nothing of disks that keep what they promise', async () => {
  // ext4, XFS, Btrfs, a file system in memory.
  expect([0xef53, 0x58465342, 0x9123683e, 0x01021994].map(unsafeDisk)).toEqual([null, null, null, null]);
  expect((await diskOf(tmpdir())).unsafe).toBeNull();
  expect((await diskOf('/no/such/folder')).unsafe).toBeNull();
});

// Lines as Linux writes them (proc(5)), with the mounts of a desktop.
const mounts = `21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
59 21 0:44 / /home/li/share rw,nosuid,nodev - fuse.sshfs li@lab:/papers rw,user_id=1000
60 21 0:45 / /home/li/cloud rw,nosuid,nodev - fuse.rclone onedrive: rw,user_id=1000
61 21 0:46 / /home/li/dav rw,nosuid,noexec - fuse https://dav.example.cn/ rw,user_id=1000
62 21 8:17 / /media/li/我的\\040盘 rw,nosuid,nodev - fuseblk /dev/sdb1 rw,user_id=0
63 21 8:18 / /media/li/stick rw,nosuid,nodev - vfat /dev/sdc1 rw
64 21 0:47 / /home/li/secret rw,nosuid,nodev - fuse.gocryptfs /home/li/.secret rw,user_id=1000
65 21 0:48 / /home/li/bound rw,nosuid,nodev - fuse /home/li/papers rw,user_id=1000
66 21 0:49 / /home/li/odd rw,nosuid,nodev - fuse.odd odd rw,user_id=1000
67 21 0:50 / /mnt/nas rw,relatime shared:20 - nfs4 nas:/papers rw,vers=4.2
68 67 0:51 / /mnt/nas/own rw,relatime shared:21 - ext4 /dev/sdd1 rw
`;

test('tells shares, sticks and folders passed on from each other, where a number tells no more than FUSE', () => {
  const kindOf = (path: string) => diskInMounts(mounts, path)?.unsafe;
  expect(kindOf('/home/li/share/资料库')).toBe('SSHFS');
  expect(kindOf('/home/li/share')).toBe('SSHFS');
  expect(kindOf('/home/li/cloud/l')).toBe('rclone');
  expect(kindOf('/home/li/dav/l')).toBe('WebDAV');
  expect(kindOf('/media/li/我的 盘/l')).toBe('NTFS/exFAT');
  expect(kindOf('/media/li/stick/l')).toBe('FAT');
  expect(kindOf('/home/li/odd/l')).toBe('FUSE');
  expect(kindOf('/mnt/nas/l')).toBe('NFS');
});

test('warns of no disk that is as safe as this machine’s own', () => {
  const kindOf = (path: string) => diskInMounts(mounts, path)?.unsafe;
  expect(kindOf('/home/li/l')).toBeNull();
  expect(kindOf('/home/li/shared/l')).toBeNull();
  expect(kindOf('/home/li/secret/l')).toBeNull();
  expect(kindOf('/home/li/bound/l')).toBeNull();
  expect(kindOf('/mnt/nas/own/l')).toBeNull();
});

test('knows which disks may not answer', () => {
  const mayStall = (path: string) => diskInMounts(mounts, path)?.mayStall;
  expect(['/home/li/share', '/mnt/nas/l', '/home/li/secret/l'].map(mayStall)).toEqual([true, true, true]);
  expect(['/home/li', '/media/li/stick', '/mnt/nas/own'].map(mayStall)).toEqual([false, false, false]);
  expect(diskInMounts('', '/home')).toBeNull();
});
