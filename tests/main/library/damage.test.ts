// Libraries damaged in hundreds of ways: each opens and is mended, or says in the right word why not. Nothing is lost
// without being told, and what was damaged is kept.
import { expect, test } from 'vitest';
import type { LibraryNotice } from '../../../src-core/ipc/library-notice';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles, seeded, type Random } from './memory-files';
import { issueId, value } from './support';
import { attempt, libraryPath, lifeOptions, Work } from './work';

type Damage = (bytes: Buffer, random: Random) => Uint8Array | null;

const damages: Readonly<Record<string, Damage>> = {
  missing: () => null,
  empty: () => Buffer.alloc(0),
  'all zeros': (bytes) => Buffer.alloc(bytes.length),
  'cut short': (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  'cut at a line': (bytes) => bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1),
  'one bit flipped': (bytes, random) => {
    const flipped = Buffer.from(bytes);
    const place = Math.floor(random() * bytes.length);
    flipped[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    return flipped;
  },
  'a block of zeros': (bytes, random) => {
    const start = Math.floor(random() * bytes.length);
    return Buffer.from(bytes).fill(0, start, Math.min(bytes.length, start + 64));
  },
  'in UTF-16': (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  'with a byte order mark': (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  'another program’s': () => Buffer.from('<!DOCTYPE html><p>404</p>\n'),
  null: () => Buffer.from('null\n'),
};

async function makeSound(): Promise<MemoryFiles> {
  const files = new MemoryFiles();
  const work = new Work();
  await attempt(files, work, 0);
  await attempt(files, work, 1);
  return files;
}

async function everything(library: Library): Promise<ReadonlyMap<string, string>> {
  const marks = new Map<string, string>();
  for (const summary of value(await library.issues())) {
    const parts = [
      await library.readIssue(summary.issueId),
      await library.readSource(summary.issueId),
      await library.annotations(summary.issueId),
      await library.trash(summary.issueId),
    ];
    marks.set(summary.issueId, JSON.stringify(parts));
  }
  return marks;
}

async function contents(files: MemoryFiles): Promise<ReadonlyMap<string, string>> {
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  const marks = await everything(library);
  await library.close();
  return marks;
}

const sound = await makeSound();
const reference = sound.copy();
const expected = await contents(reference);
const paths = reference.paths.filter((path) => !path.endsWith('LOCK'));

test.each(Object.entries(damages))('opens a library in which one file is %s', async (_name, damage) => {
  const random = seeded(7);
  for (const path of paths) {
    const files = sound.copy();
    const before = files.content(path);
    const damaged = damage(before, random);
    if (damaged !== null && Buffer.from(damaged).equals(before)) continue;
    files.damage(path, damaged);
    const opened = await openLibrary(libraryPath, lifeOptions(files));
    const library = value(opened);
    const found = await everything(library);
    const problems = (await library.check()).problems;
    await library.close();
    const told = (issue: string): boolean =>
      library.notices.some((notice) => concerns(notice, issue)) ||
      (found.get(issue) ?? '').includes('"ok":false');
    for (const [issue, marks] of expected) {
      if (found.get(issue) !== marks)
        expect({ path, issue, told: told(issue) }).toEqual({ path, issue, told: true });
    }
    const isNoticed =
      library.notices.length > 0 || problems.length > 0 || JSON.stringify([...found]).includes('"ok":false');
    // A former generation that was never made, as after the first writing, is no loss.
    const mayBeMissing = damaged === null && path.endsWith('.bak') && !path.endsWith('issue.json.bak');
    expect({ path, isNoticed }).toEqual({ path, isNoticed: isNoticed || !mayBeMissing });
    if (damaged !== null && damaged.length > 0) {
      const kept = files.paths.some(
        (other) =>
          Buffer.from(damaged).includes(files.content(other)) ||
          files.content(other).includes(Buffer.from(damaged)),
      );
      expect({ path, kept }).toEqual({ path, kept: true });
    }
    // What could be mended is mended: a second opening has nothing new to say of it.
    const again = value(await openLibrary(libraryPath, lifeOptions(files)));
    expect([...(await everything(again))]).toEqual([...found]);
    const repeated = again.notices.filter(
      ({ code }) => code === 'file-rebuilt' || code === 'catalog-rebuilt',
    );
    expect({ path, repeated }).toEqual({ path, repeated: [] });
    await again.close();
  }
});

test('keeps every mark when one generation of anything but a journal is damaged', async () => {
  const random = seeded(11);
  for (const path of paths.filter((candidate) => !/journal-|source\.bin/.test(candidate))) {
    const files = sound.copy();
    files.damage(path, damages['one bit flipped']?.(files.content(path), random) ?? null);
    expect([path, ...(await contents(files))]).toEqual([path, ...expected]);
  }
});

test('tells files of two issues that were exchanged', async () => {
  for (const name of ['issue.json', 'annotations.json']) {
    const files = sound.copy();
    const [one, other] = ['i0a', 'i0b'].map((issue) => `${libraryPath}/issues/${issue}/${name}`);
    if (one === undefined || other === undefined) throw new Error('two paths');
    const bytes = files.content(one);
    files.damage(one, files.content(other));
    files.damage(other, bytes);
    const library = value(await openLibrary(libraryPath, lifeOptions(files)));
    expect([...(await everything(library))]).toEqual([...expected]);
    expect(library.notices.map(({ code }) => code)).toEqual(['file-rebuilt', 'file-rebuilt']);
    await library.close();
  }
});

test('rebuilds a catalog and an identity that are gone', async () => {
  const files = sound.copy();
  for (const path of paths.filter((one) => /(library|catalog)\.json/.test(one))) files.damage(path, null);
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(library.notices.map(({ code }) => code)).toEqual(['identity-rebuilt', 'catalog-rebuilt']);
  expect([...(await everything(library)).keys()].sort()).toEqual([...expected.keys()].sort());
  await library.close();
  expect((await contents(files)).size).toBe(expected.size);
});

test('tells of an issue whose folder is gone, and does not open it as an empty one', async () => {
  const files = sound.copy();
  await files.removeFolder(`${libraryPath}/issues/i0a`);
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(library.notices.map(({ code }) => code)).toEqual(['issue-missing']);
  expect((await library.annotations(issueId('i0a'))).ok).toBe(false);
  expect((await library.check()).problems.length).toBeGreaterThan(0);
  await library.close();
});

function concerns({ path }: LibraryNotice, issue: string): boolean {
  return path.includes(`/issues/${issue}`);
}

test('says of an issue whose text is damaged in both copies that it cannot be opened, and no more', async () => {
  const files = sound.copy();
  const folder = `${libraryPath}/issues/i0a`;
  for (const name of ['issue.json', 'issue.json.bak']) files.damage(`${folder}/${name}`, Buffer.from('?'));
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect((await library.readIssue(issueId('i0a'))).ok).toBe(false);
  expect(library.notices).toEqual([
    { code: 'issue-damaged', path: folder, detail: { code: 'header-missing' } },
  ]);
  await library.close();
  // Nor where the list of issues is made anew from what is there.
  files.damage(`${libraryPath}/catalog.json`, null);
  files.damage(`${libraryPath}/catalog.json.bak`, null);
  const again = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(again.notices.map(({ code }) => code)).toEqual(['catalog-rebuilt', 'issue-damaged']);
  await again.close();
});
