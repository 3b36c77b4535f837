// What the window keeps of an hour of reading: the same round of views, articles, screens, sizes and directions over and
// over, and the memory after each part of it, what is no longer used let go. Goal: no growth. Run with
// `npm run bench -- reading`; `--quick` reads for a few minutes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type CDPSession } from '@playwright/test';
import { actionsInRound, readRounds } from './reader/evening';
import { heapMegabytes } from './reader/memory';

const parts = 6;
const roundsInPart = process.argv.includes('--quick') ? 5 : 30;
/** Megabytes that a heap may differ by from one collection to the next. */
const allowance = 3;

const executablePath = process.env['ELECTRON_EXEC_PATH'];
if (executablePath === undefined) throw new Error('ELECTRON_EXEC_PATH names no Electron.');
const folder = await mkdtemp(join(tmpdir(), 'jianbao-reading-'));
const defined = Object.entries(process.env).filter(
  (entry): entry is [string, string] => entry[1] !== undefined,
);
const electron = await _electron.launch({
  executablePath,
  args: ['.'],
  env: {
    ...Object.fromEntries(defined),
    LANG: 'zh_CN.UTF-8',
    JIANBAO_USER_DATA: join(folder, 'user-data'),
    JIANBAO_LIBRARY: join(folder, 'library'),
  },
});
try {
  const window = await electron.firstWindow();
  await window.locator('.line').first().waitFor();
  const devtools = await window.context().newCDPSession(window);
  await devtools.send('Performance.enable');
  // Faces, tables and compiled code come once.
  await readRounds(window, 3);
  const rows = [await memoryAfter(devtools, 0)];
  for (let part = 1; part <= parts; part++) {
    await readRounds(window, roundsInPart);
    rows.push(await memoryAfter(devtools, part * roundsInPart * actionsInRound));
  }
  console.table(rows);
  const growth = (rows.at(-1)?.['heap MB'] ?? 0) - (rows[1]?.['heap MB'] ?? 0);
  console.log(`growth from the first part to the last: ${growth} MB (allowed ${allowance})`);
  if (growth > allowance) process.exitCode = 1;
} finally {
  await electron.close();
  await rm(folder, { recursive: true, force: true });
}

async function memoryAfter(devtools: CDPSession, actions: number) {
  const heap = await heapMegabytes(devtools);
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return { actions, 'heap MB': heap, nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}
