// More issues than may be in memory or keep their journals open: those used longest ago are let go while they, too, are
// marked.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles } from './memory-files';
import { add, issue, issueId, mark, source, value } from './support';
import { libraryPath, lifeOptions } from './work';

test('keeps every mark of many issues, and not all of their journals open', async () => {
  const files = new MemoryFiles();
  let open = 0;
  let most = 0;
  const openFile = files.open.bind(files);
  files.open = async (path, mode) => {
    const file = await openFile(path, mode);
    most = Math.max(most, ++open);
    return { ...file, close: () => file.close().finally(() => open--) };
  };
  const library = value(await openLibrary(libraryPath, { ...lifeOptions(files), openJournals: 200 }));
  const names = Array.from({ length: 330 }, (_, index) => `i${index}`);
  for (const name of names) value(await library.addIssue(issue(name), source(name)));
  const asked = [];
  for (const [round, step] of [7, 13, 1].entries()) {
    for (let index = 0; index < names.length; index++) {
      const name = names[(index * step) % names.length] ?? '';
      asked.push(library.edit(issueId(name), add(mark(name, `r${round}`))));
      if (index % 10 === 0) await setImmediate();
    }
  }
  for (const answer of asked) value(await answer);
  expect(value(await library.issues()).map(({ annotations }) => annotations)).toEqual(names.map(() => 3));
  expect(most).toBeLessThan(320);
  const again = value(
    await openLibrary(libraryPath, lifeOptions(files.afterPowerLoss('synced-only', () => 0))),
  );
  expect(value(await again.issues()).map(({ annotations }) => annotations)).toEqual(names.map(() => 3));
  await library.close();
  expect(open).toBe(0);
});

const names = Array.from({ length: 30 }, (_, index) => `i${index}`);

/** A library of issues of which ten may be in memory. */
async function ofFew(files: MemoryFiles, issues: readonly string[]): Promise<Library> {
  const options = { ...lifeOptions(files), openIssues: 10, openJournals: 10, snapshotAfter: 1_000_000 };
  const library = value(await openLibrary(libraryPath, options));
  await fill(library, issues);
  return library;
}

async function fill(library: Library, issues: readonly string[]): Promise<void> {
  for (const name of issues) {
    value(await library.addIssue(issue(name), source(name)));
    value(await library.edit(issueId(name), add(mark(name, 'first'))));
  }
}

test('leaves a list behind that is true of issues that were let go as well', async () => {
  const files = new MemoryFiles();
  const library = await ofFew(files, names);
  await library.close();
  const read: string[] = [];
  const readFile = files.readFile.bind(files);
  files.readFile = (path) => {
    if (path.includes('/issues/')) read.push(path);
    return readFile(path);
  };
  const again = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(value(await again.issues()).map(({ annotations }) => annotations)).toEqual(names.map(() => 1));
  expect(read).toEqual([]);
  await again.close();
});

test('does not read an issue anew while the one that is let go still writes', async () => {
  const files = new MemoryFiles();
  const library = await ofFew(files, ['i0']);
  // The journal gets space set aside, which is given back when it is let go of.
  for (let made = 2; made <= 5; made++) value(await library.edit(issueId('i0'), add(mark('i0', `m${made}`))));
  const sizes = files.sizes.bind(files);
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  let others = Promise.resolve();
  await new Promise<void>((isAsked) => {
    files.sizes = async (paths) => {
      if (paths.some((path) => path.includes('/i0/journal-'))) {
        isAsked();
        await isReleased;
      }
      return sizes(paths);
    };
    others = fill(library, names.slice(1));
  });
  const marked = library.edit(issueId('i0'), add(mark('i0', 'last')));
  // Time enough to read the issue anew from the files in memory.
  for (let turn = 0; turn < 20; turn++) await setImmediate();
  release();
  value(await marked);
  await others;
  files.sizes = sizes;
  expect(value(await library.annotations(issueId('i0')))).toHaveLength(6);
  const journals = (await files.list(join(libraryPath, 'issues', 'i0'))).filter((name) =>
    name.endsWith('.jnl'),
  );
  expect(journals).toHaveLength(1);
  await library.close();
});
