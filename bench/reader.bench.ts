// The reader in the real application: from the click on an issue to its first painted page, frames while the page moves, and
// memory; beside the same text which the browser alone lays out in vertical columns, in the same window. Goals: 100 ms for
// 3,000 characters, 250 ms for 100,000, and a 95th percentile of 16.7 ms for frames.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { issueIdSchema, type Issue } from '../src-core/publication/issue';
import { longIssue } from '../tests/builders/long-issue';
import { storeIssue } from '../tests/e2e/stored-issue';
import { report, summarize, type Measurement } from './measure';

const runs = 7;
const frames = 240;

const executablePath = process.env['ELECTRON_EXEC_PATH'];
if (executablePath === undefined) throw new Error('ELECTRON_EXEC_PATH names no Electron.');
const folder = await mkdtemp(join(tmpdir(), 'jianbao-bench-'));
const issues = [named(longIssue(3_000), 'short', '短报'), named(longIssue(100_000), 'long', '长报')];
for (const issue of issues) await storeIssue(join(folder, 'library'), issue);

const electron = await _electron.launch({
  executablePath,
  args: ['.'],
  env: {
    ...definedEnvironment(),
    JIANBAO_USER_DATA: join(folder, 'user-data'),
    JIANBAO_LIBRARY: join(folder, 'library'),
  },
});
try {
  const window = await electron.firstWindow();
  await window.locator('.line').first().waitFor();
  const opening: number[][] = [[], []];
  for (let run = 0; run < runs; run++) {
    opening[0]?.push(await openIssue(window, '短报'));
    opening[1]?.push(await openIssue(window, '长报'));
  }
  const reading = await scrollReader(window);
  const memory = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, memory: used }) => ({ type, kilobytes: used.workingSetSize })),
  );
  const text = issues[1]?.articles.map((article) => article.text).join('\n') ?? '';
  const columns = await layOutColumns(window, text);
  const idle = await frameTimes(window, 'nothing');
  const measurements: Measurement[] = [
    summarize('frame, nothing moves (reference)', idle),
    summarize('frame, reader moves through 100,000 characters', reading),
    summarize('frame, plain columns of 100,000 characters', columns.frames),
    summarize('open 3,000 characters, click to paint', opening[0] ?? []),
    summarize('open 100,000 characters, click to paint', opening[1] ?? []),
    summarize('plain columns of 100,000 characters, insert to paint', columns.layout),
  ];
  const megabytes = (type: string): number =>
    Math.round(
      memory.filter((process) => process.type === type).reduce((sum, { kilobytes }) => sum + kilobytes, 0) /
        1024,
    );
  report('reader', `${text.length} characters in the long issue`, measurements, {
    'MB, window with the long issue': megabytes('Tab'),
    'MB, main process': megabytes('Browser'),
  });
} finally {
  await electron.close();
  await rm(folder, { recursive: true, force: true });
}

function named(issue: Issue, issueId: string, publication: string): Issue {
  return { ...issue, issueId: issueIdSchema.parse(issueId), publication };
}

/** Milliseconds from the click on an issue of the shelf to the frame after its first lines. */
async function openIssue(window: Page, publication: string): Promise<number> {
  return window.evaluate(async (name) => {
    const button = [...document.querySelectorAll<HTMLElement>('nav button')].find((candidate) =>
      candidate.textContent.includes(name),
    );
    if (button === undefined) throw new Error(`no issue ${name} on the shelf`);
    const before = document.querySelector('.type-area');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const start = performance.now();
    button.click();
    for (;;) {
      await frame();
      const area = document.querySelector('.type-area');
      if (area !== null && area !== before && area.querySelector('.line') !== null) break;
    }
    await frame();
    return performance.now() - start;
  }, publication);
}

async function scrollReader(window: Page): Promise<readonly number[]> {
  return frameTimes(window, '.scroller');
}

/** Milliseconds between frames while an element moves on by two characters a frame. */
async function frameTimes(window: Page, selector: string): Promise<readonly number[]> {
  return window.evaluate(
    async ({ wanted, count }) => {
      const element = document.querySelector(wanted);
      const isVertical = element !== null && element.scrollWidth > element.clientWidth;
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const times: number[] = [];
      let last = await frame();
      for (let at = 0; at < count; at++) {
        if (isVertical) element.scrollLeft -= 36;
        else if (element !== null) element.scrollTop += 36;
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    { wanted: selector, count: frames },
  );
}

/** The same text as the browser lays it out by itself: columns one below the other, which move down. */
async function layOutColumns(
  window: Page,
  text: string,
): Promise<{ readonly layout: readonly number[]; readonly frames: readonly number[] }> {
  const layout: number[] = [];
  for (let run = 0; run < runs; run++) {
    layout.push(
      await window.evaluate(async (words) => {
        document.querySelector('#plain-columns')?.remove();
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        await frame();
        const box = document.createElement('div');
        box.id = 'plain-columns';
        box.lang = 'zh-CN';
        box.setAttribute(
          'style',
          'position:fixed;inset:0;overflow:auto;background:white;z-index:9;writing-mode:vertical-rl;' +
            'columns:3;column-gap:2em;font:18px/1.7 "Jianbao Song";text-align:justify;white-space:pre-wrap',
        );
        const start = performance.now();
        box.textContent = words;
        document.body.append(box);
        box.getBoundingClientRect();
        await frame();
        await frame();
        return performance.now() - start;
      }, text),
    );
  }
  const times = await frameTimes(window, '#plain-columns');
  await window.evaluate(() => document.querySelector('#plain-columns')?.remove());
  return { layout, frames: times };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
