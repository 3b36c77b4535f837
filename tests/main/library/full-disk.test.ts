// A disk that is really full: a small file system in memory, where the tests run as root on Linux.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { add, failure, issue, issueId, mark, opened, source, value } from './support';

function mounted(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const folder = await mkdtemp(join(tmpdir(), 'jianbao-full-'));
const isMounted = mounted(folder);

test.skipIf(!isMounted)(
  'refuses marks on a full disk, keeps the old ones, and saves again when there is room',
  async () => {
    try {
      const library = await opened(join(folder, 'library'), { snapshotAfter: 30_000 });
      value(await library.addIssue(issue('i1'), source('i1')));
      const filler = join(folder, 'filler');
      await writeFile(filler, Buffer.alloc(64 * 1024));
      let made = 0;
      for (;;) {
        const added = await library.edit(
          issueId('i1'),
          add(mark('i1', `m${made}`, { note: '字'.repeat(300) })),
        );
        if (!added.ok) {
          expect(added.error.code).toBe('disk-full');
          break;
        }
        made++;
        if (made > 5_000) throw new Error('the disk does not fill');
      }
      expect(value(await library.annotations(issueId('i1'))).length).toBe(made);
      // What the refused mark gave back is taken too.
      await writeFile(join(folder, 'rest'), Buffer.alloc(512 * 1024)).catch(() => undefined);
      expect(failure(await library.addIssue(issue('i2'), source('i2'))).code).toBe('disk-full');
      const names = await readdir(join(folder, 'library', 'issues'));
      expect(names).toEqual(['i1']);
      expect(
        (await readdir(join(folder, 'library', 'issues', 'i1'))).filter((name) => name.endsWith('.tmp')),
      ).toEqual([]);
      await rm(filler);
      value(await library.edit(issueId('i1'), add(mark('i1', 'after'))));
      await library.close();
      const again = await opened(join(folder, 'library'));
      expect(value(await again.annotations(issueId('i1'))).length).toBe(made + 1);
      expect((await again.check()).problems).toEqual([]);
      await again.close();
    } finally {
      execFileSync('/bin/umount', [folder]);
      await rm(folder, { recursive: true });
    }
  },
);
