import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importFile } from '../../../src-main/application/import-file';
import { markPassage } from '../../../src-main/application/mark-passage';
import { openReview, saveReview } from '../../../src-main/application/review-issue';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import type { IssueId } from '../../../src-core/publication/issue';
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
  folder = await mkdtemp(join(tmpdir(), 'jianbao-review-'));
  await open();
  const imported = await importFile(ports(), { file: sample });
  if (!imported.ok || imported.value.kind !== 'stored') throw new Error('not imported');
  issueId = imported.value.issueId;
});

afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function review() {
  const opened = await openReview(ports(), issueId);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function issue() {
  const read = await library.readIssue(issueId);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

async function mark(articleId: string, start: number, end: number): Promise<void> {
  const request = {
    article: articleId,
    start,
    end,
    style: 'box',
    color: 'ink',
    tags: [],
    note: '',
    author: '',
  } as const;
  const marked = markPassage(await issue(), request, ports());
  if (!marked.ok) throw new Error(marked.error.code);
  const edited = await library.edit(issueId, { type: 'add', annotation: marked.value });
  if (!edited.ok) throw new Error(edited.error.code);
}

async function marks() {
  const read = await library.annotations(issueId);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

it('keeps a revision over a restart, in a library that is whole, and goes on from it', async () => {
  const { revision } = await review();
  const before = await issue();
  const saved = await saveReview(ports(), issueId, revision, [
    { type: 'role', block: 0, piece: 0, role: 'deck' },
    { type: 'metadata', publication: '晚报', date: '2023-05-06', pageNumber: null, pageName: null },
  ]);
  expect(saved.ok).toBe(true);
  await library.close();
  await open();
  const after = await issue();
  expect(after).toMatchObject({ publication: '晚报', date: '2023-05-06', source: before.source });
  expect(after.articles[0]?.blocks[0]?.role).toBe('deck');
  expect(after.articles.map(({ text }) => text)).toEqual(before.articles.map(({ text }) => text));
  expect((await library.check()).problems).toEqual([]);
  const listed = await library.issues();
  expect(listed.ok && listed.value[0]).toMatchObject({ publication: '晚报' });
  expect((await review()).corrections).toHaveLength(2);
});

it('is refused where another revision was made meanwhile', async () => {
  const { revision } = await review();
  const correction = { type: 'role', block: 0, piece: 0, role: 'deck' } as const;
  expect((await saveReview(ports(), issueId, revision, [correction])).ok).toBe(true);
  expect(await saveReview(ports(), issueId, revision, [correction])).toEqual({
    ok: false,
    error: { code: 'issue-changed', issueId },
  });
});

it('lets a mark wait whose text is set aside, and stand again when that is undone', async () => {
  const before = await issue();
  const [first] = before.articles;
  await mark(first?.articleId ?? '', 0, 4);
  const [marked] = await marks();
  const { revision } = await review();
  const aside = await saveReview(ports(), issueId, revision, [{ type: 'set-aside', block: 0, piece: 0 }]);
  expect(aside).toMatchObject({ ok: true, value: { edited: [], waiting: 1 } });
  expect(await marks()).toEqual([marked]);
  expect((await library.check()).problems).toEqual([]);

  const again = await review();
  expect(again.corrections).toHaveLength(1);
  const undone = await saveReview(ports(), issueId, again.revision, []);
  expect(undone).toMatchObject({ ok: true, value: { edited: [], waiting: 0 } });
  expect(await issue()).toEqual({ ...before, corrections: [] });
  expect(await marks()).toEqual([marked]);
});

it('takes a mark along with its text, into another article too, and back by undo', async () => {
  const before = await issue();
  const [first] = before.articles;
  const at = first?.blocks.findIndex(({ role }) => role === 'paragraph') ?? 0;
  const { start = 0 } = first?.blocks[at] ?? {};
  await mark(first?.articleId ?? '', start + 2, start + 9);
  const [marked] = await marks();
  const quote = marked?.target.quote.exact;
  const { revision, page } = await review();
  const piece = page.blocks[0]?.pieces.findIndex(({ role }) => role === 'paragraph') ?? 0;
  const saved = await saveReview(ports(), issueId, revision, [{ type: 'part', block: 0, piece }]);
  expect(saved).toMatchObject({ ok: true, value: { waiting: 0 } });
  const after = await issue();
  const [moved] = await marks();
  const home = after.articles.find(({ articleId }) => articleId === moved?.articleId);
  expect(home?.text.slice(moved?.target.position.start, moved?.target.position.end)).toBe(quote);
  expect(moved?.target.position.start).toBe(2);
  expect((await library.check()).problems).toEqual([]);
  const undone = await library.undo(issueId, '2026-01-01T00:00:02.000Z');
  expect(undone.ok).toBe(true);
  expect((await marks()).map(({ target }) => target)).toEqual([marked?.target]);
});

it('takes a removed mark along, so that it stands on its text when it is restored', async () => {
  const [first] = (await issue()).articles;
  const { start = 0 } = first?.blocks.findLast(({ role }) => role === 'paragraph') ?? {};
  await mark(first?.articleId ?? '', start + 2, start + 9);
  const [marked] = await marks();
  if (marked === undefined) throw new Error('not marked');
  const at = '2026-01-01T00:00:01.000Z';
  const { annotationId } = marked;
  expect((await library.edit(issueId, { type: 'remove', annotationId, at })).ok).toBe(true);

  const { revision } = await review();
  const saved = await saveReview(ports(), issueId, revision, [{ type: 'set-aside', block: 0, piece: 0 }]);
  expect(saved.ok).toBe(true);
  expect(await marks()).toEqual([]);
  expect((await library.edit(issueId, { type: 'restore', annotationId, at })).ok).toBe(true);
  const [restored] = await marks();
  const home = (await issue()).articles.find(({ articleId }) => articleId === restored?.articleId);
  const { position } = restored?.target ?? marked.target;
  expect(position.start).toBeLessThan(start + 2);
  expect(home?.text.slice(position.start, position.end)).toBe(marked.target.quote.exact);
  expect((await library.check()).problems).toEqual([]);
});

it('lets marked articles keep their names when another is parted before them', async () => {
  const before = await issue();
  const at = before.articles.length - 1;
  const last = before.articles[at];
  await mark(last?.articleId ?? '', 0, 4);
  const { revision, page } = await review();
  const parted = page.blocks.findIndex(({ pieces }) => pieces.length > 2);
  expect(parted).toBeLessThan(at);
  const saved = await saveReview(ports(), issueId, revision, [{ type: 'part', block: parted, piece: 1 }]);
  expect(saved.ok).toBe(true);
  const after = await issue();
  expect(after.articles).toHaveLength(before.articles.length + 1);
  expect(after.articles.at(-1)).toMatchObject({ articleId: last?.articleId, text: last?.text });
  expect(new Set(after.articles.map(({ articleId }) => articleId)).size).toBe(after.articles.length);
});

it('refuses corrections that do not fit, and changes nothing', async () => {
  const before = await issue();
  const { revision } = await review();
  const saved = await saveReview(ports(), issueId, revision, [{ type: 'merge', block: 0 }]);
  expect(saved).toMatchObject({ ok: false, error: { code: 'invalid-input', where: 'corrections.0' } });
  expect(await issue()).toEqual(before);
});

it('reads the next page of a publication by what was set right, until that is taken back', async () => {
  const page = (day: number) =>
    `山城日报　2023年5月${day}日　第3版\n\n旧桥重修之${day}\n\n本报讯（记者 林远） 南门外的石桥昨日修好了，孩子们趴在栏杆上看水。\n\n读报竞猜第${day}题见网站\n`;
  const importPage = async (day: number) => {
    const source = { fileName: `${day}.txt`, bytes: new TextEncoder().encode(page(day)) };
    const imported = await importFile(ports(), source);
    if (!imported.ok || imported.value.kind !== 'stored') throw new Error('not imported');
    issueId = imported.value.issueId;
    return issue();
  };
  const texts = ({ articles }: Awaited<ReturnType<typeof issue>>) =>
    articles.map(({ text }) => text).join('\n');

  expect(texts(await importPage(1))).toContain('读报竞猜第1题');
  const first = await review();
  const block = first.page.blocks.findIndex(({ pieces }) =>
    pieces.some(({ text }) => text.startsWith('读报竞猜')),
  );
  const piece = first.page.blocks[block]?.pieces.findIndex(({ text }) => text.startsWith('读报竞猜')) ?? -1;
  const saved = await saveReview(ports(), issueId, first.revision, [{ type: 'set-aside', block, piece }]);
  expect(saved.ok).toBe(true);

  const second = await importPage(2);
  expect(texts(second)).not.toContain('读报竞猜');
  const again = await review();
  expect(again.habits).toEqual([{ match: 'line', text: '读报竞猜第#题见网站', role: 'furniture' }]);
  expect(again.page.furniture.map(({ reason }) => reason)).toContain('profile');

  const { match, text } = again.habits[0] ?? { match: 'line', text: '' };
  const forgot = { ...ports(), now: () => '2026-01-02T00:00:00.000Z' };
  expect((await saveReview(forgot, issueId, again.revision, [{ type: 'forget', match, text }])).ok).toBe(
    true,
  );
  expect(texts(await issue())).toBe(texts(second));
  expect(texts(await importPage(3))).toContain('读报竞猜第3题');
  expect((await library.check()).problems).toEqual([]);
});

it('takes a removed mark along into another article, where it can be restored', async () => {
  const [first] = (await issue()).articles;
  const { start = 0 } = first?.blocks.find(({ role }) => role === 'paragraph') ?? {};
  await mark(first?.articleId ?? '', start + 2, start + 9);
  const [marked] = await marks();
  if (marked === undefined) throw new Error('no mark');
  const removal = { type: 'remove', annotationId: marked.annotationId, at: ports().now() } as const;
  expect((await library.edit(issueId, removal)).ok).toBe(true);
  const { revision, page } = await review();
  const piece = page.blocks[0]?.pieces.findIndex(({ role }) => role === 'paragraph') ?? 0;
  expect((await saveReview(ports(), issueId, revision, [{ type: 'part', block: 0, piece }])).ok).toBe(true);
  expect(await marks()).toEqual([]);
  const trash = await library.trash(issueId);
  const followed = trash.ok ? trash.value.find(({ articleId }) => articleId !== first?.articleId) : undefined;
  if (followed === undefined) throw new Error('it did not follow');
  const { annotationId, articleId, target } = followed;
  const restored = await library.edit(issueId, { type: 'restore', annotationId, at: ports().now() });
  expect(restored.ok).toBe(true);
  const home = (await issue()).articles.find((article) => article.articleId === articleId);
  expect(home?.text.slice(target.position.start, target.position.end)).toBe(marked.target.quote.exact);
  expect((await library.check()).problems).toEqual([]);
});
