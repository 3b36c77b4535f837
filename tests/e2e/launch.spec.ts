// The application starts on a fresh computer, and again on what the first start left.
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

test('opens on the sample issue, and again after a restart', async ({ launch }) => {
  const first = await launch();
  await expect(first.window).toHaveTitle(/剪报/);
  await expect(
    first.window.getByText('以高质量生态环境增强人民群众获得感幸福感安全感').first(),
  ).toBeVisible();
  await new JianbaoWindow(first.window).reader.isReadable();
  await first.close();
  expect(await readdir(first.libraryFolder)).not.toEqual([]);

  await test.step('what was shown stands there until the reader does, for the eye alone', async () => {
    const second = await launch({ holdsReader: true });
    const { window, electron } = second;
    const picture = window.locator('#launch-picture');
    await expect(picture.getByText('乔俊杰调研', { exact: false }).first()).toBeVisible();
    expect(await window.locator('body').ariaSnapshot()).toBe('');
    const shown = await boxes(window, '#launch-picture');
    expect(shown.length).toBeGreaterThan(100);
    // In faces of its own, which have all that is shown: the whole ones are not waited for.
    const faces = ['Hei Picture 700', 'Kai Picture 400', 'Song Picture 400', 'Song Picture 700'];
    await expect.poll(() => loadedFaces(window)).toEqual(faces);

    await releaseReader(electron);
    await expect(picture).toHaveCount(0);
    expect(await boxes(window, '#root')).toEqual(shown);
    await second.close();
  });

  await test.step('what has changed since is not shown', async () => {
    const [issueId] = await readdir(join(first.libraryFolder, 'issues'));
    await promisify(execFile)(process.execPath, [
      ...[join('out', 'main', 'cli.js'), '--library', first.libraryFolder],
      ...['annotate', issueId ?? '', '--quote', '乔俊杰调研', '--note', '查'],
    ]);
    const third = await launch({ holdsReader: true });
    await expect(third.window.locator('#launch-picture')).toHaveCount(0);
    await releaseReader(third.electron);
    const desk = new JianbaoWindow(third.window);
    await expect(desk.marks.mark('乔俊杰调研')).toHaveCount(1);
    await desk.marks.mark('乔俊杰调研').click();
    await desk.card.note.fill('再查');
    await third.close();
  });

  await test.step('nor the window as it was before a note was written last of all', async () => {
    expect(await readdir(first.userDataFolder)).not.toContain('launch-pictures');
    const fourth = await launch();
    await expect(new JianbaoWindow(fourth.window).marks.list.getByText('再查')).toBeVisible();
    await fourth.close();
  });
});

function releaseReader(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(() => (Reflect.get(globalThis, 'releaseReader') as () => void)());
}

/** The bundled faces that have been read. */
function loadedFaces(window: Page): Promise<readonly string[]> {
  return window.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, weight }) => `${family.replaceAll(/^"?Jianbao |"$/gu, '')} ${weight}`)
      .sort(),
  );
}

/** Where the lines of the paper stand, with their words. */
function boxes(window: Page, within: string): Promise<readonly string[]> {
  return window.locator(`${within} .line`).evaluateAll((lines) =>
    lines.map((line) => {
      const { x, y, width, height } = line.getBoundingClientRect();
      return [line.textContent, x, y, width, height].join(' ');
    }),
  );
}

test('is the runtime that the set-up found, sandboxed for everyone but root', async ({ launch }) => {
  const { electron, userDataFolder } = await launch();
  const started = await electron.evaluate(({ app }) => ({
    executable: process.execPath,
    name: app.getName(),
    userData: app.getPath('userData'),
    isSandboxed: !app.commandLine.hasSwitch('no-sandbox'),
  }));
  expect(started).toEqual({
    executable: process.env['ELECTRON_EXEC_PATH'],
    name: 'Jianbao',
    userData: userDataFolder,
    isSandboxed: process.getuid?.() !== 0,
  });
});
