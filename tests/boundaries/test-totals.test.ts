// The last line of `npm test` tells the truth: real runs of the test runner, with what can go wrong in one.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Totals = { readonly passed: number; readonly failed: number; readonly skipped: number };
type Counting = {
  readonly vitestTotals: (reportFile: string, code: number | null) => Totals;
  readonly playwrightTotals: (reportFile: string, code: number | null) => Totals;
};

const counting = (await import(pathToFileURL(resolve('scripts/test-totals.mjs')).href)) as Counting;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-totals-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the totals of the unit tests', () => {
  it('count what passed, failed and was skipped', async () => {
    const tests = `it('one', () => {}); it('two', () => { throw new Error('no'); }); it.skip('three', () => {});`;
    expect(await runVitest('mixed', tests)).toEqual({ passed: 1, failed: 1, skipped: 1 });
  });

  it('count a file that cannot be loaded', async () => {
    expect(await runVitest('unloadable', `throw new Error('no');`)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });

  it('count a set-up that failed and left its tests unrun', async () => {
    const tests = `beforeAll(() => { throw new Error('no'); }); it('one', () => {});`;
    expect(await runVitest('unready', tests)).toEqual({ passed: 0, failed: 1, skipped: 1 });
  });

  it('count an error that no test caught', async () => {
    const tests = `it('one', () => { void Promise.reject(new Error('no')); });`;
    expect(await runVitest('uncaught', tests)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('count a run without tests as failed', async () => {
    expect(await runVitest('empty', '')).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('count a run that left no report as failed', () => {
    const nothing = join(folder, 'nothing.json');
    expect(counting.vitestTotals(nothing, null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(counting.playwrightTotals(nothing, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('the totals of the end-to-end tests', () => {
  it('count what passed, failed and was skipped, a flaky test as failed', async () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(await countPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('count an error outside the tests', async () => {
    const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
    const errors = [{ message: 'the worker did not end' }];
    expect(await countPlaywright({ stats, errors }, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('count a run that was killed, or ran nothing, as failed', async () => {
    const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
    expect(await countPlaywright({ stats, errors: [] }, null)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 4 };
    expect(await countPlaywright({ stats: none, errors: [] }, 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 4,
    });
  });
});

async function runVitest(name: string, tests: string): Promise<Totals> {
  const root = join(folder, name);
  const report = join(folder, `${name}.json`);
  await mkdir(root);
  const vitest = pathToFileURL(resolve('node_modules/vitest/dist/index.js')).href;
  await writeFile(
    join(root, 'some.test.mjs'),
    `import { beforeAll, it } from '${vitest}';\nvoid beforeAll;\n${tests}\n`,
  );
  const cli = resolve('node_modules/vitest/vitest.mjs');
  const args = [cli, 'run', '--root', root, '--reporter=json', `--outputFile=${report}`];
  const { status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return counting.vitestTotals(report, status);
}

async function countPlaywright(report: unknown, code: number | null): Promise<Totals> {
  const file = join(folder, 'playwright.json');
  await writeFile(file, JSON.stringify(report));
  return counting.playwrightTotals(file, code);
}
