// Whether the window keeps its pace while a long document is set to be looked at, and while it is written: frame times
// in the dialog at rest, and during either.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type Locator, type Page } from '@playwright/test';
import type { Issue } from '../../src-core/publication/issue';
import { storeIssues } from '../reader/store-issues';

/** Milliseconds from one frame to the next. */
export type FramesWhileExporting = {
  readonly resting: readonly number[];
  readonly previewing: readonly number[];
  readonly exporting: readonly number[];
};

/** Exports the issue with so many marks from the dialog of the built application. */
export async function framesWhileExporting(
  executablePath: string,
  folder: string,
  issue: Issue,
  marks: number,
): Promise<FramesWhileExporting> {
  const libraryFolder = join(folder, 'window-library');
  const userDataFolder = join(folder, 'window-user-data');
  const dialogs = join(folder, 'window-dialogs.json');
  await storeIssues(libraryFolder, [{ issue, marks }]);
  await mkdir(userDataFolder, { recursive: true });
  await writeFile(join(userDataFolder, 'settings.json'), JSON.stringify({ language: 'zh-CN' }));
  await writeFile(dialogs, JSON.stringify({ open: null, save: join(folder, 'window.pdf') }));
  const electron = await _electron.launch({
    executablePath,
    args: ['.', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: {
      ...(process.env as Record<string, string>),
      JIANBAO_LIBRARY: libraryFolder,
      JIANBAO_USER_DATA: userDataFolder,
      JIANBAO_TEST_DIALOGS: dialogs,
    },
    timeout: 120_000,
  });
  try {
    const window = await electron.firstWindow();
    await window.locator('.line').first().waitFor({ timeout: 60_000 });
    await window.keyboard.press('Control+e');
    const dialog = window.getByRole('dialog', { name: '导出 PDF' });
    const picture = dialog.locator('.preview-view img:not(.is-stale)');
    await picture.waitFor({ timeout: 120_000 });
    const resting = await frames(window, async () => {
      await window.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      for (let turn = 0; turn < 120; turn++) await window.evaluate(nextFrame);
    });
    const previewing = await frames(window, async () => {
      await dialog.getByRole('radio', { name: 'A3' }).click();
      await dialog.locator('.preview-progress').waitFor();
      await picture.waitFor({ timeout: 120_000 });
    });
    const exporting = await frames(window, () => exportIn(dialog));
    return { resting, previewing, exporting };
  } finally {
    await electron.close();
  }
}

async function exportIn(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: '导出…' }).click();
  await dialog.getByText('已导出').waitFor({ timeout: 300_000 });
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** The frame times while the work is done. */
async function frames(window: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await window.evaluate(() => {
    const times: number[] = [];
    Reflect.set(globalThis, 'frameTimes', times);
    let last = performance.now();
    const count = (now: number): void => {
      times.push(now - last);
      last = now;
      if (Reflect.get(globalThis, 'frameTimes') === times) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await work();
  return window.evaluate(() => {
    const times = Reflect.get(globalThis, 'frameTimes') as readonly number[];
    Reflect.deleteProperty(globalThis, 'frameTimes');
    return times.slice(1);
  });
}
