// What a start meets besides a library that opens: a library that does not, a second start, a place to come back to.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';
import { ask } from './security/messages';

test('says who holds a library, and opens it once it is free', async ({ launch, folder }) => {
  const first = await launch();
  const second = await launch({ environment: { JIANBAO_USER_DATA: join(folder, 'other-user') } });
  await expect(second.window.getByRole('alertdialog')).toContainText('正在使用中');
  await expect(second.window.getByRole('alertdialog')).toContainText('is in use');
  await expect(second.window.getByRole('button', { name: '再试一次' })).toBeFocused();
  await first.close();

  const opened = second.electron.waitForEvent('window');
  // The window closes under the key.
  await second.window.keyboard.press('Enter').catch(() => undefined);
  const page = await opened;
  await page.waitForLoadState('load');
  expect(page.url()).toBe('app://jianbao/');
  await expect(page).toHaveTitle(/剪报/);
});

test('opens a library of a newer version, says so and does not touch it', async ({ launch }) => {
  const first = await launch();
  const file = join(first.libraryFolder, 'library.json');
  await first.close();
  const newer = (await readFile(file, 'utf8')).replace(/"schema":\d+/u, '"schema":999');
  await writeFile(file, newer);

  const { window } = await launch();
  expect(await ask(window, 'call', 'app.info', {})).toMatchObject({
    value: {
      notices: expect.arrayContaining([
        { code: 'library-newer', path: first.libraryFolder, version: 999 },
      ]) as unknown,
    },
  });
  expect(await readFile(file, 'utf8')).toBe(newer);
});

test('says what is wrong with a library folder that is a file, and ends when told to', async ({
  launch,
  folder,
}) => {
  const file = join(folder, 'no-folder');
  await writeFile(file, 'kept');
  const { window, electron } = await launch({ environment: { JIANBAO_LIBRARY: file } });
  await expect(window.getByRole('alertdialog')).toContainText(file);
  await expect(window.getByRole('button', { name: '再试一次' })).toBeFocused();
  // The fixture ends the application itself, so that here it only says that it would.
  await electron.evaluate(({ app }) => {
    app.exit = (status) => Reflect.set(globalThis, 'ended', status);
  });
  for (const name of ['打开所在文件夹', '打开另一个资料库…', '退出']) {
    await window.keyboard.press('Tab');
    await expect(window.getByRole('button', { name })).toBeFocused();
  }
  await window.keyboard.press('Enter').catch(() => undefined);
  await expect.poll(() => electron.evaluate(() => Reflect.get(globalThis, 'ended') as unknown)).toBe(1);
  expect(await readFile(file, 'utf8')).toBe('kept');
});

test('says why a library does not open that lay ready, shows its place and goes on asking', async ({
  launch,
  folder,
}) => {
  // Its windows are opened before anyone knows.
  const file = join(folder, 'no-library');
  await mkdir(file);
  await writeFile(join(file, 'library.json'), '');
  await writeFile(join(file, 'issues'), 'no folder');
  const { window, electron } = await launch({ environment: { JIANBAO_LIBRARY: file } });
  await expect(window.getByRole('alertdialog')).toContainText(file);
  await electron.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => Reflect.set(globalThis, 'shown', path);
  });
  await expect(window.getByRole('button', { name: '再试一次' })).toBeFocused();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect.poll(() => electron.evaluate(() => Reflect.get(globalThis, 'shown') as unknown)).toBe(file);
  expect(
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((open) => open.isVisible()),
    ),
  ).toEqual([true]);
});

test('a second start brings the first one forward and ends', async ({ launch, display }) => {
  const { electron, userDataFolder, libraryFolder } = await launch();
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const executable = process.env['ELECTRON_EXEC_PATH'] ?? '';
  const again = spawn(executable, ['.', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], {
    env: {
      ...process.env,
      ...(display === undefined ? {} : { DISPLAY: display }),
      JIANBAO_USER_DATA: userDataFolder,
      JIANBAO_LIBRARY: libraryFolder,
    },
    stdio: 'ignore',
  });
  expect(await once(again, 'exit')).toEqual([0, null]);
  await expect
    .poll(() =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((open) => open.isVisible())),
    )
    .toEqual([true]);
});

test('the window opens where it was closed', async ({ launch }) => {
  const bounds = { x: 60, y: 40, width: 960, height: 700 };
  const first = await launch();
  // A window that is not shown yet takes the place that it is shown at.
  await expect.poll(() => isShown(first.electron)).toBe(true);
  await new JianbaoWindow(first.window).reader.isReadable();
  await first.electron.evaluate(({ BrowserWindow }, place) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(place);
  }, bounds);
  await expect.poll(() => boundsOf(first.electron)).toEqual(bounds);
  // The engine answers with what was asked for; the page tells where the display has put it.
  await expect.poll(() => first.window.evaluate(() => [screenX, screenY])).toEqual([bounds.x, bounds.y]);
  await first.close();
  const second = await launch();
  await expect.poll(() => boundsOf(second.electron)).toEqual(bounds);
});

test('the menu and the window’s ground follow the settings', async ({ launch }) => {
  const { window, electron } = await launch();
  const outside = () =>
    electron.evaluate(({ BrowserWindow, Menu, nativeTheme }) => ({
      menus: Menu.getApplicationMenu()?.items.map(({ label }) => label),
      ground: BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
      system: nativeTheme.themeSource,
    }));
  expect(await outside()).toMatchObject({ ground: '#e8e0ce', system: 'light' });
  expect(await ask(window, 'call', 'settings.write', { language: 'en', theme: 'dark' })).toMatchObject({
    ok: true,
  });
  expect(await outside()).toEqual({
    menus: ['File', 'Edit', 'View', 'Go', 'Mark', 'Study', 'Help'],
    ground: '#12110f',
    system: 'dark',
  });
});

function boundsOf(electron: ElectronApplication) {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}

function isShown(electron: ElectronApplication) {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
}
