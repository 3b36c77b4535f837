// The library's folder goes while its journal is open: the open file can still be written, but nobody would find it.
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileLayer } from '../../../src-main/library/file-layer';
import { nodeFiles } from '../../../src-main/library/node-files';
import { studyDay } from '../../builders/study-day';
import { add, failure, inFolder, issue, issueId, mark, notes, opened, source, value } from './support';

test('refuses marks while the folder is away, and saves again when it is back', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'library');
    const library = await opened(path);
    value(await library.addIssue(issue('i1'), source('i1')));
    value(await library.edit(issueId('i1'), add(mark('i1', 'm1'))));
    await rename(path, join(folder, 'away'));
    for (const id of ['m2', 'm3']) {
      const refused = failure(await library.edit(issueId('i1'), add(mark('i1', id))));
      expect(refused.code).toBe('library-unwritable');
    }
    expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1']);
    await rename(join(folder, 'away'), path);
    value(await library.edit(issueId('i1'), add(mark('i1', 'm4'))));
    await library.close();
    const again = await opened(path);
    expect(Object.keys(await notes(again, 'i1'))).toEqual(['m1', 'm4']);
    expect((await again.check()).problems).toEqual([]);
    await again.close();
  }));

test('makes no folder in the place of the one that is away', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'library');
    const library = await opened(path);
    value(await library.addIssue(issue('i1'), source('i1')));
    await rename(path, join(folder, 'away'));
    expect(failure(await library.addIssue(issue('i2'), source('i2'))).code).toBe('library-unwritable');
    expect(await readdir(folder)).toEqual(['away']);
    await rename(join(folder, 'away'), path);
    value(await library.addIssue(issue('i2'), source('i2')));
    await library.close();
  }));

test('makes no folder in the place of one that goes at the very moment', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'library');
    let isGoing = false;
    const go = (): Promise<void> => (isGoing ? rename(path, join(folder, 'away')) : Promise.resolve());
    const files: FileLayer = {
      ...nodeFiles,
      makeFolder: (made) => go().then(() => nodeFiles.makeFolder(made)),
      makeSubfolder: (made) => go().then(() => nodeFiles.makeSubfolder(made)),
    };
    const library = await opened(path, { files });
    const changes = [
      () => library.addIssue(issue('i1'), source('i1')),
      () => library.studyDays.save(studyDay()),
    ];
    for (const change of changes) {
      isGoing = true;
      expect((await change()).ok).toBe(false);
      isGoing = false;
      expect(await readdir(folder)).toEqual(['away']);
      await rename(join(folder, 'away'), path);
      expect((await change()).ok).toBe(true);
    }
    await library.close();
  }));

test('answers no mark whose journal was deleted', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'library');
    const library = await opened(path);
    value(await library.addIssue(issue('i1'), source('i1')));
    value(await library.edit(issueId('i1'), add(mark('i1', 'm1'))));
    await rm(path, { recursive: true });
    expect((await library.edit(issueId('i1'), add(mark('i1', 'm2')))).ok).toBe(false);
    // What is in memory can still be read.
    expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1']);
    await library.close();
  }));

test('makes no library in the empty folder that a disk leaves, and goes on when it is back', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'library');
    let time = Date.parse('2026-01-01T00:00:00.000Z');
    const library = await opened(path, { now: () => new Date(time).toISOString() });
    value(await library.addIssue(issue('i1'), source('i1')));
    value(await library.edit(issueId('i1'), add(mark('i1', 'm1'))));
    await rename(path, join(folder, 'away'));
    await mkdir(path);
    time += 120_000;
    const absent = { code: 'library-absent', path };
    expect(failure(await library.edit(issueId('i1'), add(mark('i1', 'm2'))))).toEqual(absent);
    expect(failure(await library.studyDays.save(studyDay()))).toEqual(absent);
    expect(await readdir(path)).toEqual([]);
    await rm(path, { recursive: true });
    await rename(join(folder, 'away'), path);
    value(await library.edit(issueId('i1'), add(mark('i1', 'm2'))));
    expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1', 'm2']);
    await library.close();
  }));
