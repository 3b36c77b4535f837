import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueIdSchema } from '../../../../src-core/publication/issue';
import { openLibrary } from '../../../../src-main/library/open-library';
import { value } from '../../library/support';
import { runCommandLine } from '../../../../src-main/command-line/run';
import { pageReader } from '../../../builders/page-reader';

const sample = resolve('resources/samples/wujin-2022-10-11.txt');
let folder: string;
let counter = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-study-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function jianbao(...argv: readonly string[]) {
  return jianbaoWith([], ...argv);
}

/** Runs a command with lines on its standard input. */
async function jianbaoWith(input: readonly string[], ...argv: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const status = await runCommandLine(
    ['--library', join(folder, 'library'), '--json', ...argv],
    {
      print: (line) => out.push(line),
      complain: (line) => errors.push(line),
      lines: async function* () {
        yield* input;
      },
      now: () => '2022-10-12T00:00:00.000Z',
      newId: () => `id-${++counter}`,
      userName: 'reader',
      fontsFolder: resolve('resources/fonts'),
      pages: pageReader,
    },
    { LANG: 'zh_CN.UTF-8' },
  );
  return { status, out: out.map((line): unknown => JSON.parse(line)), errors };
}

/** Imports the sample, marks two passages of it, and makes the study day which its notice announces. */
async function announced(): Promise<{ readonly issueId: string; readonly studyDayId: string }> {
  const imported = await jianbao('import', sample);
  const { issueId } = z.object({ issueId: z.string() }).parse(imported.out[0]);
  for (const [quote, tag] of [
    ['信用就是“真金白银”', '信用'],
    ['提高政治站位', '巡察'],
  ] as const) {
    expect((await jianbao('annotate', issueId, '--quote', quote, '--tag', tag)).status).toBe(0);
  }
  const added = await jianbao('study', 'add', '--notice', issueId);
  expect(added.out).toEqual([
    expect.objectContaining({
      date: '2022-10-14',
      ordinal: 5,
      theme: '深入学习《习近平谈治国理政》第四卷，迎接党的二十大',
    }),
  ]);
  return { issueId, ...z.object({ studyDayId: z.string() }).parse(added.out[0]) };
}

/** Puts other words into an issue's text, as a correction of its source does. */
async function changeText(issueId: string, from: string, to: string): Promise<void> {
  const options = {
    now: () => '2022-10-12T00:00:00.000Z',
    newId: () => `id-${++counter}`,
    holder: 'cli',
  } as const;
  const library = value(await openLibrary(join(folder, 'library'), options));
  const issue = value(await library.readIssue(issueIdSchema.parse(issueId)));
  const articles = issue.articles.map((article) => ({ ...article, text: article.text.replace(from, to) }));
  value(await library.reviseIssue({ ...issue, articles }));
  await library.close();
}

describe('jianbao study', () => {
  it('makes the day which the sample announces, once', async () => {
    const { issueId, studyDayId } = await announced();
    expect((await jianbao('study', 'add', '--notice', issueId)).out).toEqual([]);
    expect((await jianbao('study', 'list')).out).toEqual([
      expect.objectContaining({ studyDayId, date: '2022-10-14', excerpts: 0 }),
    ]);
  });

  it('collects by tag and by sentence, orders, and adds nothing twice', async () => {
    await announced();
    const collect = ['study', 'collect', '2022-10-14'];
    const by = async (...given: readonly string[]) => (await jianbao(...collect, ...given)).out[0];
    expect(await by('--tag', '信用', '--heading', '一、信用')).toMatchObject({ added: 1, excerpts: 1 });
    expect(await by('--tag', '信用')).toMatchObject({ added: 0, excerpts: 1 });
    expect(await by('--tag', '巡察', '--order', 'article')).toMatchObject({ added: 1, excerpts: 2 });
    expect(await by('--sentences', '长沟河')).toMatchObject({ added: 2, excerpts: 4 });
    const shown = await jianbao('study', 'show', '2022-10-14');
    const { handout } = z
      .object({
        handout: z.object({
          parts: z.array(
            z.object({ kind: z.string(), state: z.string().optional(), title: z.string().optional() }),
          ),
        }),
      })
      .parse(shown.out[0]);
    expect(handout.parts.map(({ kind, state }) => state ?? kind)).toEqual([
      'heading',
      'agrees',
      'agrees',
      'agrees',
      'agrees',
    ]);
    expect(handout.parts[1]?.title).toBe('市委联动巡察组进驻武进召开动员会');
  });

  it.each(['md', 'html', 'txt', 'docx', 'pdf'])('writes the handout as %s', async (ending) => {
    await announced();
    await jianbao('study', 'collect', '2022-10-14', '--tag', '信用');
    const file = join(folder, `handout.${ending}`);
    const written = await jianbao('study', 'handout', '2022-10-14', '-o', file);
    expect(written).toMatchObject({ status: 0, errors: [], out: [{ file, excerpts: 1, doubtful: [] }] });
    const bytes = await readFile(file);
    expect(bytes.length).toBeGreaterThan(200);
    if (ending === 'md') expect(bytes.toString()).toContain('> 信用就是“真金白银”');
  });

  it('writes an iCalendar file of the days', async () => {
    await announced();
    const file = join(folder, 'days.ics');
    expect((await jianbao('study', 'calendar', '-o', file)).out).toEqual([{ file, studyDays: 1 }]);
    expect(await readFile(file, 'utf8')).toContain('DTSTART;VALUE=DATE:20221014\r\n');
  });

  it('takes a removed day from the list, and does not offer it again', async () => {
    const { issueId } = await announced();
    expect((await jianbao('study', 'remove', '2022-10-14')).status).toBe(0);
    expect((await jianbao('study', 'list')).out).toEqual([]);
    expect((await jianbao('study', 'add', '--notice', issueId)).out).toEqual([]);
  });

  it('refuses what it does not know with exit status 1, and wrong calls with 2', async () => {
    expect((await jianbao('study', 'show', '2022-10-14')).status).toBe(1);
    expect((await jianbao('study', 'add', '--notice', 'none')).status).toBe(1);
    for (const call of [
      ['study'],
      ['study', 'fly'],
      ['study', 'add', '2022-02-31'],
      ['study', 'handout', 'x'],
      ['study', 'handout', 'x', '-o', 'handout.xls'],
      ['study', 'handout', 'x', '-o', 'handout.docx', '--booklet'],
      ['study', 'handout', 'x', '-o', 'handout.pdf', '--booklet', '--paper', 'B5'],
      ['study', 'collect', 'x', '--sentences', '水', '--tag', '水'],
    ]) {
      expect((await jianbao(...call)).status, call.join(' ')).toBe(2);
    }
  });

  it('stores a day as it was shown and changed, and refuses one that is behind', async () => {
    await announced();
    await jianbao('study', 'collect', '2022-10-14', '--tag', '信用');
    const shown = z.looseObject({}).parse((await jianbao('study', 'show', '2022-10-14')).out[0]);
    const changed = JSON.stringify({ ...shown, leader: '王老师', questions: ['为什么？'] });
    expect(await jianbaoWith([changed], 'study', 'save')).toMatchObject({
      status: 0,
      out: [{ revision: 3 }],
    });
    expect((await jianbao('study', 'show', '2022-10-14')).out[0]).toMatchObject({
      leader: '王老师',
      handout: { questions: ['为什么？'] },
    });
    const behind = await jianbaoWith([changed, 'no JSON', '{"theme":1}'], 'study', 'save');
    expect(behind).toMatchObject({ status: 1, out: [] });
    expect(behind.errors).toHaveLength(3);
  });

  it('names the days of a date that has several, and takes one by its id', async () => {
    const ids = [];
    for (const theme of ['一', '二']) {
      const added = await jianbao('study', 'add', '2022-11-04', '--theme', theme);
      ids.push(z.object({ studyDayId: z.string() }).parse(added.out[0]).studyDayId);
    }
    const refused = await jianbao('study', 'show', '2022-11-04');
    expect(refused.status).toBe(1);
    for (const id of ids) expect(refused.errors[0]).toContain(id);
    expect((await jianbao('study', 'show', ids[1] ?? '')).out).toEqual([
      expect.objectContaining({ theme: '二' }),
    ]);
  });

  it('prints an excerpt whose source was changed with what differs, and all others', async () => {
    const { issueId } = await announced();
    await jianbao('study', 'collect', '2022-10-14', '--tag', '信用', '--tag', '巡察', '--order', 'article');
    await changeText(issueId, '真金白银', '真金实银');
    const file = join(folder, 'handout.md');
    const written = await jianbao('study', 'handout', '2022-10-14', '-o', file);
    expect(written).toMatchObject({
      status: 0,
      errors: ['2　与原文不符：摘录作「白」，原文作「实」'],
      out: [{ excerpts: 2, doubtful: [2] }],
    });
    const text = await readFile(file, 'utf8');
    expect(text).toContain('> 提高政治站位');
    expect(text).toContain('**与原文不符：摘录作「白」，原文作「实」**\n\n> 信用就是“真金白银”');
  });

  it('makes a day with what is given, and refuses one that is not valid', async () => {
    const added = await jianbao(
      'study',
      'add',
      '2022-11-04',
      '--theme',
      '读书',
      '--time',
      '14:30',
      '--ordinal',
      '6',
    );
    expect(added.out).toEqual([expect.objectContaining({ date: '2022-11-04', ordinal: 6, theme: '读书' })]);
    const wrong = await jianbao('study', 'add', '2022-11-05', '--time', '25:00');
    expect(wrong.status).toBe(1);
    expect(wrong.errors[0]).toContain('time');
  });
});
