// Study days as the window has them, over the real library.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeRange } from '../../../src-core/anchoring/describe-range';
import { annotationSchema } from '../../../src-core/annotation/annotation';
import { AppFailure } from '../../../src-core/ipc/app-error';
import type { EventPayload } from '../../../src-core/ipc/contract';
import type { IssueId } from '../../../src-core/publication/issue';
import { fail } from '../../../src-core/result';
import type { HandoutFormat } from '../../../src-core/study/handout-format';
import { plainHandout } from '../../../src-core/study/handout-templates';
import { importFile } from '../../../src-main/application/import-file';
import { openReview, saveReview } from '../../../src-main/application/review-issue';
import { openSettingsFile } from '../../../src-main/application/settings-file';
import type { HandoutLook } from '../../../src-main/export/handout/handout-pdf';
import type { TypesettingStyle } from '../../../src-core/typesetting/page-spec';
import { studyHandlers } from '../../../src-main/application/study-days';
import { createTokens } from '../../../src-main/application/tokens';
import { settingsOfWindows } from '../../../src-main/application/window-settings';
import { defaultSettings } from '../../../src-core/ipc/default-settings';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { pageReader } from '../../builders/page-reader';

const sample = resolve('resources/samples/wujin-2022-10-11.txt');
const theme = '深入学习《习近平谈治国理政》第四卷，迎接党的二十大';
let folder: string;
let library: Library;
let issueId: IssueId;
let counter = 0;
let handlers: ReturnType<typeof studyHandlers>;
let saveTo: string | null;
let changed: EventPayload<'study.changed'>[];
let looks: (HandoutLook | null)[];
const style: TypesettingStyle = {
  region: 'CNS',
  prohibition: 'strict',
  fourDigits: 'combine',
  titles: 'wavy',
};
const context = { windowId: 1, signal: new AbortController().signal };
const task = { ...context, onProgress: () => undefined };
const ports = { now: () => '2022-10-12T00:00:00.000Z', newId: () => `id-${++counter}` };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-study-days-'));
  const opened = await openLibrary(join(folder, 'library'), { ...ports, holder: 'cli' });
  if (!opened.ok) throw new Error(opened.error.code);
  library = opened.value;
  const imported = await importFile({ ...ports, library, pages: pageReader }, { file: sample });
  if (!imported.ok || imported.value.kind !== 'stored') throw new Error('not imported');
  issueId = imported.value.issueId;
  saveTo = null;
  changed = [];
  looks = [];
  const file = await openSettingsFile(
    join(folder, 'settings.json'),
    defaultSettings('zh-CN', ''),
    () => undefined,
  );
  handlers = studyHandlers({
    ...ports,
    library,
    settings: settingsOfWindows(file, () => undefined),
    tokens: createTokens(),
    dialogs: {
      openFiles: () => Promise.resolve(null),
      openFolder: () => Promise.resolve(null),
      saveFile: (_window, name) => Promise.resolve(saveTo === null ? null : join(saveTo, name)),
      reveal: () => undefined,
    },
    emit: (name, payload) => {
      if (name === 'study.changed') changed.push(payload as EventPayload<'study.changed'>);
    },
    previews: {
      set: (_window, options) => {
        looks.push('look' in options ? options.look : null);
        return Promise.resolve(fail({ code: 'cancelled' }));
      },
    },
    paperSetting: () => Promise.resolve({ setting: { style, textFace: 'kai' }, told: {} }),
    fontsFolder: resolve('resources/fonts'),
  });
});

afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

/** Marks words of the sample with a tag. */
async function mark(words: string, tag: string): Promise<string> {
  const read = await library.readIssue(issueId);
  if (!read.ok) throw new Error(read.error.code);
  const article = read.value.articles.find(({ text }) => text.includes(words));
  if (article === undefined) throw new Error(words);
  const start = article.text.indexOf(words);
  const annotation = annotationSchema.parse({
    annotationId: `mark-${++counter}`,
    issueId,
    articleId: article.articleId,
    target: describeRange(article.text, { start, end: start + words.length }),
    style: 'highlight',
    color: 'indigo',
    tags: [tag],
    note: '想一想',
    author: '林远',
    created: ports.now(),
    modified: ports.now(),
  });
  const edited = await library.edit(issueId, { type: 'add', annotation });
  if (!edited.ok) throw new Error(edited.error.code);
  return annotation.annotationId;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppFailure)) throw new Error(`not refused: ${String(error)}`);
  return error.error.code;
}

describe('study days in the window', () => {
  it('offers the day of the sample’s notice until it is made, and no more after it was removed', async () => {
    const { calls } = handlers;
    const notices = await calls['study.notices']({ issueId }, context);
    expect(notices).toEqual([
      { articleId: expect.any(String) as string, date: '2022-10-14', ordinal: 5, theme },
    ]);
    expect(await calls['study.days']({}, context)).toEqual([]);
    const day = await calls['study.create']({ date: '2022-10-14', ordinal: 5, theme }, context);
    expect(day).toMatchObject({ date: '2022-10-14', ordinal: 5, theme, revision: 1, materials: [] });
    expect(await calls['study.notices']({ issueId }, context)).toEqual([]);
    await calls['study.remove']({ studyDayId: day.studyDayId }, context);
    expect(await calls['study.days']({}, context)).toMatchObject([{ removed: ports.now() }]);
    expect(await calls['study.notices']({ issueId }, context)).toEqual([]);
    await calls['study.restore']({ studyDayId: day.studyDayId }, context);
    expect((await calls['study.day']({ studyDayId: day.studyDayId }, context)).removed).toBeUndefined();
    expect(changed.map(({ studyDayId }) => studyDayId)).toEqual(Array(3).fill(day.studyDayId));
  });

  it('stores what was changed, and refuses a change of what another has changed meanwhile', async () => {
    const { calls } = handlers;
    const day = await calls['study.create']({ date: '2022-10-14' }, context);
    const saved = await calls['study.save']({ day: { ...day, theme: '读报' } }, context);
    expect(saved.revision).toBe(2);
    expect(await codeOf(calls['study.save']({ day: { ...day, theme: '旧' } }, context))).toBe(
      'study-day-changed',
    );
    expect(await calls['study.day']({ studyDayId: day.studyDayId }, context)).toMatchObject({
      theme: '读报',
    });
    expect(await codeOf(calls['study.day']({ studyDayId: 'none' as never }, context))).toBe(
      'study-day-unknown',
    );
  });

  it('collects marks with where they are from and what they are like, and sentences without a mark', async () => {
    const { calls } = handlers;
    const annotationId = await mark('信用就是“真金白银”', '信用');
    await mark('提高政治站位', '巡察');
    const { collected, found, authors } = await calls['study.collect']({ tags: ['信用'] }, context);
    expect(found).toBe(1);
    expect(authors).toEqual(['林远']);
    expect(collected).toMatchObject([
      {
        excerpt: { annotationId, tags: ['信用'] },
        proof: { checks: [{ state: 'agrees' }] },
        mark: { color: 'indigo', author: '林远', note: '想一想' },
      },
    ]);
    const sentences = await calls['study.collect']({ words: '真金白银', sentences: true }, context);
    expect(sentences.collected[0]?.mark).toBeUndefined();
    const whole = await calls['study.collect']({}, context);
    const inOrder = whole.collected.map(({ excerpt }) => excerpt);
    const turned = { materials: inOrder.toReversed(), order: 'article' } as const;
    expect(await calls['study.order'](turned, context)).toEqual(inOrder);
    const ids = [annotationSchema.shape.annotationId.parse(annotationId)];
    const taken = await calls['study.collect-marks']({ issueId, annotationIds: ids }, context);
    expect(taken).toMatchObject([{ annotationId }]);
    const [excerpt] = taken;
    const source = await calls['study.source'](
      { issueId, articleId: excerpt?.articleId ?? ('' as never) },
      context,
    );
    expect(source.text).toContain('信用就是“真金白银”');
  });

  it('shows an excerpt whose source was corrected, and writes the handout with all the others', async () => {
    const { calls, tasks } = handlers;
    await mark('信用就是“真金白银”', '信用');
    await mark('提高政治站位', '巡察');
    const { collected } = await calls['study.collect']({}, context);
    const day = await calls['study.create']({ date: '2022-10-14', theme: '读报' }, context);
    const materials = collected.map(({ excerpt }) => excerpt);
    const broken = materials.map((excerpt) => ({
      ...excerpt,
      passages: excerpt.passages.map(({ quote, ...rest }) => ({
        ...rest,
        quote: { ...quote, exact: quote.exact.replace('信用', '信誉') },
      })),
    }));
    await calls['study.save']({ day: { ...day, materials: broken } }, context);
    const proved = await calls['study.prove']({ excerpts: broken }, context);
    expect(proved.map(({ checks }) => checks[0]?.state).sort()).toEqual(['agrees', 'differs']);
    expect(proved.flatMap(({ checks }) => checks).find(({ state }) => state === 'differs')).toMatchObject({
      difference: { excerpt: '誉', source: '用' },
    });
    saveTo = folder;
    const { studyDayId } = day;
    const chosen = await calls['study.choose-handout']({ studyDayId, format: 'markdown' }, context);
    expect(chosen?.fileName).toBe('2022-10-14 读报.md');
    const written = await tasks['study.handout'](
      { studyDayId, token: chosen?.token ?? '', choices: { ...plainHandout, format: 'markdown' } },
      task,
    );
    expect(written).toMatchObject({ excerpts: 2, doubtful: [expect.any(Number)] });
    const text = await readFile(written.file, 'utf8');
    expect(text).toContain('与原文不符：摘录作「誉」，原文作「用」');
    expect(text).toContain('提高政治站位');
  });

  it('sets a handout as the reader has text set, and drafts what another program sets', async () => {
    const { calls, tasks } = handlers;
    const { studyDayId } = await calls['study.create']({ date: '2022-10-14', theme: '读<报>' }, context);
    expect(await codeOf(tasks['study.preview']({ studyDayId, choices: plainHandout }, task))).toBe(
      'cancelled',
    );
    expect(looks).toMatchObject([{ style, textFace: 'kai', direction: 'vertical' }]);
    const draft = async (format: HandoutFormat) =>
      calls['study.draft']({ studyDayId, choices: { ...plainHandout, format } }, context);
    const page = await draft('html');
    expect(page).toMatchObject({
      kind: 'page',
      body: expect.stringContaining('读&lt;报&gt;</h1>') as string,
    });
    expect(await draft('docx')).toEqual(page);
    expect(await draft('markdown')).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('# 读\\<报\\>') as string,
    });
    expect(await draft('text')).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('读<报>') as string,
    });
  });

  it('loses the place of an excerpt with its article, and says so', async () => {
    await mark('信用就是“真金白银”', '信用');
    const { collected } = await handlers.calls['study.collect']({}, context);
    const review = await openReview({ ...ports, library, pages: pageReader }, issueId);
    if (!review.ok) throw new Error(review.error.code);
    const { page, revision } = review.value;
    const block = page.blocks.findIndex(({ pieces }) => pieces.some(({ text }) => text.includes('真金白银')));
    const piece = page.blocks[block]?.pieces.findIndex(({ text }) => text.includes('真金白银')) ?? 0;
    const aside = { type: 'set-aside', block, piece } as const;
    const saved = await saveReview({ ...ports, library, pages: pageReader }, issueId, revision, [aside]);
    expect(saved.ok).toBe(true);
    const [proved] = await handlers.calls['study.prove'](
      { excerpts: collected.map(({ excerpt }) => excerpt) },
      context,
    );
    expect(proved?.checks[0]?.state).not.toBe('agrees');
  });

  it('names a file by whole characters of a long theme', async () => {
    const { calls } = handlers;
    const long = `${'读'.repeat(39)}𠮷𠮷`;
    const { studyDayId } = await calls['study.create']({ date: '2022-10-14', theme: long }, context);
    saveTo = folder;
    const chosen = await calls['study.choose-handout']({ studyDayId, format: 'pdf' }, context);
    expect(chosen?.fileName).toBe(`2022-10-14 ${'读'.repeat(39)}𠮷.pdf`);
  });

  it('writes days as a calendar file where the user wants it, and says what cannot be written', async () => {
    const { calls } = handlers;
    const { studyDayId } = await calls['study.create']({ date: '2022-10-14', theme, ordinal: 5 }, context);
    expect(await calls['study.calendar']({ studyDayIds: [studyDayId] }, context)).toBeNull();
    saveTo = folder;
    const written = await calls['study.calendar']({ studyDayIds: [studyDayId] }, context);
    expect(written).toMatchObject({ days: 1 });
    const file = join(folder, written?.fileName ?? '');
    expect(await readFile(file, 'utf8')).toContain('DTSTART;VALUE=DATE:20221014');
    await rm(file);
    saveTo = join(folder, 'no-such-folder');
    expect(await codeOf(calls['study.calendar']({ studyDayIds: [studyDayId] }, context))).toBe(
      'target-unwritable',
    );
  });
});
