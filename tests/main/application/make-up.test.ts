// What the user decides of an issue's make-up is kept with the issue, and stays through restarts and corrections.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { articleIdSchema, type IssueId } from '../../../src-core/publication/issue';
import { importFile } from '../../../src-main/application/import-file';
import { makeUpIn } from '../../../src-main/application/make-up';
import { openReview, saveReview } from '../../../src-main/application/review-issue';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { pageReader } from '../../builders/page-reader';

const sample = resolve('resources/samples/wujin-2022-10-11.txt');
let folder: string;
let library: Library;
let issueId: IssueId;
let counter = 0;
const ports = () => ({
  library,
  pages: pageReader,
  now: () => '2026-01-01T00:00:00.000Z',
  newId: () => `id-${++counter}`,
});

async function open(): Promise<void> {
  const opened = await openLibrary(join(folder, 'library'), { ...ports(), holder: 'cli' });
  if (!opened.ok) throw new Error(opened.error.code);
  library = opened.value;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-place-'));
  await open();
  const imported = await importFile(ports(), { file: sample });
  if (!imported.ok || imported.value.kind !== 'stored') throw new Error('not imported');
  issueId = imported.value.issueId;
});

afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function placement() {
  const read = await library.readIssue(issueId);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.placement;
}

const id = (name: string) => articleIdSchema.parse(name);

it('keeps a decision over a restart', async () => {
  const { change } = makeUpIn(library);
  await change(issueId, id('a2'), 'heavier');
  expect(await change(issueId, id('a2'), 'keep')).toEqual({
    ok: true,
    value: [{ articleId: 'a2', weight: 1, place: 1 }],
  });
  await library.close();
  await open();
  expect(await placement()).toEqual([{ articleId: 'a2', weight: 1, place: 1 }]);
});

it('keeps every one of several decisions that are made at once', async () => {
  const { change } = makeUpIn(library);
  await Promise.all([
    change(issueId, id('a1'), 'lighter'),
    change(issueId, id('a2'), 'heavier'),
    change(issueId, id('a1'), 'lighter'),
  ]);
  expect(await placement()).toEqual([
    { articleId: 'a2', weight: 1 },
    { articleId: 'a1', weight: -2 },
  ]);
});

it('leaves nothing behind where the make-up is left to the engine', async () => {
  const { change, automatic } = makeUpIn(library);
  await change(issueId, id('a1'), 'heavier');
  expect(await automatic(issueId)).toEqual({ ok: true, value: [] });
  expect(await placement()).toBeUndefined();
  await change(issueId, id('a1'), 'heavier');
  await change(issueId, id('a1'), 'lighter');
  expect(await placement()).toBeUndefined();
});

it('leaves all as it is where a change does not fit', async () => {
  const { change } = makeUpIn(library);
  expect(await change(issueId, id('nobody'), 'heavier')).toEqual({ ok: true, value: [] });
  for (let time = 0; time < 5; time++) await change(issueId, id('a1'), 'heavier');
  expect(await placement()).toEqual([{ articleId: 'a1', weight: 3 }]);
});

it('stays when what was recognised is set right', async () => {
  await makeUpIn(library).change(issueId, id('a2'), 'heavier');
  const review = await openReview(ports(), issueId);
  if (!review.ok) throw new Error(review.error.code);
  const saved = await saveReview(ports(), issueId, review.value.revision, [
    { type: 'metadata', publication: '武进日报', date: '2022-10-12', pageNumber: null, pageName: null },
  ]);
  expect(saved.ok).toBe(true);
  expect(await placement()).toEqual([{ articleId: 'a2', weight: 1 }]);
});
