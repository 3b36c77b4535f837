// Libraries of every schema there was open in this program; one of a schema to come is read as far as it can be, and is
// not touched.
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { migrate, schemaVersion } from '../../../src-main/library/migrations';
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles } from './memory-files';
import { add, failure, inFolder, issue, issueId, mark, notes, opened, source, value } from './support';
import { attempt, libraryPath, lifeOptions, Work } from './work';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const later = '2026-02-01T00:00:00.000Z';

test('keeps a library of every schema up to the present one', async () => {
  const kept = Array.from({ length: schemaVersion }, (_, index) => `schema-${index + 1}`);
  expect((await readdir(fixtures)).sort()).toEqual(kept);
});

test('opens a library of schema 1: marks, trash, source and history', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-schema-'));
  try {
    await cp(join(fixtures, 'schema-1'), folder, { recursive: true });
    const library = await opened(folder);
    expect(library.notices).toEqual([]);
    expect(value(await library.readIssue(issueId('i1')))).toEqual(issue('i1'));
    expect(Buffer.from(value(await library.readSource(issueId('i1'))))).toEqual(source('i1'));
    expect(await notes(library, 'i1')).toEqual({ m1: '稻花香里', m2: '' });
    expect(value(await library.trash(issueId('i1'))).map(({ annotationId }) => annotationId)).toEqual(['m3']);
    expect(value(await library.history(issueId('i1')))).toEqual({
      undo: { kind: 'remove', count: 1 },
      redo: null,
    });
    value(await library.undo(issueId('i1'), later));
    expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1', 'm2', 'm3']);
    expect((await library.check()).problems).toEqual([]);
    await library.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('opens a library of schema 2, in which nothing was ever set about tags', async () => {
  await inFolder(async (folder) => {
    await cp(join(fixtures, 'schema-2'), folder, { recursive: true });
    const library = await opened(folder);
    expect(library.notices).toEqual([]);
    expect(value(await library.tagTraits.all())).toEqual([]);
    value(await library.tagTraits.change(() => [{ tag: '农业', aliases: ['稻'], color: null }]));
    expect(value(await library.issues()).length).toBe(1);
    expect((await library.check()).problems).toEqual([]);
    await library.close();
  });
});

test('opens a library of schema 3: marks, what is set about tags, and links to other issues', async () => {
  await inFolder(async (folder) => {
    await cp(join(fixtures, 'schema-3'), folder, { recursive: true });
    const library = await opened(folder);
    expect(library.notices).toEqual([]);
    expect(value(await library.tagTraits.all())).toEqual([
      { tag: '农业', aliases: ['稻'], color: 'malachite' },
    ]);
    expect(await notes(library, 'i1')).toEqual({ m1: '稻花香里', m2: '' });
    expect(value(await library.linksTo(issueId('i2')))).toEqual([
      { from: { issueId: 'i1', annotationId: 'm2' }, to: 'm9' },
    ]);
    expect((await library.check()).problems).toEqual([]);
    await library.close();
  });
});

test('opens a library of schema 4: issues in the trash, with their marks', () =>
  inFolder(async (folder) => {
    await cp(join(fixtures, 'schema-4'), folder, { recursive: true });
    const library = await opened(folder);
    expect(library.notices).toEqual([]);
    expect(value(await library.issues()).map((summary) => summary.issueId)).toEqual(['i1']);
    expect(value(await library.removedIssues.all())).toMatchObject([
      { summary: { issueId: 'i2', annotations: 1 }, at: '2026-01-03T00:00:00.000Z', who: '乙' },
    ]);
    expect(await notes(library, 'i2')).toEqual({ m2: '说丰年' });
    expect(await library.check()).toEqual({ issues: 2, annotations: 2, trashed: 1, problems: [] });
    value(await library.removedIssues.restore([issueId('i2')]));
    expect(value(await library.issues()).length).toBe(2);
    await library.close();
  }));

test('opens a library of schema 3, in which no issue was ever put into the trash', () =>
  inFolder(async (folder) => {
    await cp(join(fixtures, 'schema-3'), folder, { recursive: true });
    const library = await opened(folder);
    expect(value(await library.removedIssues.all())).toEqual([]);
    value(await library.removedIssues.put([issueId('i1')], later, '甲'));
    await library.close();
    const again = await opened(folder);
    expect(value(await again.issues())).toEqual([]);
    expect((await again.check()).problems).toEqual([]);
    await again.close();
  }));

test('goes through the steps that a document has before it', () => {
  const steps = [2, 3, 4].map((schema) => (kind: string, json: unknown) => [kind, schema, json]);
  expect(migrate('issue', 2, 'as it was', steps)).toEqual(['issue', 4, ['issue', 3, 'as it was']]);
  expect(migrate('issue', 4, 'as it is', steps)).toBe('as it is');
});

test('opens a library of a newer schema for reading, and does not change it', async () => {
  const files = new MemoryFiles();
  await attempt(files, new Work(), 0);
  const path = `${libraryPath}/library.json`;
  const newer = files
    .content(path)
    .toString()
    .replace(`"schema":${schemaVersion}`, `"schema":${schemaVersion + 1}`);
  files.damage(path, Buffer.from(newer));
  const before = new Map(files.paths.map((one) => [one, files.content(one).toString()]));
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(library.notices.map(({ code }) => code)).toEqual(['library-newer']);
  expect(value(await library.issues()).length).toBe(2);
  expect(value(await library.annotations(issueId('i0a'))).length).toBeGreaterThan(0);
  const refused = { code: 'library-newer', path: libraryPath, version: schemaVersion + 1 };
  expect(failure(await library.edit(issueId('i0a'), add(mark('i0a', 'mine'))))).toEqual(refused);
  expect(failure(await library.addIssue(issue('i9'), source('i9')))).toEqual(refused);
  await library.close();
  expect(new Map(files.paths.map((one) => [one, files.content(one).toString()]))).toEqual(before);
});

test('says of an issue of a newer schema that it is newer, and leaves it alone', async () => {
  for (const name of ['annotations.json', 'issue.json']) {
    const files = new MemoryFiles();
    await attempt(files, new Work(), 0);
    const path = `${libraryPath}/issues/i0a/${name}`;
    const newer = files
      .content(path)
      .toString()
      .replace(`"schema":${schemaVersion}`, `"schema":${schemaVersion + 1}`);
    files.damage(path, Buffer.from(newer));
    const library = value(await openLibrary(libraryPath, lifeOptions(files)));
    expect(failure(await library.edit(issueId('i0a'), add(mark('i0a', 'mine')))).code).toBe('library-newer');
    expect((await library.edit(issueId('i0b'), add(mark('i0b', 'mine')))).ok).toBe(true);
    expect((await library.check()).problems.map((problem) => problem.path)).toContain(path);
    await library.close();
    expect(files.content(path).toString()).toBe(newer);
  }
});

test('refuses a folder that holds something else, and does not touch it', () =>
  inFolder(async (folder) => {
    await cp(join(fixtures, 'schema-1', 'library.json'), join(folder, 'thesis.docx'));
    const before = await readFile(join(folder, 'thesis.docx'));
    const refused = failure(await openLibrary(folder, { now: () => later, newId: () => 'x', holder: 'app' }));
    expect(refused).toMatchObject({ code: 'folder-unfit', file: folder, why: 'foreign' });
    expect(await readdir(folder)).toEqual(['thesis.docx']);
    expect(await readFile(join(folder, 'thesis.docx'))).toEqual(before);
  }));
