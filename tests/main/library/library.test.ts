import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotationIdSchema } from '../../../src-core/annotation/annotation';
import type { LibraryCheck } from '../../../src-main/library/check';
import {
  add,
  failure,
  inFolder,
  issue,
  issueId,
  mark,
  note,
  notes,
  opened,
  remove,
  source,
  TestClock,
  text,
  value,
} from './support';

const later = '2026-01-01T00:10:00.000Z';

test('keeps an issue, its source and its marks over a restart', () =>
  inFolder(async (folder) => {
    const library = await opened(folder);
    value(await library.addIssue(issue('i1'), source('i1')));
    value(await library.edit(issueId('i1'), add(mark('i1', 'm1', { note: '稻子', tags: ['农业'] }))));
    await library.close();
    const again = await opened(folder);
    expect(value(await again.readIssue(issueId('i1')))).toEqual(issue('i1'));
    expect(Buffer.from(value(await again.readSource(issueId('i1'))))).toEqual(source('i1'));
    expect(value(await again.annotations(issueId('i1')))).toEqual([
      mark('i1', 'm1', { note: '稻子', tags: ['农业'] }),
    ]);
    expect(value(await again.tags())).toEqual(new Map([['农业', 1]]));
    expect(value(await again.issues())).toEqual([
      {
        issueId: 'i1',
        publication: '运河日报',
        date: '2022-10-11',
        title: '运河两岸稻花香',
        pages: 1,
        articles: 1,
        annotations: 1,
        imported: '2026-01-01T00:00:00.000Z',
        sha256: issue('i1').source.sha256,
      },
    ]);
    expect(again.notices).toEqual([]);
    await again.close();
  }));

test('undoes and redoes after a restart, under the same names', () =>
  inFolder(async (folder) => {
    const clock = new TestClock();
    const first = await opened(folder, { now: clock.now });
    value(await first.addIssue(issue('i1'), source('i1')));
    value(await first.edit(issueId('i1'), add(mark('i1', 'm1'))));
    clock.move(10_000);
    value(await first.edit(issueId('i1'), note('m1', '一')));
    await first.close();
    const second = await opened(folder, { now: clock.now });
    expect(value(await second.history(issueId('i1')))).toEqual({ undo: { kind: 'note' }, redo: null });
    const undone = value(await second.undo(issueId('i1'), later));
    expect(undone.annotations.map((annotation) => [annotation.note, annotation.modified])).toEqual([
      ['', later],
    ]);
    expect(undone.history).toEqual({
      undo: { kind: 'mark', style: 'highlight', characters: 7 },
      redo: { kind: 'note' },
    });
    await second.close();
    const third = await opened(folder, { now: clock.now });
    value(await third.redo(issueId('i1'), later));
    expect(await notes(third, 'i1')).toEqual({ m1: '一' });
    value(await third.undo(issueId('i1'), later));
    value(await third.undo(issueId('i1'), later));
    expect(await notes(third, 'i1')).toEqual({});
    expect(value(await third.trash(issueId('i1'))).map(({ removed }) => removed)).toEqual([later]);
    expect(failure(await third.undo(issueId('i1'), later))).toEqual({ code: 'nothing-to-undo' });
    await third.close();
  }));

test('makes one step of a note that is being typed, and two of pauses', () =>
  inFolder(async (folder) => {
    const clock = new TestClock();
    const library = await opened(folder, { now: clock.now });
    value(await library.addIssue(issue('i1'), source('i1')));
    value(await library.edit(issueId('i1'), add(mark('i1', 'm1'))));
    clock.move(1000);
    for (const words of ['稻', '稻花', '稻花香']) {
      value(await library.edit(issueId('i1'), note('m1', words)));
      clock.move(400);
    }
    clock.move(200);
    value(await library.edit(issueId('i1'), note('m1', '稻花香里')));
    value(await library.undo(issueId('i1'), later));
    expect(await notes(library, 'i1')).toEqual({ m1: '稻花香' });
    await library.close();
    const again = await opened(folder, { now: clock.now });
    value(await again.undo(issueId('i1'), later));
    expect(await notes(again, 'i1')).toEqual({ m1: '' });
    value(await again.redo(issueId('i1'), later));
    expect(await notes(again, 'i1')).toEqual({ m1: '稻花香' });
    await again.close();
  }));

test('refuses edits that do not fit and changes nothing', () =>
  inFolder(async (folder) => {
    const library = await opened(folder);
    value(await library.addIssue(issue('i1'), source('i1')));
    value(await library.edit(issueId('i1'), add(mark('i1', 'm1'))));
    const wrongQuote = mark('i1', 'm2', { start: 1, end: 4 });
    const refused = [
      await library.edit(issueId('i2'), add(mark('i2', 'm2'))),
      await library.edit(issueId('i1'), add(mark('i1', 'm1'))),
      await library.edit(issueId('i1'), note('m9', '无')),
      await library.edit(issueId('i1'), add(mark('i2', 'm2'))),
      await library.edit(issueId('i1'), add(mark('i1', 'm2', { start: 3, end: text.length + 1 }))),
      await library.edit(issueId('i1'), {
        type: 'add',
        annotation: {
          ...wrongQuote,
          target: { ...wrongQuote.target, quote: { ...wrongQuote.target.quote, exact: '别的话' } },
        },
      }),
      await library.edit(issueId('i1'), {
        type: 'batch',
        edits: [
          { type: 'remove', annotationId: annotationIdSchema.parse('m1'), at: later },
          { type: 'remove', annotationId: annotationIdSchema.parse('m1'), at: later },
        ],
      }),
    ];
    expect(refused.map((result) => failure(result).code)).toEqual([
      'issue-unknown',
      'annotation-exists',
      'annotation-unknown',
      'invalid-input',
      'range-outside-text',
      'quote-not-found',
      'annotation-removed',
    ]);
    expect(await notes(library, 'i1')).toEqual({ m1: '' });
    await library.close();
  }));

test('puts the edits of a burst in order and answers each', () =>
  inFolder(async (folder) => {
    const library = await opened(folder);
    value(await library.addIssue(issue('i1'), source('i1')));
    const names = Array.from({ length: 100 }, (_, index) => `m${index}`);
    const results = await Promise.all(
      names.map((name) => library.edit(issueId('i1'), add(mark('i1', name)))),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    await library.close();
    const again = await opened(folder);
    expect(value(await again.annotations(issueId('i1'))).map(({ annotationId }) => annotationId)).toEqual(
      names,
    );
    await again.close();
  }));

test('makes the first changes after a restart in the order in which they were asked for', () =>
  inFolder(async (folder) => {
    const library = await opened(folder);
    value(await library.addIssue(issue('i1'), source('i1')));
    value(await library.edit(issueId('i1'), add(mark('i1', 'm1'))));
    await library.close();
    const again = await opened(folder, { snapshotAfter: 500 });
    const answers = await Promise.all([
      again.edit(issueId('i1'), remove('m1')),
      again.edit(issueId('i1'), remove('m1')),
      again.undo(issueId('i1'), later),
      again.edit(issueId('i1'), note('m1', '一')),
      again.undo(issueId('i1'), later),
      again.edit(issueId('i1'), remove('m1')),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true, true, true, true]);
    await again.close();
  }));

test('finds nothing wrong where it is checked while it is marked and snapshots are written', () =>
  inFolder(async (folder) => {
    const library = await opened(folder, { snapshotAfter: 1_000 });
    for (const name of ['i1', 'i2']) value(await library.addIssue(issue(name), source(name)));
    const checks: Promise<LibraryCheck>[] = [];
    const edits: Promise<unknown>[] = [];
    for (let count = 0; count < 60; count++) {
      const name = count % 2 === 0 ? 'i1' : 'i2';
      edits.push(library.edit(issueId(name), add(mark(name, `m${count}`))));
      if (count % 3 === 0) await edits.at(-1);
      checks.push(library.check());
    }
    await Promise.all(edits);
    expect((await Promise.all(checks)).flatMap(({ problems }) => problems)).toEqual([]);
    await library.close();
  }));

test('goes on over snapshots, and keeps only the journals it needs', () =>
  inFolder(async (folder) => {
    const library = await opened(folder, { snapshotAfter: 2_000 });
    value(await library.addIssue(issue('i1'), source('i1')));
    for (let count = 0; count < 200; count++) {
      value(await library.edit(issueId('i1'), add(mark('i1', `m${count}`))));
      if (count % 3 === 0) value(await library.edit(issueId('i1'), remove(`m${count}`)));
    }
    const check = await library.check();
    expect(check).toEqual({ issues: 1, annotations: 133, trashed: 0, problems: [] });
    await library.close();
    const names = await readdir(join(folder, 'issues', 'i1'));
    expect(names.filter((name) => name.startsWith('journal-')).length).toBeLessThanOrEqual(2);
    const again = await opened(folder);
    expect(value(await again.issues()).map(({ annotations }) => annotations)).toEqual([133]);
    expect(value(await again.trash(issueId('i1'))).length).toBe(67);
    expect(again.notices).toEqual([]);
    expect((await again.check()).problems).toEqual([]);
    await again.close();
  }));

test('refuses an issue whose source is another, and one that is there already', () =>
  inFolder(async (folder) => {
    const library = await opened(folder);
    expect(failure(await library.addIssue(issue('i1'), source('i2'))).code).toBe('invalid-input');
    value(await library.addIssue(issue('i1'), source('i1')));
    expect(failure(await library.addIssue(issue('i1'), source('i1'))).code).toBe('invalid-input');
    await library.close();
  }));

test('locks out a second opener and says who holds it', () =>
  inFolder(async (folder) => {
    const library = await opened(folder, { holder: 'cli' });
    const { openLibrary } = await import('../../../src-main/library/open-library');
    const second = failure(await openLibrary(folder, { now: () => later, newId: () => 'x', holder: 'app' }));
    const owner = { code: 'held-by', holder: 'cli', pid: process.pid };
    expect(second).toMatchObject({ code: 'library-locked', path: folder, owner });
    await library.close();
    const again = await opened(folder);
    await again.close();
    expect(await readdir(folder)).not.toContain('LOCK');
  }));
