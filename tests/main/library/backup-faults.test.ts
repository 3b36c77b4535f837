// A backup that fails at any operation leaves the former one as it was, nothing half beside it, and the library unharmed.
import { expect, test } from 'vitest';
import { openLibrary } from '../../../src-main/library/open-library';
import { readBackup } from '../../../src-main/library/read-backup';
import { MemoryFiles } from './memory-files';
import { failure, issueId, note, value } from './support';
import { attempt, backupPath, libraryPath, lifeOptions, Work } from './work';

async function madeAt(files: MemoryFiles): Promise<string> {
  const backup = await readBackup(files, backupPath);
  await backup.verify();
  await backup.close();
  return backup.manifest.made;
}

test.each([
  ['ENOSPC', 0],
  ['ENOSPC', 0.5],
  ['EIO', 0],
  ['EIO', 1],
  ['EACCES', 0],
  ['EROFS', 0],
] as const)(
  'keeps the former backup when making a new one fails with %s, %d done',
  async (code, doneShare) => {
    const worked = new MemoryFiles();
    await attempt(worked, new Work(), 0);
    let refused = 0;
    for (let failing = 1; ; failing++) {
      const files = worked.copy();
      let now = '2026-01-01T00:00:00.000Z';
      const library = value(
        await openLibrary(libraryPath, { ...lifeOptions(files), now: () => now, snapshotAfter: 1_000_000 }),
      );
      value(await library.backUp(backupPath));
      const before = files.paths.length;
      now = '2026-01-01T00:00:01.000Z';
      const start = files.operations.length;
      files.doneShare = doneShare;
      let failed = '';
      files.fail = ({ name }, count) => {
        if (count !== start + failing) return null;
        failed = name;
        return code;
      };
      const made = await library.backUp(backupPath);
      const isReached = files.operations.length >= start + failing;
      files.fail = () => null;
      if (!made.ok) refused++;
      // Only when its name cannot be synced, or what failed was done all the same, does the new one stand there.
      const isNamed = made.ok || failed === 'syncFolder' || doneShare === 1;
      expect(isNamed ? [now, '2026-01-01T00:00:00.000Z'] : ['2026-01-01T00:00:00.000Z']).toContain(
        await madeAt(files),
      );
      expect(files.paths.length).toBe(before);
      value(await library.edit(issueId('i0a'), note('m1', '还能写')));
      expect((await library.check()).problems).toEqual([]);
      value(await library.backUp(backupPath));
      await library.close();
      if (!isReached) break;
    }
    expect(refused).toBeGreaterThan(3);
  },
);

test.each(['ENOSPC', 'EIO'])('says that a backup was not made when all fails with %s', async (code) => {
  const files = new MemoryFiles();
  await attempt(files, new Work(), 0);
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  const before = files.paths;
  files.fail = () => code;
  expect(['disk-full', 'target-unwritable']).toContain(failure(await library.backUp(backupPath)).code);
  files.fail = () => null;
  expect(files.paths).toEqual(before);
  await library.close();
});

test.each(['EIO', 'EACCES', 'EMFILE'])('fails as a whole when something cannot be read: %s', async (code) => {
  const files = new MemoryFiles();
  await attempt(files, new Work(), 0);
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  files.failRead = (path) => (path.endsWith('source.bin') ? code : null);
  expect((await library.backUp(backupPath)).ok).toBe(false);
  files.failRead = () => null;
  expect(files.paths).not.toContain(backupPath);
  expect(files.paths).not.toContain(`${backupPath}.tmp`);
  value(await library.backUp(backupPath));
  await library.close();
});
