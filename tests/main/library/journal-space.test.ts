// Space that is set aside in a journal: where it is made and given back, what a process that ended in it leaves behind,
// and what is told from it.
import { crc32 } from 'node:zlib';
import { copyFile, cp, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileLayer } from '../../../src-main/library/file-layer';
import { encodeHeader, encodeRecord, readJournal } from '../../../src-main/library/journal';
import type { Library } from '../../../src-main/library/library';
import { nodeFiles } from '../../../src-main/library/node-files';
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles } from './memory-files';
import { add, failure, inFolder, issue, issueId, mark, notes, opened, source, value } from './support';
import { libraryPath, lifeOptions } from './work';

const journal = `${libraryPath}/issues/i1/journal-00000001.jnl`;
const options = (files: FileLayer): ReturnType<typeof lifeOptions> => ({
  ...lifeOptions(files),
  snapshotAfter: 1_000_000,
});

async function markedOneByOne(files: FileLayer, marks: number): Promise<Library> {
  const library = value(await openLibrary(libraryPath, options(files)));
  value(await library.addIssue(issue('i1'), source('i1')));
  for (let made = 0; made < marks; made++)
    value(await library.edit(issueId('i1'), add(mark('i1', `m${made}`))));
  return library;
}

/** How long the journal is up to its last line feed. */
function wholeBytes(files: MemoryFiles): number {
  return files.content(journal).lastIndexOf(10) + 1;
}

describe('space set aside in a journal', () => {
  test('is made from the third mark on, grows to 64 KiB a time, and is zeros up to the end', async () => {
    const files = new MemoryFiles();
    const lengths = new Set<number>();
    const library = await markedOneByOne(files, 0);
    for (let made = 0; made < 250; made++) {
      value(await library.edit(issueId('i1'), add(mark('i1', `m${made}`))));
      const space = files.content(journal).subarray(wholeBytes(files));
      expect(space.every((byte) => byte === 0)).toBe(true);
      expect(space.length).toBeLessThanOrEqual(68 * 1024);
      if (made < 2) expect(space.length).toBe(0);
      else lengths.add(files.content(journal).length);
    }
    const steps = [...lengths].map((length, index, all) => length - (all[index - 1] ?? 0));
    expect(steps.slice(0, 4).map((step) => Math.floor(step / 4096) * 4)).toEqual([8, 20, 68, 68]);
    // Most marks made the file no longer.
    expect(lengths.size).toBeLessThan(8);
    await library.close();
  });

  test('is given back where the library is closed, or several marks come at once', async () => {
    const files = new MemoryFiles();
    // A disk that takes its time: what comes meanwhile is written together.
    const openToOverwrite = files.openToOverwrite.bind(files);
    files.openToOverwrite = async (path) => {
      const file = await openToOverwrite(path);
      return { ...file, overwrite: (...at) => setImmediate(at).then((where) => file.overwrite(...where)) };
    };
    const library = await markedOneByOne(files, 5);
    expect(files.content(journal).length).toBeGreaterThan(wholeBytes(files));
    const burst = Array.from({ length: 5 }, (_, index) => mark('i1', `burst-${index}`));
    await Promise.all(burst.map((one) => library.edit(issueId('i1'), add(one))));
    expect(files.content(journal).length).toBe(wholeBytes(files));
    value(await library.edit(issueId('i1'), add(mark('i1', 'f'))));
    expect(files.content(journal).length).toBeGreaterThan(wholeBytes(files));
    await library.close();
    const again = value(await openLibrary(libraryPath, options(files)));
    expect(Object.keys(await notes(again, 'i1')).length).toBe(11);
    expect(again.notices).toEqual([]);
    for (const path of files.paths.filter((one) => one.endsWith('.jnl'))) {
      expect(files.content(path).includes(0)).toBe(false);
    }
    await again.close();
  });

  test('is no fault while the library is open, and is cut off silently after a process that ended in it', async () => {
    const files = new MemoryFiles();
    const library = await markedOneByOne(files, 9);
    expect((await library.check()).problems).toEqual([]);
    // That process is dead: nothing is closed.
    const again = value(await openLibrary(libraryPath, options(files)));
    expect(Object.keys(await notes(again, 'i1')).length).toBe(9);
    expect(again.notices.map(({ code }) => code)).toEqual(['lock-taken-over']);
    expect(files.content(journal).length).toBe(wholeBytes(files));
    // What a dead process left, and may not have had on the disk, is not written over.
    value(await again.edit(issueId('i1'), add(mark('i1', 'after'))));
    expect(files.content(journal).toString()).not.toContain('"after"');
    expect((await again.check()).problems).toEqual([]);
    await again.close();
    expect(files.paths.filter((path) => path.includes('quarantine'))).toEqual([]);
  });

  test('is told from records that the catalog knows of and that are zeros now', async () => {
    const files = new MemoryFiles();
    const library = await markedOneByOne(files, 60);
    await library.close();
    const path = files.paths.findLast((one) => one.endsWith('.jnl')) ?? '';
    const again = value(await openLibrary(libraryPath, options(files)));
    for (const id of ['a', 'b']) value(await again.edit(issueId('i1'), add(mark('i1', id))));
    await again.close();
    const bytes = Buffer.from(files.content(path));
    bytes.fill(0, bytes.lastIndexOf(10, bytes.length - 2) + 1);
    files.damage(path, bytes);
    const third = value(await openLibrary(libraryPath, options(files)));
    expect((await third.check()).problems.map((problem) => problem.path)).toContain(path);
    expect((await third.annotations(issueId('i1'))).ok).toBe(true);
    expect(third.notices.map(({ code }) => code)).toEqual(['journal-tail-cut']);
    await third.close();
  });

  test('is left where there is no room for it, and the mark is saved all the same', async () => {
    for (const doneShare of [0, 0.02, 0.5, 1]) {
      const files = new MemoryFiles();
      files.doneShare = doneShare;
      const library = await markedOneByOne(files, 2);
      // The first write of the third mark, which brings the space.
      let isRefused = false;
      files.fail = ({ name, path }) => {
        const isFirst = !isRefused && name === 'write' && path.endsWith('.jnl');
        isRefused ||= isFirst;
        return isFirst ? 'ENOSPC' : null;
      };
      for (let made = 0; made < 6; made++)
        value(await library.edit(issueId('i1'), add(mark('i1', `n${made}`))));
      expect(isRefused).toBe(true);
      expect(files.content(journal).includes(0)).toBe(false);
      expect((await library.check()).problems).toEqual([]);
      await library.close();
    }
  });

  test('refuses a mark that cannot be written into it, and goes on in another journal', async () => {
    for (const failing of ['openToOverwrite', 'overwrite', 'syncOverwritten']) {
      for (const doneShare of [0, 0.5, 1]) {
        const files = new MemoryFiles();
        files.doneShare = doneShare;
        const library = await markedOneByOne(files, 3);
        files.fail = ({ name }) => (name === failing ? 'EIO' : null);
        expect((await library.edit(issueId('i1'), add(mark('i1', 'refused')))).ok).toBe(false);
        files.fail = () => null;
        value(await library.edit(issueId('i1'), add(mark('i1', 'after'))));
        const again = value(await openLibrary(libraryPath, options(files)));
        expect(Object.keys(await notes(again, 'i1'))).toEqual(['m0', 'm1', 'm2', 'after']);
        expect(again.notices.map(({ code }) => code)).toEqual(['lock-taken-over']);
        await again.close();
      }
    }
  });
});

describe('a mark in set-aside space', () => {
  test('is not answered where a copy of the folder, of the same length, took its place', () =>
    inFolder(async (folder) => {
      const path = join(folder, 'library');
      const library = await opened(path);
      value(await library.addIssue(issue('i1'), source('i1')));
      for (const id of ['m1', 'm2', 'm3', 'm4'])
        value(await library.edit(issueId('i1'), add(mark('i1', id))));
      await cp(path, join(folder, 'copy'), { recursive: true });
      await rename(path, join(folder, 'away'));
      await rename(join(folder, 'copy'), path);
      expect(failure(await library.edit(issueId('i1'), add(mark('i1', 'm5')))).code).toBe(
        'library-unwritable',
      );
      value(await library.edit(issueId('i1'), add(mark('i1', 'm6'))));
      await library.close();
      const again = await opened(path);
      expect(Object.keys(await notes(again, 'i1'))).toEqual(['m1', 'm2', 'm3', 'm4', 'm6']);
      await again.close();
    }));

  test('is looked for by its bytes where the file system gives files new numbers', () =>
    inFolder(async (folder) => {
      const files: FileLayer = {
        ...nodeFiles,
        openToOverwrite: async (path) => {
          const file = await nodeFiles.openToOverwrite(path);
          return {
            ...file,
            overwrite: async (...at) => {
              await file.overwrite(...at);
              return null;
            },
          };
        },
      };
      const path = join(folder, 'library');
      const library = await opened(path, { files });
      value(await library.addIssue(issue('i1'), source('i1')));
      const own = join(path, 'issues', 'i1');
      for (const id of ['m1', 'm2', 'm3', 'm4', 'm5'])
        value(await library.edit(issueId('i1'), add(mark('i1', id))));
      const [name = ''] = (await readdir(own)).filter((one) => one.endsWith('.jnl'));
      const copy = join(folder, 'copy');
      await mkdir(copy);
      await copyFile(join(own, name), join(copy, name));
      expect((await stat(join(copy, name))).size % 4096).toBe(0);
      await rename(join(copy, name), join(own, name));
      expect(failure(await library.edit(issueId('i1'), add(mark('i1', 'm6')))).code).toBe(
        'library-unwritable',
      );
      await library.close();
    }));
});

const record = (seq: number): Uint8Array =>
  encodeRecord({
    seq,
    kind: 'edit',
    at: '2026-01-01T00:00:00.000Z',
    edit: add(mark('i1', `m${seq}`, { note: '𦦙河两岸' })),
    inverse: {
      type: 'remove',
      annotationId: mark('i1', `m${seq}`).annotationId,
      at: '2026-01-01T00:00:00.000Z',
    },
  });

describe('reading a journal', () => {
  const whole = Buffer.concat([encodeHeader(issueId('i1'), 1, 0), record(1), record(2)]);

  test('takes zeros after the last line for space, however many there are', () => {
    for (const zeros of [0, 1, 2, 7, 8, 9, 511, 4095, 4096, 65_536]) {
      const {
        records,
        wholeBytes: end,
        spaceBytes,
      } = readJournal(Buffer.concat([whole, Buffer.alloc(zeros)]));
      expect({ seqs: records.map(({ seq }) => seq), end, spaceBytes }).toEqual({
        seqs: [1, 2],
        end: whole.length,
        spaceBytes: zeros,
      });
    }
  });

  test('takes a record in space for torn, at whichever byte, and whichever part is missing', () => {
    const line = Buffer.from(record(3));
    for (let kept = 0; kept < line.length; kept++) {
      for (const part of [
        line.subarray(0, kept),
        Buffer.concat([Buffer.alloc(line.length - kept), line.subarray(line.length - kept)]),
      ]) {
        const bytes = Buffer.concat([whole, part, Buffer.alloc(4096 - part.length)]);
        const { records, wholeBytes: end, spaceBytes } = readJournal(bytes);
        const isSpace = part.every((byte) => byte === 0);
        expect({ kept, count: records.length, end, spaceBytes }).toEqual({
          kept,
          count: 2,
          end: whole.length,
          spaceBytes: isSpace ? 4096 : 0,
        });
      }
    }
  });

  test('never makes a record of space with a hole, a flipped bit or something older in it', () => {
    const line = Buffer.from(record(3));
    fc.assert(
      fc.property(
        fc.nat(line.length - 1),
        fc.nat(line.length - 1),
        fc.constantFrom('zeros', 'bit', 'older'),
        (one, other, kind) => {
          const [start, end] = [Math.min(one, other), Math.max(one, other) + 1];
          const harmed = Buffer.from(line);
          if (kind === 'zeros') harmed.fill(0, start, end);
          else if (kind === 'bit') harmed[start] = (harmed[start] ?? 0) ^ (1 << (end % 8));
          else Buffer.from(record(2)).copy(harmed, start, start, end);
          if (harmed.equals(line) || harmed.equals(record(2))) return;
          const read = readJournal(Buffer.concat([whole, harmed, Buffer.alloc(2000)]));
          expect(read.records.length).toBe(2);
          expect(read.wholeBytes).toBe(whole.length);
          const isSpace = harmed.every((byte) => byte === 0);
          expect(read.spaceBytes > 0).toBe(isSpace);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('writes no zero into a record', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const line = encodeRecord({
          seq: 1,
          kind: 'edit',
          at: '2026-01-01T00:00:00.000Z',
          edit: add(mark('i1', 'm1', { note: `${words}\u0000` })),
          inverse: add(mark('i1', 'm1')),
        });
        expect(line.includes(0)).toBe(false);
        expect(crc32(line.subarray(9, -1)).toString(16).padStart(8, '0')).toBe(
          Buffer.from(line.subarray(0, 8)).toString(),
        );
      }),
    );
  });
});
