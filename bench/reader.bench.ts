// The reader in the real application, all of it from the user's press to the painted frame: opening issues, moving through
// them, marking with few and with many marks, changing view, size and direction; and the memory of each process. Beside it, in
// the same run, a bare window with the same text as static HTML. Goals: opening 100 ms for 3,000 characters and 250 ms for
// 100,000; frames 16.7 ms, a new mark 50 ms, a change of view 100 ms, each at the 95th percentile.
//
// «busy» is the time that the window's main thread worked: unlike the clock it does not grow where others use the machine.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type CDPSession, type Page } from '@playwright/test';
import type { Settings } from '../src-core/ipc/contract';
import { defaultSettings } from '../src-core/ipc/default-settings';
import type { Issue } from '../src-core/publication/issue';
import { openSettingsFile } from '../src-main/application/settings-file';
import { longIssue } from '../tests/builders/long-issue';
import { launchBareWindow, showColumns } from './reader/bare-window';
import {
  busyFrames,
  frameTimes,
  openIssue,
  pressForPage,
  selectLine,
  watchThread,
  type Timed,
} from './reader/in-window';
import { describeMemory, heapMegabytes, processMemory } from './reader/memory';
import { newspaper } from './reader/newspaper';
import { storeIssues } from './reader/store-issues';
import { report, summarize, type Measurement } from './measure';

const isQuick = process.argv.includes('--quick');
const runs = isQuick ? 5 : 15;
const frames = isQuick ? 120 : 300;
const markCounts = [1, 5000, 10_000] as const;
const many = 100_000;

const executablePath = process.env['ELECTRON_EXEC_PATH'];
if (executablePath === undefined) throw new Error('ELECTRON_EXEC_PATH names no Electron.');
const folder = await mkdtemp(join(tmpdir(), 'jianbao-bench-'));
const libraryFolder = join(folder, 'library');
const userDataFolder = join(folder, 'user-data');
const short = newspaper('短报', 'short', 3000);
const long = newspaper('长报', 'long', many);
const motley = { ...longIssue(many), issueId: long.issueId, publication: '杂报' };
const marked = markCounts.map((count) => ({
  count,
  issue: newspaper(`标${count}报`, `marked-${count}`, many),
}));
await storeIssues(libraryFolder, [
  { issue: short, marks: 0 },
  { issue: long, marks: 0 },
  { issue: { ...motley, issueId: newspaper('杂', 'motley', 1).issueId }, marks: 0 },
  ...marked.map(({ issue, count }) => ({ issue, marks: count })),
]);

const measurements: Measurement[] = [];
const figures: Record<string, number | string> = {};
try {
  await measureBareWindow();
  await measureReader();
  report('reader', `${textOf(long).length} characters in the long issue`, measurements, figures);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measureBareWindow(): Promise<void> {
  const { electron, window } = await launchBareWindow(
    executablePath ?? '',
    join(folder, 'bare'),
    environment(),
  );
  try {
    add('bare window: a frame, nothing moves (reference)', await frameTimes(window, 'nothing', frames));
    const sizes = [short, long].map((issue) => textOf(issue));
    for (const text of sizes) {
      const times: number[] = [];
      for (let run = 0; run < runs; run++) times.push(await showColumns(window, text));
      add(`bare window: ${text.length} characters shown in columns`, times);
    }
    add('bare window: a frame, columns of 100,000 move', await frameTimes(window, '#columns', frames));
    figures['MB, bare window with 100,000 characters'] = describeMemory(await processMemory(electron));
  } finally {
    await electron.close();
  }
}

async function measureReader(): Promise<void> {
  await writeSettings({ view: 'page', flow: 'scrolled', place: null });
  const electron = await _electron.launch({
    executablePath: executablePath ?? '',
    args: ['.'],
    env: { ...environment(), JIANBAO_USER_DATA: userDataFolder, JIANBAO_LIBRARY: libraryFolder },
  });
  try {
    const window = await electron.firstWindow();
    await window.locator('.line').first().waitFor();
    await comeToRest(window);
    const devtools = await watchThread(window);
    await measureOpening(window, devtools, '版面');
    await openIssue(window, devtools, '短报');
    await measureChanges(window, devtools);
    await pressForPage(window, devtools, { key: '3', altKey: true });
    await measureOpening(window, devtools, '通读');
    await measureMoving(window, devtools);
    figures['MB, the reader with 100,000 characters and 10,000 marks'] = describeMemory(
      await processMemory(electron),
    );
    figures['MB, JavaScript heap of the window'] = await heapMegabytes(devtools);
    await measureMarking(window, devtools);
  } finally {
    await electron.close();
  }
}

/** Waits until the launch is over: what it does behind the first page is no part of what comes after. */
function comeToRest(window: Page): Promise<void> {
  return window.evaluate(async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => requestIdleCallback(resolve));
  });
}

async function measureOpening(window: Page, devtools: CDPSession, view: string): Promise<void> {
  const names = {
    短报: '3,000 characters',
    长报: '100,000 characters',
    杂报: '100,000 motley signs',
  } as const;
  const times: Record<string, Timed[]> = {};
  const tenThousand = `标${markCounts.at(-1)}报`;
  for (let run = 0; run < runs; run++) {
    for (const name of [...Object.keys(names), tenThousand]) {
      (times[name] ??= []).push(await openIssue(window, devtools, name));
    }
  }
  for (const [name, title] of [...Object.entries(names), [tenThousand, '100,000 characters, 10,000 marks']]) {
    addTimed(`open ${title}, ${view}`, times[name ?? ''] ?? []);
  }
}

async function measureMoving(window: Page, devtools: CDPSession): Promise<void> {
  for (const [name, title] of [
    ['长报', 'no marks'],
    [`标${markCounts.at(-1)}报`, '10,000 marks'],
  ] as const) {
    await openIssue(window, devtools, name);
    const { frames: times, busy } = await busyFrames(window, devtools, frames);
    add(`a frame, reader moves, ${title}`, times);
    figures[`busy ms a frame, reader moves, ${title}`] = Number(busy.toFixed(2));
  }
}

async function measureMarking(window: Page, devtools: CDPSession): Promise<void> {
  for (const { count } of marked) {
    await openIssue(window, devtools, `标${count}报`);
    const times: Timed[] = [];
    for (let run = 0; run < runs * 2; run++) {
      await selectLine(window, run);
      times.push(await pressForPage(window, devtools, { key: String((run % 8) + 1) }));
    }
    addTimed(`a new mark beside ${count}, key to paint`, times);
  }
}

/** On the sample's own size: view, size and direction. */
async function measureChanges(window: Page, devtools: CDPSession): Promise<void> {
  const changes = {
    'change of view': [
      { key: '2', altKey: true },
      { key: '3', altKey: true },
      { key: '1', altKey: true },
    ],
    'zoom of the whole page': [
      { key: '=', ctrlKey: true },
      { key: '-', ctrlKey: true },
    ],
    'change of direction, whole page': [{ key: 't', ctrlKey: true }],
  } as const;
  for (const [name, strokes] of Object.entries(changes))
    await measureStrokes(window, devtools, name, strokes);
  await pressForPage(window, devtools, { key: '3', altKey: true });
  await measureStrokes(window, devtools, 'change of size', [
    { key: '=', ctrlKey: true },
    { key: '-', ctrlKey: true },
  ]);
  await measureStrokes(window, devtools, 'change of direction', [{ key: 't', ctrlKey: true }]);
  await pressForPage(window, devtools, { key: '1', altKey: true });
}

async function measureStrokes(
  window: Page,
  devtools: CDPSession,
  name: string,
  strokes: readonly { readonly key: string; readonly ctrlKey?: boolean; readonly altKey?: boolean }[],
): Promise<void> {
  const times: Timed[] = [];
  for (let run = 0; run < runs * 2; run++) {
    const stroke = strokes[run % strokes.length];
    if (stroke !== undefined) times.push(await pressForPage(window, devtools, stroke));
  }
  addTimed(`${name}, 3,000 characters`, times);
}

function add(name: string, times: readonly number[]): void {
  measurements.push(summarize(name, times));
}

function addTimed(name: string, times: readonly Timed[]): void {
  add(
    name,
    times.map(({ milliseconds }) => milliseconds),
  );
  const busy = summarize(
    name,
    times.map((time) => time.busy),
  );
  figures[`busy ms, ${name}`] = `p50 ${busy.p50.toFixed(1)}, p95 ${busy.p95.toFixed(1)}`;
}

function textOf({ articles }: Issue): string {
  return articles.map(({ text }) => text).join('\n');
}

async function writeSettings(settings: Partial<Settings>): Promise<void> {
  await mkdir(userDataFolder, { recursive: true });
  const defaults = defaultSettings('zh-CN', '');
  const file = await openSettingsFile(join(userDataFolder, 'settings.json'), defaults, () => {
    throw new Error('the settings are damaged');
  });
  await file.write(settings);
}

function environment(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(defined), LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' };
}
