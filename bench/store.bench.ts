// The cost of one mark, from its making to its being on the disk, beside a bare append with fdatasync in the same run:
// with more and more marks in the library, in one issue, and while snapshots are written on many issues. And how long a
// library takes to open. `npm run bench:store -- --large` adds a million marks.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { incomingEditSchema } from '../src-core/annotation/edit';
import { add, issue, issueId, mark, note, source, value } from '../tests/main/library/support';
import { report, summarize, type Measurement } from './measure';
import { newMark, open, singles, snapshotsOf, uncheckedMark, words } from './store/marks';
import { doTask, forgetDisks, inOwnProcess, task } from './store/own-process';

const isLarge = process.argv.includes('--large');
const folder = task === undefined ? await mkdtemp(join(tmpdir(), 'jianbao-bench-')) : '';
const figures: Record<string, number | string> = {};
const measurements: Measurement[] = [];

/** Times work in turn with a bare append to a file, so that both meet the same disk. */
async function beside(
  runs: number,
  work: (run: number) => Promise<unknown>,
): Promise<{ readonly measured: readonly number[]; readonly bare: readonly number[] }> {
  const line = Buffer.from(`${JSON.stringify(newMark('i1'))}\n`);
  const file = fs.openSync(join(folder, `bare-${randomUUID()}`), 'a');
  const measured: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < runs; run++) {
    bare.push(
      ...(await times(1, () => {
        fs.writeSync(file, line);
        fs.fdatasyncSync(file);
        return Promise.resolve();
      })),
    );
    measured.push(...(await times(1, () => work(run))));
  }
  fs.closeSync(file);
  return { measured, bare };
}

function appendWithoutBlocking(file: number, line: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    fs.write(file, line, (failure) => {
      if (failure !== null) reject(failure);
      else
        fs.fdatasync(file, (error) => {
          if (error === null) resolve();
          else reject(error);
        });
    });
  });
}

async function times(runs: number, work: (run: number) => Promise<unknown>): Promise<readonly number[]> {
  const measured: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work(run);
    measured.push(performance.now() - start);
  }
  return measured;
}

function raise(): never {
  throw new Error('more marks were asked for than were made');
}

/** A library of so many issues, with so many marks in each. */
async function build(name: string, issues: number, marksEach: number): Promise<string> {
  const path = join(folder, name);
  const library = await open(path);
  for (let number = 0; number < issues; number++) {
    const own = `i${number}`;
    value(await library.addIssue(issue(own), source(own)));
    for (let made = 0; made < marksEach; made += 5_000) {
      const edits = Array.from({ length: Math.min(5_000, marksEach - made) }, () => newMark(own));
      value(await library.edit(issueId(own), { type: 'batch', edits: edits.flatMap(singles) }));
    }
  }
  await library.close();
  return path;
}

/** Notes a series, with its percentiles as ratios to the bare appends that were made in turn with it. */
function take(name: string, measured: readonly number[], bare: readonly number[] = []): void {
  measurements.push(summarize(name, measured));
  if (bare.length === 0) return;
  const at = (times: readonly number[], share: number): number =>
    [...times].sort((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
  const ratios = [0.5, 0.95, 0.99].map((share) => (at(measured, share) / at(bare, share)).toFixed(2));
  figures[`${name}: p50, p95, p99 to bare appends`] = ratios.join(', ');
  figures[`${name}: p99 ms`] = Number(at(measured, 0.99).toFixed(3));
  figures[`${name}: bare append, p50 ms`] = Number(at(bare, 0.5).toFixed(3));
}

async function marksInto(
  path: string,
  name: string,
  issues: number,
  runs: number,
  make = newMark,
): Promise<void> {
  const library = await open(path);
  const own = (run: number): string => `i${(run * 7919) % issues}`;
  for (let run = 0; run < 50; run++) value(await library.edit(issueId(own(run)), make(own(run))));
  const made = Array.from({ length: runs }, (_, run) => ({
    into: issueId(own(run)),
    edit: make(own(run)),
  }));
  const { measured, bare } = await beside(runs, async (run) => {
    const { into, edit } = made[run] ?? raise();
    return value(await library.edit(into, edit));
  });
  take(name, measured, bare);
  await library.close();
}

/**
 * Marks spread over many issues: the first in each, which opens it, and then those that go on while snapshots of the
 * issues are written behind them.
 */
async function marksOverIssues(
  path: string,
  name: string,
  { issues, runs, marksEach }: { issues: number; runs: number; marksEach: number },
): Promise<void> {
  const library = await open(path, 4_000);
  const marksFor = (count: number): ((run: number) => Promise<unknown>) => {
    const made = Array.from({ length: count }, (_, run) => {
      const own = `i${(run * 7919) % issues}`;
      return { into: issueId(own), edit: newMark(own) };
    });
    return async (run) => {
      const { into, edit } = made[run] ?? raise();
      return value(await library.edit(into, edit));
    };
  };
  const first = await beside(issues, marksFor(issues));
  take(`the first mark in an issue, with its opening: ${name}`, first.measured, first.bare);
  // As many marks at once as each issue needs for its next snapshot to be due among the marks that are timed: when its
  // journal is as long as the last one.
  const burst = marksEach - 5;
  for (let number = 0; number < issues; number++) {
    const own = `i${number}`;
    const edits = Array.from({ length: burst }, () => newMark(own)).flatMap(singles);
    value(await library.edit(issueId(own), { type: 'batch', edits }));
  }
  const generations = await snapshotsOf(path, issues);
  const { measured, bare } = await beside(runs, marksFor(runs));
  take(`one mark, over ${issues} issues, snapshots under way: ${name}`, measured, bare);
  const written = (await snapshotsOf(path, issues)) - generations;
  await library.close();
  figures[`snapshots written meanwhile: ${name}`] = written;
}

/**
 * Marks made in the window of the built application, from the call to its answer, in turn with bare appends here.
 * @param issues over how many issues they are spread
 * @param unmeasured how many are made before
 */
async function marksFromWindow(
  path: string,
  name: string,
  { issues, unmeasured, runs }: { issues: number; unmeasured: number; runs: number },
): Promise<void> {
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  if (executablePath === undefined) {
    figures[name] = 'not measured: run it by npm run bench:store, which finds the runtime';
    return;
  }
  const userData = await mkdtemp(join(tmpdir(), 'jianbao-bench-user-'));
  const electron = await _electron.launch({
    executablePath,
    args: ['.'],
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...definedEnvironment(), JIANBAO_USER_DATA: userData, JIANBAO_LIBRARY: path },
  });
  try {
    const window = await electron.firstWindow();
    await window.waitForLoadState('load');
    let made = 0;
    const calls = (count: number): Promise<readonly number[]> =>
      window.evaluate(
        async (inputs) => {
          const { jianbao } = globalThis as unknown as {
            jianbao: { call: (channel: string, input: unknown) => Promise<{ ok: boolean }> };
          };
          const taken: number[] = [];
          for (const input of inputs) {
            const start = performance.now();
            const answered = await jianbao.call('annotations.edit', input);
            taken.push(performance.now() - start);
            if (!answered.ok) throw new Error(JSON.stringify(answered));
          }
          return taken;
        },
        Array.from({ length: count }, () => {
          const own = `i${(made++ * 7919) % issues}`;
          return { issueId: own, edit: newMark(own) };
        }),
      );
    await calls(unmeasured);
    const generations = await snapshotsOf(path, issues);
    const measured: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run < runs; run += 25) {
      bare.push(...(await bareAppends(25)));
      measured.push(...(await calls(25)));
    }
    take(name, measured, bare);
    if (issues > 1) figures[`snapshots meanwhile: ${name}`] = (await snapshotsOf(path, issues)) - generations;
    const pages = await electron.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, memory }) => [type, memory.workingSetSize] as const),
    );
    for (const [type, kilobytes] of pages) {
      if (type === 'Browser' || type === 'Tab') figures[`${name}: ${type}, MB`] = Math.round(kilobytes / 1e3);
    }
  } finally {
    await electron.close();
    await rm(userData, { recursive: true, force: true });
  }
}

async function bareAppends(runs: number): Promise<readonly number[]> {
  const { bare } = await beside(runs, () => Promise.resolve());
  return bare;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

async function opening(path: string, name: string, runs: number): Promise<void> {
  const measured: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const library = await open(path);
    value(await library.issues());
    measured.push(performance.now() - start);
    await library.close();
  }
  take(`open to the list: ${name}`, measured);
  const own = (): number => Number(inOwnProcess('open', path));
  take(`the same in a new process: ${name}`, Array.from({ length: runs }, own));
  if (forgetDisks()) {
    const cold = Array.from({ length: runs }, () => (forgetDisks(), own()));
    take(`the same with nothing in the system's memory: ${name}`, cold);
  } else figures[`with nothing in the system's memory: ${name}`] = 'not measured: needs the rights of root';
}

if (task !== undefined) await doTask(task);

try {
  const waiting = fs.openSync(join(folder, 'waiting'), 'a');
  const line = Buffer.from(`${JSON.stringify(newMark('i1'))}\n`);
  const reference = await beside(2_000, () => appendWithoutBlocking(waiting, line));
  fs.closeSync(waiting);
  take('bare append + fdatasync (reference)', reference.bare);
  take('the same without blocking the thread', reference.measured, reference.bare);
  const sizes: readonly (readonly [string, number, number])[] = [
    ['1k marks, 10 issues', 10, 100],
    ['10k marks, 100 issues', 100, 100],
    ['100k marks, 3,000 issues', 3_000, 33],
    ...(isLarge ? ([['1M marks, 10,000 issues', 10_000, 100]] as const) : []),
  ];
  for (const [name, issues, each] of sizes) {
    const path = await build(`of-${issues}`, issues, each);
    await opening(path, name, 5);
    await marksInto(path, `one mark: ${name}`, Math.min(issues, 10), 2_000);
    figures[`memory with ${name}, MB`] = Math.round(process.memoryUsage().rss / 1e6);
    if (issues === 3_000) {
      await marksInto(path, `one mark that nobody has checked: ${name}`, 10, 2_000, uncheckedMark);
      const window = `one mark from the window to its answer: ${name}`;
      await marksFromWindow(path, window, { issues: 1, unmeasured: 50, runs: 1_000 });
    }
    if (issues >= 900) await marksOverIssues(path, name, { issues: 900, runs: 4_000, marksEach: each });
    if (issues === 3_000) {
      inOwnProcess('fill', path);
      const spread = `one mark from the window, over 900 issues, snapshots under way: ${name}`;
      await marksFromWindow(path, spread, { issues: 900, unmeasured: 900, runs: 2_700 });
    }
  }
  const hot = await build('hot', 1, 20_000);
  await marksInto(hot, 'one mark: 20k marks in one issue', 1, 2_000);
  const library = await open(hot);
  value(await library.edit(issueId('i0'), add(mark('i0', 'typed'))));
  const typed = Array.from({ length: 500 }, () => incomingEditSchema.parse(note('typed', words)));
  const typing = await beside(500, async (run) =>
    value(await library.edit(issueId('i0'), typed[run] ?? raise())),
  );
  take('a note being typed: 20k marks in one issue', typing.measured, typing.bare);
  const burst = await times(20, () =>
    Promise.all(Array.from({ length: 100 }, () => library.edit(issueId('i0'), newMark('i0')))),
  );
  take('100 marks at once', burst);
  await library.close();
  figures['memory at the end, MB'] = Math.round(process.memoryUsage().rss / 1e6);
  report('store', 'one mark until it is on the disk; opening a library', measurements, figures);
} finally {
  await rm(folder, { recursive: true, force: true });
}
