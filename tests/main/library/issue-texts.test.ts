import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { afterEachFailure } from './after-each';
import { MemoryFiles } from './memory-files';
import { add, issue, issueId, mark, source, text, value } from './support';
import { libraryPath, lifeOptions } from './work';

test('a text that is being read while it is corrected is not taken for the corrected one', async () => {
  const files = new MemoryFiles();
  const first = value(await openLibrary(libraryPath, lifeOptions(files)));
  value(await first.addIssue(issue('i1'), source('i1')));
  await first.close();

  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  const readFile = files.readFile.bind(files);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let reads = 0;
  files.readFile = async (path) => {
    const bytes = await readFile(path);
    if (path.endsWith('issue.json') && reads++ === 0) await held;
    return bytes;
  };
  const early = library.readIssue(issueId('i1'));
  const corrected = `${text.replace('秋', '夏')}又讯。`;
  const revising = library.reviseIssue(issue('i1', corrected));
  await setImmediate();
  expect(reads).toBeGreaterThan(0);
  letGo();
  value(await early);
  value(await revising);
  expect(value(await library.readIssue(issueId('i1'))).articles[0]?.text).toBe(corrected);
  const end = mark('i1', 'm1', { start: text.length, end: corrected.length });
  const { position, quote } = end.target;
  const target = { position, quote: { ...quote, exact: '又讯。' } };
  value(await library.edit(issueId('i1'), add({ ...end, target })));
  await library.close();
});

test('a damaged text that is mended while it is corrected does not take the place of the corrected one', async () => {
  const files = new MemoryFiles();
  const first = value(await openLibrary(libraryPath, lifeOptions(files)));
  value(await first.addIssue(issue('i1'), source('i1')));
  await first.close();
  const present = await files.openToOverwrite(join(libraryPath, 'issues', 'i1', 'issue.json'));
  await present.overwrite(Buffer.from('damage'), 200);
  await present.close();

  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  const readFile = files.readFile.bind(files);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let reads = 0;
  files.readFile = async (path) => {
    const bytes = await readFile(path);
    if (path.endsWith('issue.json.bak') && reads++ === 0) await held;
    return bytes;
  };
  const early = library.readIssue(issueId('i1'));
  while (reads === 0) await setImmediate();
  const corrected = `${text.replace('秋', '夏')}又讯。`;
  value(await library.reviseIssue(issue('i1', corrected)));
  letGo();
  value(await early);
  expect(value(await library.readIssue(issueId('i1'))).articles[0]?.text).toBe(corrected);
  await library.close();

  const again = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(value(await again.readIssue(issueId('i1'))).articles[0]?.text).toBe(corrected);
  expect((await again.check()).problems).toEqual([]);
  await again.close();
});

test.each([0, 1])(
  'a correction that is refused was not made, whatever fails (done by %s all the same)',
  async (done) => {
    const corrected = `${text.replace('秋', '夏')}又讯。`;
    const textOf = async (library: Library): Promise<string | undefined> =>
      value(await library.readIssue(issueId('i1'))).articles[0]?.text;
    const failed = await afterEachFailure(
      done,
      async (library) => {
        value(await library.addIssue(issue('i1'), source('i1')));
        await textOf(library);
      },
      async (library) => ((await library.reviseIssue(issue('i1', corrected))).ok ? corrected : text),
      textOf,
    );
    expect(failed).toBeGreaterThan(10);
  },
);

test('nothing is written once the lock was given back, whoever reads a damaged text meanwhile', async () => {
  const files = new MemoryFiles();
  const first = value(await openLibrary(libraryPath, lifeOptions(files)));
  value(await first.addIssue(issue('i1'), source('i1')));
  await first.close();
  const path = join(libraryPath, 'issues', 'i1', 'issue.json');
  files.damage(path, null);
  let mended = 0;
  for (let ticks = 0; ticks < 80; ticks++) {
    const own = files.copy();
    const library = value(await openLibrary(libraryPath, lifeOptions(own)));
    const closing = library.close();
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
    value(await library.readIssue(issueId('i1')));
    await closing;
    await setImmediate();
    await setImmediate();
    const names = own.operations.map((operation) => `${operation.name} ${operation.path}`);
    expect([ticks, ...names.slice(names.lastIndexOf(`remove ${join(libraryPath, 'LOCK')}`) + 1)]).toEqual([
      ticks,
    ]);
    if (own.paths.includes(path)) mended++;
  }
  expect(mended).toBeGreaterThan(0);
});
