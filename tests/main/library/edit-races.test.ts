// What else may be under way while an edit is made: the lock that was lost and is had again, a reading that is slow, a text
// that is revised, the closing of the library.
import { expect, test, vi } from 'vitest';
import type { FileLayer } from '../../../src-main/library/file-layer';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import type { Processes } from '../../../src-main/library/processes';
import { MemoryFiles } from './memory-files';
import { add, failure, issue, issueId, mark, notes, source, TestClock, value } from './support';
import { libraryPath, lifeOptions } from './work';

const i1 = issueId('i1');
const i2 = issueId('i2');

/** Lets so many promises end. */
async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick++) await Promise.resolve();
}

/** A library that lost its lock, with both issues open, to another process that marked them and died. */
async function robbed(files: FileLayer, after: number): Promise<Library> {
  const clock = new TestClock();
  const options = { ...lifeOptions(files), now: clock.now, snapshotAfter: after };
  let isAlive = true;
  const processes: Processes = {
    self: { pid: 0, host: 'here', started: '0' },
    state: () => (isAlive ? 'running' : 'dead'),
  };
  const library = value(await openLibrary(libraryPath, { ...options, processes }));
  for (const name of ['i1', 'i2']) {
    value(await library.addIssue(issue(name), source(name)));
    // The first journal ends in space, which is given back slowly; the other is gone on with by the other process.
    for (const id of name === 'i1' ? ['m1', 'm2', 'm3', 'm4'] : ['m1'])
      value(await library.edit(issueId(name), add(mark(name, id))));
  }
  const other = value(await openLibrary(libraryPath, lifeOptions(files)));
  clock.move(120_000);
  expect(failure(await library.edit(i1, add(mark('i1', 'refused')))).code).toBe('library-locked');
  for (const name of ['i1', 'i2'])
    for (const id of ['t1', 't2', 't3', 't4', 't5'])
      value(await other.edit(issueId(name), add(mark(name, id))));
  isAlive = false;
  return library;
}

test('makes edits that are asked for while the library is read anew, on top of what another process left', async () => {
  for (let wait = 0; wait < 200; wait += 9) {
    const files = new MemoryFiles();
    files.isQuick = wait % 2 === 0;
    const open = files.open.bind(files);
    files.open = async (path, mode) => {
      const file = await open(path, mode);
      return { ...file, truncate: (length) => ticks(50).then(() => file.truncate(length)) };
    };
    const library = await robbed(files, wait % 3 === 0 ? 1_500 : 100_000);
    const first = library.edit(i1, add(mark('i1', 'a1')));
    await ticks(wait);
    const reading = library.annotations(i2);
    const second = library.edit(i2, add(mark('i2', 'b1')));
    const third = library.edit(i2, add(mark('i2', 'b2')));
    for (const asked of [first, second, third]) value(await asked);
    value(await reading);
    value(await library.edit(i2, add(mark('i2', 'b3'))));
    const ids = ['m1', 't1', 't2', 't3', 't4', 't5', 'b1', 'b2', 'b3'];
    expect({ wait, ids: Object.keys(await notes(library, 'i2')) }).toEqual({ wait, ids });
    const again = value(
      await openLibrary(libraryPath, lifeOptions(files.afterPowerLoss('synced-only', () => 0))),
    );
    expect({ wait, ids: Object.keys(await notes(again, 'i2')) }).toEqual({ wait, ids });
    expect(Object.keys(await notes(again, 'i1'))).toEqual([
      'm1',
      'm2',
      'm3',
      'm4',
      't1',
      't2',
      't3',
      't4',
      't5',
      'a1',
    ]);
    expect((await again.check()).problems).toEqual([]);
    await library.close();
  }
});

async function withIssue(files: MemoryFiles, marks: readonly string[]): Promise<Library> {
  const library = value(await openLibrary(libraryPath, { ...lifeOptions(files), snapshotAfter: 100_000 }));
  value(await library.addIssue(issue('i1'), source('i1')));
  for (const id of marks) value(await library.edit(i1, add(mark('i1', id))));
  return library;
}

test('shows nobody a mark that is not on the disk yet', async () => {
  for (let wait = 0; wait < 12; wait++) {
    for (const isQuick of [true, false]) {
      const files = new MemoryFiles();
      files.isQuick = isQuick;
      const library = await withIssue(files, ['m1', 'm2', 'm3', 'm4']);
      files.fail = ({ name }) => (name.includes('verwrit') ? 'EIO' : null);
      const reading = Promise.all([
        library.annotations(i1),
        library.history(i1),
        library.issues(),
        library.tags(),
      ]);
      await ticks(wait);
      const edit = library.edit(i1, add(mark('i1', 'refused', { tags: ['农业'], start: 2 })));
      const [annotations, history, issues, tags] = await reading;
      expect(failure(await edit).code).toBe('library-unwritable');
      expect({ wait, ids: value(annotations).map(({ annotationId }) => annotationId) }).toEqual({
        wait,
        ids: ['m1', 'm2', 'm3', 'm4'],
      });
      expect(value(history).undo).toEqual({ kind: 'mark', style: 'highlight', characters: 7 });
      expect(value(issues)[0]?.annotations).toBe(4);
      expect(value(tags).size).toBe(0);
      await library.close();
    }
  }
});

test('makes what was asked for before the library is closed, and nothing after', async () => {
  const files = new MemoryFiles();
  await (await withIssue(files, ['m1'])).close();
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  // The first waits for the issue, the others for the first.
  const asked = ['a', 'b', 'c'].map((id) => library.edit(i1, add(mark('i1', id))));
  const closing = library.close();
  expect(failure(await library.edit(i1, add(mark('i1', 'late')))).code).toBe('library-unwritable');
  for (const answer of asked) value(await answer);
  await closing;
  const again = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(Object.keys(await notes(again, 'i1'))).toEqual(['m1', 'a', 'b', 'c']);
});

test('mends nothing when it is closed, for the library may be written by another', async () => {
  const files = new MemoryFiles();
  const library = await withIssue(files, ['m1']);
  await library.close();
  const journal = files.paths.findLast((path) => path.endsWith('.jnl')) ?? '';
  files.damage(journal, Buffer.concat([files.content(journal), Buffer.from('0bad')]));
  const before = files.operations.length;
  expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1']);
  expect(files.operations.slice(before)).toEqual([]);
});

test('refuses an edit of which no record can be made, and leaves nothing of it', async () => {
  const library = await withIssue(new MemoryFiles(), ['m1']);
  const stringify = vi.spyOn(JSON, 'stringify').mockImplementationOnce(() => {
    throw new RangeError('Invalid string length');
  });
  const refused = failure(await library.edit(i1, add(mark('i1', 'huge', { tags: ['农业'] }))));
  stringify.mockRestore();
  expect(refused).toEqual({ code: 'internal', detail: 'Invalid string length' });
  expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1']);
  expect(value(await library.tags()).size).toBe(0);
  value(await library.edit(i1, add(mark('i1', 'm2'))));
  expect((await library.check()).problems).toEqual([]);
  await library.close();
});

test('looks for the lock again where an edit had to wait while the computer slept', async () => {
  const files = new MemoryFiles();
  await (await withIssue(files, ['m1'])).close();
  const clock = new TestClock();
  const library = value(await openLibrary(libraryPath, { ...lifeOptions(files), now: clock.now }));
  expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1']);
  const readFile = files.readFile.bind(files);
  const waits: (() => void)[] = [];
  files.readFile = async (path) => {
    if (path.endsWith('issue.json')) await new Promise<void>((resolve) => waits.push(resolve));
    return readFile(path);
  };
  const edit = library.edit(i1, add(mark('i1', 'ours')));
  await ticks(50);
  expect(waits.length).toBe(1);
  files.readFile = readFile;
  const other = value(await openLibrary(libraryPath, lifeOptions(files)));
  for (const id of ['t1', 't2', 't3']) value(await other.edit(i1, add(mark('i1', id))));
  clock.move(120_000);
  for (const goOn of waits) goOn();
  value(await edit);
  const ids = ['m1', 't1', 't2', 't3', 'ours'];
  expect(Object.keys(await notes(library, 'i1'))).toEqual(ids);
  await library.close();
  const again = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(Object.keys(await notes(again, 'i1'))).toEqual(ids);
});

test('cuts nothing off a journal to which another process wrote unnoticed, and goes on from there', async () => {
  for (const [isBurst, before] of [
    [true, ['m1']],
    [false, ['m1']],
    // With space after them, which the other cuts off before it begins a journal of its own.
    [true, ['m1', 'm2', 'm3', 'm4']],
    [false, ['m1', 'm2', 'm3', 'm4']],
  ] as const) {
    const files = new MemoryFiles();
    const library = await withIssue(files, before);
    const other = value(await openLibrary(libraryPath, lifeOptions(files)));
    value(await other.edit(i1, add(mark('i1', 'theirs'))));
    const asked = (isBurst ? ['a', 'b'] : ['a']).map((id) => library.edit(i1, add(mark('i1', id))));
    for (const answer of asked) expect(failure(await answer).code).toBe('library-unwritable');
    for (const id of ['x', 'y', 'z']) value(await library.edit(i1, add(mark('i1', id))));
    const ids = [...before, 'theirs', 'x', 'y', 'z'];
    expect(Object.keys(await notes(library, 'i1'))).toEqual(ids);
    await library.close();
    const again = value(await openLibrary(libraryPath, lifeOptions(files)));
    expect(Object.keys(await notes(again, 'i1'))).toEqual(ids);
    expect((await again.check()).problems).toEqual([]);
  }
});
