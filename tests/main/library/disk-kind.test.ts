import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { unsafeDisk, unsafeDiskOf } from '../../../src-main/library/disk-kind';

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
  expect(await unsafeDiskOf(tmpdir())).toBeNull();
  expect(await unsafeDiskOf('/no/such/folder')).toBeNull();
});
