// What a real disk may do to a mark that is written over space set aside, on the way that does not leave the thread; and
// what it is asked while a library is opened.
import fs from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Library } from '../../../src-main/library/library';
import { nodeFiles } from '../../../src-main/library/node-files';
import { add, failure, inFolder, issue, issueId, mark, notes, opened, source, value } from './support';

const i1 = issueId('i1');

afterEach(() => {
  vi.restoreAllMocks();
});

function broken(code: string): never {
  throw Object.assign(new Error(`${code}: planted`), { code });
}

/** A library on a disk that was so quick of late that a mark is on it without leaving the thread. */
async function marked(path: string): Promise<{ library: Library; ids: string[] }> {
  vi.spyOn(fs, 'fdatasync').mockImplementation((_descriptor, done) => {
    done(null);
  });
  const sync = vi.spyOn(fs, 'fdatasyncSync').mockReturnValue(undefined);
  const library = await opened(path);
  value(await library.addIssue(issue('i1'), source('i1')));
  const ids = Array.from({ length: 6 }, (_, index) => `m${index}`);
  for (const id of ids) value(await library.edit(i1, add(mark('i1', id))));
  expect(sync.mock.calls.length).toBeGreaterThan(0);
  vi.restoreAllMocks();
  return { library, ids };
}

async function reopened(path: string): Promise<string[]> {
  const again = await opened(path);
  expect(again.notices).toEqual([]);
  const ids = Object.keys(await notes(again, 'i1'));
  expect((await again.check()).problems).toEqual([]);
  await again.close();
  return ids;
}

test.each(['fdatasyncSync', 'writeSync', 'statSync'] as const)(
  'refuses marks while %s fails, leaves nothing of them, and saves again',
  (call) =>
    inFolder(async (folder) => {
      const path = join(folder, 'library');
      const { library, ids } = await marked(path);
      const spy = vi.spyOn(fs, call).mockImplementation(() => broken('EIO'));
      const fdatasync = vi.spyOn(fs, 'fdatasync').mockImplementation((_descriptor, done) => {
        done(Object.assign(new Error('EIO: planted'), { code: 'EIO' }));
      });
      const asked = ['a', 'b', 'c'].map((id) => library.edit(i1, add(mark('i1', id))));
      for (const answer of asked) expect(failure(await answer).code).toBe('library-unwritable');
      expect(failure(await library.edit(i1, add(mark('i1', 'd')))).code).toBe('library-unwritable');
      expect(Object.keys(await notes(library, 'i1'))).toEqual(ids);
      spy.mockRestore();
      fdatasync.mockRestore();
      for (const id of ['x', 'y', 'z', 'w']) value(await library.edit(i1, add(mark('i1', id))));
      await library.close();
      expect(await reopened(path)).toEqual([...ids, 'x', 'y', 'z', 'w']);
    }),
);

test('writes the whole of a mark of which the disk takes a part at a time', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'library');
    const { library, ids } = await marked(path);
    const writeSync = fs.writeSync;
    const spy = vi.spyOn(fs, 'writeSync');
    spy.mockImplementation((...[descriptor, bytes, from, length, position]: unknown[]) => {
      const part = Math.ceil(Number(length) / 3);
      return writeSync(descriptor as number, bytes as Uint8Array, from as number, part, position as number);
    });
    for (const id of ['x', 'y', 'z']) value(await library.edit(i1, add(mark('i1', id))));
    expect(spy.mock.calls.length).toBeGreaterThan(9);
    spy.mockRestore();
    await library.close();
    expect(await reopened(path)).toEqual([...ids, 'x', 'y', 'z']);
  }));

test('refuses to open a file whose number cannot be had, and lets go of it', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'file');
    fs.writeFileSync(path, 'bytes');
    const close = vi.spyOn(fs, 'close');
    vi.spyOn(fs, 'fstatSync').mockImplementation(() => broken('ESTALE'));
    await expect(nodeFiles.openToOverwrite(path)).rejects.toMatchObject({ code: 'ESTALE' });
    expect(close.mock.calls.length).toBe(1);
  }));

test.each(['quick', 'slow'] as const)('gives the sizes of many files from a %s disk', (disk) =>
  inFolder(async (folder) => {
    const sizes = Array.from({ length: 450 }, (_, index) => (index % 7 === 3 ? null : index));
    const paths = sizes.map((_, index) => join(folder, `f${index}`));
    for (const [index, size] of sizes.entries()) {
      if (size !== null) fs.writeFileSync(paths[index] ?? '', Buffer.alloc(size));
    }
    const missing = join(folder, 'no-folder', 'f');
    let time = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += disk === 'slow' ? 3 : 0));
    const onThread = vi.spyOn(fs, 'statSync');
    expect(await nodeFiles.sizes([...paths, missing])).toEqual([...sizes, null]);
    clock.mockRestore();
    // A slow disk is not waited for on the thread by more than two files of the 200 asked for at a time.
    expect(onThread.mock.calls.length).toBe(disk === 'slow' ? 6 : 451);
  }),
);

test('says what keeps it from asking for a size, on the thread and off it', () =>
  inFolder(async (folder) => {
    const paths = Array.from({ length: 20 }, () => join(folder, 'n'.repeat(300)));
    await expect(nodeFiles.sizes(paths)).rejects.toThrow('ENAMETOOLONG');
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 3));
    vi.spyOn(fs, 'statSync').mockReturnValue(undefined);
    await expect(nodeFiles.sizes(paths)).rejects.toThrow('ENAMETOOLONG');
  }));

test.each([0, 1_000])(
  'a file in a folder that is none has no size, whether that is told in %s ms or at once',
  (late) =>
    inFolder(async (folder) => {
      const path = join(folder, 'file');
      await writeFile(path, 'abc');
      let now = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => (now += late));
      expect(await nodeFiles.sizes([path, join(path, 'a'), path, join(folder, 'none')])).toEqual([
        3,
        null,
        3,
        null,
      ]);
    }),
);
