// The built command line, killed with -9 while it answers `annotate --batch`: what it has answered is in the library, and
// the library is whole. And a second process that comes while one is at work is told who has the library.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const kills = Number(process.env['JIANBAO_KILLS'] ?? 6);
const sample = join('resources', 'samples', 'wujin-2022-10-11.txt');

type Json = Readonly<Record<string, unknown>>;
type Ended = { readonly status: number | null; readonly lines: readonly Json[]; readonly complaint: string };

function start(library: string, args: readonly string[]) {
  const cli = join('out', 'main', 'cli.js');
  const child = spawn(process.execPath, [cli, '--library', library, '--language', 'zh-CN', ...args]);
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  // A killed process takes no more input.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([status]): Ended => {
    const whole = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
    const lines = whole.filter((line) => line !== '').map((line) => JSON.parse(line) as Json);
    return { status: typeof status === 'number' ? status : null, lines, complaint };
  });
  return { child, ended, answered: () => output.split('\n').length - 1 };
}

async function run(library: string, args: readonly string[]): Promise<Ended> {
  const { child, ended } = start(library, args);
  child.stdin.end();
  return ended;
}

test.describe('the command line', () => {
  let folder = '';
  let library = '';
  let issueId = '';
  let article = '';

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianbao-e2e-'));
    library = join(folder, 'library');
    const imported = await run(library, ['import', sample, '--json']);
    expect(imported.complaint).toBe('');
    issueId = String(imported.lines[0]?.['issueId']);
    const [shown] = (await run(library, ['show', issueId, '--json'])).lines;
    const articles = shown?.['articles'] as readonly Json[];
    article = String(articles[0]?.['articleId']);
  });

  test.afterEach(() => rm(folder, { recursive: true, force: true }));

  test('keeps every answered mark when it is killed at any moment', async () => {
    test.setTimeout(60_000 + kills * 20_000);
    /** The notes of marks as they were answered, by id; what was asked and not answered may be there or not. */
    const answered = new Map<string, string>();
    const asked = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
      const { child, ended, answered: count } = start(library, ['annotate', '--batch']);
      const known = [...answered.keys()];
      const lines = Array.from({ length: 3_000 }, (_, index) => {
        const note = `第 ${kill} 次第 ${index} 条`;
        const annotationId = known[index % 7];
        return index % 3 === 2 && annotationId !== undefined
          ? { op: 'update', annotationId, note }
          : { op: 'add', issue: issueId, article, start: index % 5, end: 6, note };
      });
      for (const { note } of lines) asked.add(note);
      child.stdin.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      const enough = 1 + Math.floor(Math.random() * 400);
      await expect.poll(count, { intervals: [1], timeout: 30_000 }).toBeGreaterThanOrEqual(enough);
      child.kill('SIGKILL');
      const { lines: answers } = await ended;
      answers.forEach((answer, index) => {
        expect(answer['ok']).toBe(true);
        answered.set(String(answer['annotationId']), lines[index]?.note ?? '');
      });
      const updated = new Set(lines.slice(answers.length).map((line) => line.annotationId));
      const listed = (await run(library, ['annotations', '--format', 'json'])).lines;
      const found = new Map(listed.map((mark) => [String(mark['annotationId']), String(mark['note'])]));
      const lost = [...answered].filter(([id, note]) => found.get(id) !== note && !updated.has(id));
      expect(lost).toEqual([]);
      expect([...found.values()].filter((note) => !asked.has(note))).toEqual([]);
      for (const [id, note] of found) answered.set(id, note);
      const check = await run(library, ['check', '--json']);
      expect(check.status).toBe(0);
      expect(check.lines[0]).toMatchObject({ ok: true, annotations: found.size, problems: [] });
    }
    expect(answered.size).toBeGreaterThan(kills);
  });

  test('gives the library back when nobody reads its answers any more', async () => {
    const { child, ended } = start(library, ['annotate', '--batch']);
    child.stdout.destroy();
    const line = `${JSON.stringify({ op: 'add', issue: issueId, article, start: 0, end: 2 })}\n`;
    child.stdin.end(line.repeat(200));
    expect((await ended).status).toBe(1);
    const listed = await run(library, ['issues', '--json']);
    expect(listed).toMatchObject({ complaint: '', lines: [{ annotations: 200 }] });
  });

  test('tells a second process who has the library', async () => {
    const first = start(library, ['annotate', '--batch']);
    const line = { op: 'add', issue: issueId, article, start: 0, end: 2 };
    first.child.stdin.write(`${JSON.stringify(line)}\n`);
    await expect.poll(first.answered, { timeout: 30_000 }).toBe(1);
    const second = await run(library, ['annotate', issueId, '--quote', '物金', '--json']);
    expect(second.status).toBe(1);
    expect(second.complaint).toContain(String(first.child.pid));
    first.child.stdin.end(`${JSON.stringify({ ...line, start: 1 })}\n`);
    const ended = await first.ended;
    expect(ended.status).toBe(0);
    expect(ended.lines.map((answer) => answer['ok'])).toEqual([true, true]);
  });
});
