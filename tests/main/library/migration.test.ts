// A library of a former schema is kept as it is before anything is written in the present one, whatever fails on the
// way, and wherever the power goes.
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { schemaVersion } from '../../../src-main/library/migrations';
import { openLibrary } from '../../../src-main/library/open-library';
import { faultCodes } from './faults';
import { asSchema1 } from './former-schema';
import { MemoryFiles, seeded, type Survival } from './memory-files';
import { add, failure, inFolder, issue, issueId, mark, notes, opened, source, value } from './support';
import { attempt, libraryPath, lifeOptions, Work } from './work';

const former = fileURLToPath(new URL(join('fixtures', 'schema-1'), import.meta.url));
const kept = new RegExp(`^${libraryPath}/backups/before-schema-${schemaVersion}-[^/]+(?<!\\.tmp)/`);

async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path.slice(folder.length), await readFile(path, 'base64'));
  }
  return files;
}

const [formerFiles, formerWork] = [new MemoryFiles(), new Work()];
await attempt(formerFiles, formerWork, 0);
asSchema1(formerFiles);

/** A library of schema 1 in memory, and the work that made it. */
function formerLibrary(): { readonly files: MemoryFiles; readonly work: Work } {
  return { files: formerFiles.copy(), work: formerWork.copy() };
}

/** Whether a header of the present schema stands before the former library is kept whole. */
function isMigratedUnkept(files: MemoryFiles, before: ReadonlyMap<string, string>): boolean {
  const isMigrated = files.paths.some(
    (path) =>
      !path.includes('/backups/') &&
      files.content(path).includes(`"schema":${schemaVersion}`) &&
      !path.includes('LOCK'),
  );
  const found = new Map(
    files.paths
      .filter((path) => kept.test(path))
      .map((path) => [path.replace(kept, `${libraryPath}/`), files.content(path).toString('base64')]),
  );
  const isKept = [...before].every(([path, bytes]) => found.get(path) === bytes);
  return isMigrated && !isKept;
}

function contentsOf(files: MemoryFiles): ReadonlyMap<string, string> {
  const own = files.paths.filter((path) => !/LOCK|\/backups\/|\.zip$/.test(path));
  return new Map(own.map((path) => [path, files.content(path).toString('base64')]));
}

test('keeps a library of schema 1 as it was, as a library of its own', () =>
  inFolder(async (folder) => {
    const before = await filesOf(former);
    const own = join(folder, 'library');
    await cp(former, own, { recursive: true });
    const library = await opened(own);
    expect(library.notices).toEqual([]);
    value(await library.edit(issueId('i1'), add(mark('i1', 'new'))));
    value(
      await library.addIssue(
        { ...issue('i2'), corrections: [{ type: 'accept', block: 0, piece: 0 }] },
        source('i2'),
      ),
    );
    await library.close();
    const [copy = ''] = await readdir(join(own, 'backups'));
    expect(copy).toMatch(new RegExp(`^before-schema-${schemaVersion}-`));
    expect(await filesOf(join(own, 'backups', copy))).toEqual(before);
    const identity = await readFile(join(own, 'library.json'), 'utf8');
    expect(identity).toContain(`"schema":${schemaVersion}`);

    // It is kept once, and opens by itself.
    await (await opened(own)).close();
    expect(await readdir(join(own, 'backups'))).toEqual([copy]);
    const again = await opened(join(own, 'backups', copy));
    expect(await notes(again, 'i1')).toEqual({ m1: '稻花香里', m2: '' });
    await again.close();
  }));

test('migrates nothing while the former library cannot be kept, and goes on reading', async () => {
  const { files } = formerLibrary();
  const before = contentsOf(files);
  files.fail = ({ path }) => (path.includes('/backups') ? 'ENOSPC' : null);
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(library.notices.map(({ code }) => code)).toEqual(['library-read-only']);
  expect(value(await library.annotations(issueId('i0a'))).length).toBeGreaterThan(0);
  expect(failure(await library.edit(issueId('i0a'), add(mark('i0a', 'mine')))).code).toBe('disk-full');
  expect(contentsOf(files)).toEqual(before);
  files.fail = () => null;
  value(await library.edit(issueId('i0a'), add(mark('i0a', 'mine'))));
  await library.close();
  expect(isMigratedUnkept(files, before)).toBe(false);
});

test.each(faultCodes)('keeps the former library first, whatever fails with %s', async (code) => {
  for (const doneShare of [0, 0.5, 1]) {
    for (let failing = 1 + faultCodes.indexOf(code); ; failing += faultCodes.length) {
      const { files, work } = formerLibrary();
      const before = contentsOf(files);
      const start = files.operations.length;
      files.doneShare = doneShare;
      files.fail = (_operation, count) => (count === start + failing ? code : null);
      await attempt(files, new Work(), 7);
      const isReached = files.operations.length >= start + failing;
      files.fail = () => null;
      expect({ failing, unkept: isMigratedUnkept(files, before) }).toEqual({ failing, unkept: false });
      const wrong = (await work.verify(files)).filter((line) => !/i7[ab]/.test(line));
      expect({ failing, wrong }).toEqual({ failing, wrong: [] });
      if (!isReached || failing > 90) break;
    }
  }
});

test('loses nothing when the power goes while it migrates', async () => {
  const survivals: readonly Survival[] = ['synced-only', 'everything', 'names-first', 'torn', 'reordered'];
  const random = seeded(5);
  for (let crashAt = 1; crashAt <= 90; crashAt++) {
    const { files, work } = formerLibrary();
    const before = contentsOf(files);
    // What was there before is on the disk.
    const settled = files.afterPowerLoss('everything', random);
    settled.crashAt = settled.operations.length + crashAt;
    await attempt(settled, new Work(), 7);
    for (const survival of survivals) {
      const after = settled.afterPowerLoss(survival, random);
      expect({ crashAt, survival, unkept: isMigratedUnkept(after, before) }).toEqual({
        crashAt,
        survival,
        unkept: false,
      });
      const wrong = (await work.copy().verify(after)).filter((line) => !/i7[ab]/.test(line));
      expect({ crashAt, survival, wrong }).toEqual({ crashAt, survival, wrong: [] });
      expect(isMigratedUnkept(after, before)).toBe(false);
    }
  }
});
