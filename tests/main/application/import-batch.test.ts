import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importPaths, type BatchOptions } from '../../../src-main/application/import-batch';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import type { PageReader } from '../../../src-main/sources/read-page';
import { issueIdSchema } from '../../../src-core/publication/issue';
import { pageReader } from '../../builders/page-reader';

const sample = resolve('resources/samples/wujin-2022-10-11.txt');
let folder: string;
let library: Library;
let counter = 0;

const ports = (pages: PageReader = pageReader) => ({
  library,
  pages,
  now: () => '2026-01-01T00:00:00.000Z',
  newId: () => `id-${++counter}`,
});
const options: BatchOptions = {
  storeKnown: false,
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-batch-'));
  const opened = await openLibrary(join(folder, 'library'), { ...ports(), holder: 'cli' });
  if (!opened.ok) throw new Error(opened.error.code);
  library = opened.value;
  counter = 0;
});

afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function titles(): Promise<number> {
  const listed = await library.issues();
  return listed.ok ? listed.value.length : -1;
}

it('stores what can be read and says of every other page why not', async () => {
  await writeFile(join(folder, 'empty.txt'), '');
  const missing = join(folder, 'missing.txt');
  const report = await importPaths(ports(), [missing, sample, join(folder, 'empty.txt')], options);
  expect(report.outcomes).toMatchObject([
    { file: missing, ok: false, error: { code: 'file-missing' } },
    { file: sample, ok: true, issueId: 'id-1' },
    { ok: false, error: { code: 'file-empty' } },
  ]);
  expect(await titles()).toBe(1);
});

it('goes on after a page that broke its reader off', async () => {
  const breaking: PageReader = {
    ...pageReader,
    read: (source) =>
      'file' in source && source.file === 'hostile'
        ? Promise.resolve({ ok: false, error: { code: 'reading-broke-off', file: 'hostile' } })
        : pageReader.read(source),
  };
  const report = await importPaths(ports(breaking), ['hostile', sample], options);
  expect(report.outcomes.map(({ ok }) => ok)).toEqual([false, true]);
  expect(await titles()).toBe(1);
});

it('notices the same file under another name, in the same batch and later', async () => {
  const copy = join(folder, 'copy.txt');
  await writeFile(copy, await readFile(sample));
  const first = await importPaths(ports(), [sample, copy], options);
  expect(first.outcomes[1]).toMatchObject({ file: copy, ok: false, known: { issueId: 'id-1' } });
  const second = await importPaths(ports(), [copy], options);
  expect(second.outcomes[0]).toMatchObject({ ok: false, known: { issueId: 'id-1' } });
  expect(await titles()).toBe(1);
});

it('stores a known file once more where that is wanted', async () => {
  await importPaths(ports(), [sample], options);
  const report = await importPaths(ports(), [sample], { ...options, storeKnown: true });
  expect(report.outcomes[0]).toMatchObject({ ok: true, issueId: 'id-2', resembles: { issueId: 'id-1' } });
  expect(await titles()).toBe(2);
});

it('stores a page that is much like one it has, and says so', async () => {
  const other = join(folder, 'other.txt');
  await writeFile(other, `${await readFile(sample, 'utf8')}\n本报讯 又及：今日补记一则，文字与前不同。\n`);
  const report = await importPaths(ports(), [sample, other], options);
  expect(report.outcomes[1]).toMatchObject({ ok: true, issueId: 'id-2', resembles: { issueId: 'id-1' } });
});

it('says nothing of likeness between different pages of one day', async () => {
  const other = join(folder, 'other.txt');
  const text =
    '武进日报\n2022年10月11日\n\n村里修成新桥\n\n本报讯 城东的石桥昨天修成，两岸的人们走上桥面庆祝。孩子们在桥头放起了风筝。\n';
  await writeFile(other, text);
  const report = await importPaths(ports(), [sample, other], options);
  expect(report.outcomes[1]?.error).toBeUndefined();
  expect(report.outcomes[1]?.resembles).toBeUndefined();
});

it('stops when it is cancelled, keeps what is in, and says so', async () => {
  const controller = new AbortController();
  const progress: number[] = [];
  const report = await importPaths(ports(), [sample, sample, sample], {
    storeKnown: true,
    signal: controller.signal,
    onProgress: ({ done }) => {
      progress.push(done);
      if (done === 1) controller.abort();
    },
  });
  expect(progress).toEqual([0, 1]);
  expect(report.isCancelled).toBe(true);
  expect(report.outcomes.length).toBeGreaterThanOrEqual(1);
  expect(await titles()).toBe(report.outcomes.length);
});

it('says of a page that comes again that it lies in the trash', async () => {
  await importPaths(ports(), [sample], options);
  await library.removedIssues.put([issueIdSchema.parse('id-1')], '2026-01-02T00:00:00.000Z', '');
  const [again] = (await importPaths(ports(), [sample], options)).outcomes;
  expect(again).toMatchObject({ ok: false, known: { issueId: 'id-1', isTrashed: true } });
  const stored = await importPaths(ports(), [sample], { ...options, storeKnown: true });
  expect(stored.outcomes).toMatchObject([{ ok: true, resembles: { issueId: 'id-1', isTrashed: true } }]);
  const [second] = stored.outcomes;
  if (second?.ok !== true) throw new Error('the page was not stored');
  // Now it stands on the shelf as well, and nobody is sent to the trash.
  const [third] = (await importPaths(ports(), [sample], options)).outcomes;
  expect(third?.known).toEqual({ issueId: second.issueId, title: expect.any(String) as string });
});
