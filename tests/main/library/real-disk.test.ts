// Disks and permissions as the system itself refuses them: a file system that is mounted for reading alone, and a folder
// in which an ordinary user may not write.
import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { add, failure, issue, issueId, mark, notes, opened, source, value } from './support';

const isRoot = process.getuid?.() === 0;
const canMount = process.platform === 'linux' && isRoot;
const whyNoMount = canMount ? '' : ' (skipped: only root on Linux can mount)';

function mount(folder: string, options: string): void {
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
}

test.skipIf(!canMount)(
  `reads on a disk mounted for reading, and saves when it can be written${whyNoMount}`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jianbao-read-only-'));
    mount(folder, 'size=2m');
    try {
      const path = join(folder, 'library');
      const first = await opened(path);
      value(await first.addIssue(issue('i1'), source('i1')));
      value(await first.edit(issueId('i1'), add(mark('i1', 'm1'))));
      await first.close();

      // While it is open: what was there can be read, what is new is refused.
      const second = await opened(path);
      execFileSync('/bin/mount', ['-o', 'remount,ro', folder]);
      expect(failure(await second.edit(issueId('i1'), add(mark('i1', 'm2')))).code).toBe('library-read-only');
      expect(failure(await second.addIssue(issue('i2'), source('i2'))).code).toBe('library-read-only');
      expect((await second.backUp(join(folder, 'backup.zip'))).ok).toBe(false);
      expect(Object.keys(await notes(second, 'i1'))).toEqual(['m1']);
      execFileSync('/bin/mount', ['-o', 'remount,rw', folder]);
      value(await second.edit(issueId('i1'), add(mark('i1', 'm3'))));
      await second.close();

      // From the start: it opens, says that it can only be read, and is written once that is so.
      execFileSync('/bin/mount', ['-o', 'remount,ro', folder]);
      const third = await opened(path);
      expect(third.notices.map(({ code }) => code)).toEqual(['library-read-only']);
      expect(Object.keys(await notes(third, 'i1'))).toEqual(['m1', 'm3']);
      expect(failure(await third.edit(issueId('i1'), add(mark('i1', 'm4')))).code).toBe('library-read-only');
      execFileSync('/bin/mount', ['-o', 'remount,rw', folder]);
      value(await third.edit(issueId('i1'), add(mark('i1', 'm5'))));
      expect((await third.check()).problems).toEqual([]);
      await third.close();
    } finally {
      execFileSync('/bin/umount', ['-l', folder]);
      await rm(folder, { recursive: true });
    }
  },
);

/** An ordinary user's number, by which this process acts for a while where it is root's. */
const ordinary = 65_534;

async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  if (!isRoot) return work();
  process.seteuid?.(ordinary);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}

async function changeModes(folder: string, folderMode: number, fileMode: number): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? folderMode : fileMode);
  }
  await chmod(folder, folderMode);
}

test.skipIf(process.platform === 'win32')(
  'reads where its user may not write, and saves when they may',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jianbao-permission-'));
    if (isRoot) await chown(folder, ordinary, ordinary);
    try {
      await asOrdinaryUser(async () => {
        const path = join(folder, 'library');
        const first = await opened(path);
        value(await first.addIssue(issue('i1'), source('i1')));
        value(await first.edit(issueId('i1'), add(mark('i1', 'm1'))));
        await first.close();
        await changeModes(path, 0o500, 0o400);

        const second = await opened(path);
        expect(second.notices.map(({ code }) => code)).toEqual(['library-read-only']);
        expect(second.notices).toMatchObject([{ detail: { code: 'system', errno: 'EACCES' } }]);
        expect(Object.keys(await notes(second, 'i1'))).toEqual(['m1']);
        expect(failure(await second.edit(issueId('i1'), add(mark('i1', 'm2')))).code).toBe(
          'library-unwritable',
        );
        await changeModes(path, 0o700, 0o600);
        value(await second.edit(issueId('i1'), add(mark('i1', 'm3'))));

        // Lost in the middle of the work: the issue's folder takes no new file.
        await chmod(join(path, 'issues'), 0o500);
        expect((await second.addIssue(issue('i2'), source('i2'))).ok).toBe(false);
        value(await second.edit(issueId('i1'), add(mark('i1', 'm4'))));
        await chmod(join(path, 'issues'), 0o700);
        value(await second.addIssue(issue('i2'), source('i2')));
        await second.close();

        // A folder that cannot even be looked into is no empty library.
        await chmod(path, 0o000);
        await expect(opened(path)).rejects.toThrow(/EACCES/);
        await chmod(path, 0o700);
        const third = await opened(path);
        expect(Object.keys(await notes(third, 'i1'))).toEqual(['m1', 'm3', 'm4']);
        expect((await third.check()).problems).toEqual([]);
        await third.close();
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
