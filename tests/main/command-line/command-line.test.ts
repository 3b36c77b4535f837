import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueIdSchema } from '../../../src-core/publication/issue';
import { runCommandLine } from '../../../src-main/command-line/run';
import { openLibrary } from '../../../src-main/library/open-library';
import { pageReader } from '../../builders/page-reader';
import { commandLineOn, parsed, sample } from './trying-command-line';

let folder: string;
let counter = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-cli-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const { jianbao, importSample } = commandLineOn(() => join(folder, 'library'));

const shownSchema = z.object({
  articles: z.array(
    z.object({
      articleId: z.string(),
      type: z.string(),
      text: z.string(),
      blocks: z.array(z.object({ role: z.string(), start: z.number(), end: z.number() })),
      headline: z.string().optional(),
      kicker: z.string().optional(),
    }),
  ),
});

describe('jianbao parse', () => {
  it('prints the structure of the sample and stores nothing', async () => {
    const { status, out } = await jianbao(['parse', sample, '--json']);
    expect(status).toBe(0);
    const report = parsed(z.object({ blocks: z.array(z.object({ type: z.string() })) }), out[0]);
    expect(report.blocks.map(({ type }) => type)).toEqual([
      'article',
      'article',
      'article',
      'photo',
      'label',
      'notice',
    ]);
    expect((await jianbao(['issues', '--json'])).out).toEqual([]);
  });
});

describe('jianbao import and show', () => {
  it('stores the sample so that its text can be shown', async () => {
    const issueId = await importSample();
    const shown = parsed(shownSchema, (await jianbao(['show', issueId, '--json'])).out[0]);
    expect(shown.articles.filter(({ type }) => type === 'article').map(({ headline }) => headline)).toEqual([
      '以高质量生态环境增强人民群众获得感幸福感安全感',
      '市委联动巡察组进驻武进召开动员会',
      '礼嘉镇运用第三方信用报告开展招投标',
    ]);
    for (const article of shown.articles) {
      expect(article.blocks.map(({ start, end }) => article.text.slice(start, end)).join('\n')).toBe(
        article.text,
      );
    }
  });

  it('imports the good files when one is bad, and says which', async () => {
    const empty = join(folder, 'empty.txt');
    await writeFile(empty, '');
    const { status, out, errors } = await jianbao([
      'import',
      empty,
      join(folder, 'none.txt'),
      sample,
      '--json',
    ]);
    expect(status).toBe(1);
    expect(out.map((line) => parsed(z.object({ ok: z.boolean() }), line).ok)).toEqual([false, false, true]);
    expect(errors[0]).toContain(`${empty} 是空文件`);
    expect(errors[1]).toContain('找不到文件');
  });

  it('refuses a binary file and a folder without storing anything', async () => {
    const binary = join(folder, 'picture.txt');
    await writeFile(binary, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 0, 0]));
    const { status, errors } = await jianbao(['import', binary, folder]);
    expect(status).toBe(1);
    expect(errors[0]).toContain('不是文本文件');
    expect((await jianbao(['issues', '--json'])).out).toEqual([]);
  });
});

describe('jianbao annotate', () => {
  it('marks a passage by its words and lists it with its offsets', async () => {
    const issueId = await importSample();
    const marked = await jianbao([
      ...[
        'annotate',
        issueId,
        '--quote',
        '一脉两核五园多点',
        '--color',
        'red',
        '--tag',
        '规划',
        '--note',
        '注',
      ],
      '--json',
    ]);
    expect(marked.errors).toEqual([]);
    const { annotationId } = parsed(z.object({ annotationId: z.string() }), marked.out[0]);
    const listed = await jianbao(['annotations', '--format', 'json']);
    const row = parsed(
      z.object({
        annotationId: z.string(),
        articleId: z.string(),
        start: z.number(),
        end: z.number(),
        color: z.string(),
        tags: z.array(z.string()),
        author: z.string(),
      }),
      listed.out[0],
    );
    const shown = parsed(shownSchema, (await jianbao(['show', issueId, '--json'])).out[0]);
    const article = shown.articles.find(({ articleId }) => articleId === row.articleId);
    expect(article?.text.slice(row.start, row.end)).toBe('一脉两核五园多点');
    expect(row).toMatchObject({ annotationId, color: 'cinnabar', tags: ['规划'], author: 'reader' });
  });

  it('refuses a quote that stands in several places, and names them', async () => {
    const issueId = await importSample();
    const { status, errors } = await jianbao(['annotate', issueId, '--quote', '生态环境']);
    expect(status).toBe(1);
    expect(errors[0]).toMatch(/出现了 \d+ 处/u);
    expect((await jianbao(['annotations', '--format', 'json'])).out).toEqual([]);
  });

  it('answers a batch line by line in order, and goes on after a bad one', async () => {
    const issue = await importSample();
    const lines = [
      { op: 'add', issue, quote: '长三角最美湾湖城', style: 'wavy', tag: ['目标'] },
      { op: 'add', issue, quote: '没有这句话' },
      { op: 'add', issue: '../x', quote: '学习' },
      { op: 'fly' },
      { op: 'add', issue, quote: '腾笼换鸟', note: '二' },
    ];
    const { status, out } = await jianbao(
      ['annotate', '--batch'],
      [...lines.map((line) => JSON.stringify(line)), '{"op":'],
    );
    expect(status).toBe(1);
    const answers = out.map((line) =>
      parsed(z.object({ ok: z.boolean(), annotationId: z.string().optional() }), line),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, false, true, false]);
    const annotationId = answers[0]?.annotationId;
    const changed = await jianbao(
      ['annotate', '--batch'],
      [
        JSON.stringify({ op: 'update', annotationId, note: '改', tag: ['新'] }),
        JSON.stringify({ op: 'delete', annotationId: answers[4]?.annotationId }),
        JSON.stringify({ op: 'delete', annotationId: answers[4]?.annotationId }),
      ],
    );
    expect(changed.out.map((line) => parsed(z.object({ ok: z.boolean() }), line).ok)).toEqual([
      true,
      true,
      false,
    ]);
    const left = (await jianbao(['annotations', '--format', 'json'])).out;
    expect(left).toHaveLength(1);
    expect(parsed(z.record(z.string(), z.unknown()), left[0])).toMatchObject({
      annotationId,
      note: '改',
      tags: ['新'],
      style: 'wavy',
    });
  });

  it('answers each line of a conversation before the next is given', async () => {
    const issue = await importSample();
    const out: string[] = [];
    const quotes = ['腾笼换鸟', '长三角最美湾湖城', '真金白银'];
    const status = await runCommandLine(
      ['--library', join(folder, 'library'), 'annotate', '--batch'],
      {
        print: (line) => out.push(line),
        complain: (line) => out.push(line),
        lines: async function* () {
          for (const [count, quote] of quotes.entries()) {
            yield JSON.stringify({ op: 'add', issue, quote });
            await expect.poll(() => out.length).toBe(count + 1);
          }
        },
        now: () => '2026-01-01T00:00:00.000Z',
        newId: () => `id-${++counter}`,
        userName: '',
        fontsFolder: '',
        pages: pageReader,
      },
      {},
    );
    expect([status, out.length]).toEqual([0, 3]);
  });
});

describe('jianbao search', () => {
  it('finds traditional forms and notes, and keeps to the tag it is given', async () => {
    const issueId = await importSample();
    await jianbao(['annotate', issueId, '--quote', '腾笼换鸟', '--note', '見《學習》', '--tag', '产业']);
    const hits = async (...argv: string[]): Promise<number> =>
      (await jianbao(['search', ...argv, '--json'])).out.length;
    expect(await hits('騰籠換鳥')).toBe(1);
    expect(await hits('学习', '--in', 'notes')).toBe(1);
    expect(await hits('区', '--in', 'text', '--tag', '产业')).toBe(0);
    expect(await hits('騰籠', '--tag', '产业')).toBe(1);
    expect(await hits('騰籠', '--from', '2099-01-01')).toBe(0);
    expect(await hits('没有这句话')).toBe(0);
  });
});

describe('jianbao backup and restore', () => {
  it('carry a library into an empty folder, and back what was removed into the present one', async () => {
    const issueId = await importSample();
    const { out } = await jianbao(['annotate', issueId, '--quote', '腾笼换鸟', '--note', '注', '--json']);
    const { annotationId } = parsed(z.object({ annotationId: z.string() }), out[0]);
    const zip = join(folder, 'library.zip');
    expect((await jianbao(['backup', '-o', zip, '--json'])).status).toBe(0);
    await jianbao(['annotate', '--batch'], [JSON.stringify({ op: 'delete', annotationId })]);
    await jianbao(['annotate', issueId, '--quote', '长三角最美湾湖城']);

    const restored = await jianbao(['restore', zip, '--json']);
    expect(restored.errors).toEqual([]);
    expect(parsed(z.looseObject({}), restored.out[0])).toMatchObject({ marksRestored: 1, marksOnlyHere: 1 });
    expect((await jianbao(['annotations', '--json'])).out).toHaveLength(2);

    await rm(join(folder, 'library'), { recursive: true });
    const again = await jianbao(['restore', zip]);
    expect(again.status).toBe(0);
    expect(again.out.join('\n')).toMatch(/：1 期，1 处标记$/u);
    expect((await jianbao(['restore', zip])).out.join('\n')).toContain('新增 0 期');
    expect((await jianbao(['annotations', '--json'])).out).toHaveLength(1);
    expect(await jianbao(['check'])).toMatchObject({
      status: 0,
      out: [expect.stringMatching(/：1 期，\d+ 处标记，完好$/u)],
    });
  });

  it('refuse a file that is no backup, and leave the library as it was', async () => {
    await importSample();
    const { status, errors } = await jianbao(['restore', sample]);
    expect([status, errors.length]).toEqual([1, 1]);
    expect((await jianbao(['issues', '--json'])).out).toHaveLength(1);
  });
});

describe('jianbao export', () => {
  it('writes a PDF with every mark and leaves no half file beside it', async () => {
    const issueId = await importSample();
    await jianbao(['annotate', issueId, '--quote', '腾笼换鸟', '--note', '注']);
    const file = join(folder, 'out.pdf');
    const { status, out, errors } = await jianbao(['export', issueId, '-o', file, '--json']);
    expect(errors).toEqual([]);
    expect(status).toBe(0);
    expect(
      parsed(z.object({ file: z.string(), pages: z.number(), annotations: z.number() }), out[0]),
    ).toMatchObject({
      file,
      annotations: 1,
    });
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('says so when the target cannot be written', async () => {
    const issueId = await importSample();
    const { status, errors } = await jianbao(['export', issueId, '-o', join(folder, 'none', 'out.pdf')]);
    expect(status).toBe(1);
    expect(errors[0]).toContain('无法写入');
  });
});

describe('jianbao', () => {
  it.each([
    [[]],
    [['fly']],
    [['import']],
    [['show']],
    [['show', 'a', 'b']],
    [['issues', '--unknown']],
    [['annotate', 'i1']],
    [['annotate', 'i1', '--quote', 'x', '--color', 'nocolor']],
    [['annotate', 'i1', '--scope', 'page']],
    [['annotate', 'i1', '--scope', 'article']],
    [['annotations', '--format', 'xml']],
    [['export', 'i1']],
    [['export', 'i1', '-o', 'f.pdf', '--paper', 'A9']],
    [['import', sample, '--date', '2022-13-40']],
    [['--language', 'fr', 'issues']],
  ])('answers the wrong call %j with the usage and exit status 2', async (argv) => {
    const { status, out, errors } = await jianbao(argv);
    expect([status, out]).toEqual([2, []]);
    expect(errors.at(-1)).toContain('jianbao');
  });

  it('names an issue that the library does not have', async () => {
    for (const command of [
      ['show', 'nope'],
      ['annotate', 'nope', '--quote', 'x'],
      ['export', '../nope', '-o', 'f.pdf'],
    ]) {
      const { status, errors } = await jianbao(command);
      expect(status).toBe(1);
      expect(errors[0]).toContain('nope');
    }
  });

  it('says so when the library folder cannot be made', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'x');
    const { status, errors, out } = await jianbao(['--library', join(file, 'library'), 'import', sample]);
    expect([status, out]).toEqual([1, []]);
    expect(errors[0]).toContain(file);
  });

  it.runIf(process.platform === 'linux')('says so where the system takes no new folder at all', async () => {
    const { status, errors } = await jianbao(['--library', '/proc/jianbao/library', 'import', sample]);
    expect(status).toBe(1);
    expect(errors[0]).toContain('无法写入资料库 /proc/jianbao');
  });

  it('proves a library whole', async () => {
    await importSample();
    const { status, out } = await jianbao(['check', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toEqual({ ok: true, issues: 1, annotations: 0, problems: [] });
  });

  it('lists, finds, marks and exports nothing of an issue in the trash, and says where it is', async () => {
    const issueId = await importSample();
    await jianbao(['annotate', issueId, '--quote', '真金', '--tag', '信用']);
    const opened = await openLibrary(join(folder, 'library'), {
      now: () => '2026-01-01T00:00:00.000Z',
      newId: () => 'trashing',
      holder: 'cli',
    });
    if (!opened.ok) throw new Error(opened.error.code);
    await opened.value.removedIssues.put([issueIdSchema.parse(issueId)], '2026-01-02T00:00:00.000Z', '');
    await opened.value.close();
    for (const argv of [['issues'], ['search', '真金'], ['annotations']]) {
      expect(await jianbao([...argv, '--json'])).toMatchObject({ status: 0, out: [] });
    }
    const pdf = join(folder, 'trashed.pdf');
    const batch = JSON.stringify({ op: 'add', issue: issueId, quote: '真金' });
    for (const argv of [
      ['show', issueId],
      ['annotate', issueId, '--quote', '真金'],
      ['annotations', '--issue', issueId],
      ['export', issueId, '-o', pdf],
    ]) {
      const { status, out, errors } = await jianbao(argv);
      expect([argv[0], status, out]).toEqual([argv[0], 1, []]);
      expect(errors[0]).toContain('在废纸篓里');
    }
    const batched = await jianbao(['annotate', '--batch'], [batch]);
    expect(batched.status).toBe(1);
    expect(batched.out[0]).toContain('在废纸篓里');
    const check = await jianbao(['check', '--json']);
    expect(JSON.parse(check.out[0] ?? '')).toEqual({
      ok: true,
      issues: 1,
      annotations: 1,
      trashed: 1,
      problems: [],
    });
    expect((await jianbao(['check'])).out[0]).toContain('1 期（其中废纸篓里 1 期），1 处标记，完好');
  });

  it('tells scripts of damage in words that stay, and people in their own', async () => {
    const issueId = await importSample();
    const path = join(folder, 'library', 'issues', issueId, 'source.bin');
    await appendFile(path, '?');
    const { status, out } = await jianbao(['check', '--json']);
    expect(status).toBe(1);
    const problems = [{ path, problem: 'checksum does not agree' }];
    expect(JSON.parse(out[0] ?? '')).toEqual({ ok: false, issues: 1, annotations: 0, problems });
    expect((await jianbao(['check'])).out.join('\n')).toContain(`${path}: 校验和不符`);
  });
});
