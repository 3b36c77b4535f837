// The application starts on a fresh computer, and again on what the first start left.
import { readdir } from 'node:fs/promises';
import { expect, test } from './launch';

test('opens on the sample issue, and again after a restart', async ({ launch }) => {
  const first = await launch();
  await expect(first.window).toHaveTitle(/剪报/);
  await expect(
    first.window.getByText('以高质量生态环境增强人民群众获得感幸福感安全感').first(),
  ).toBeVisible();
  await first.close();
  expect(await readdir(first.libraryFolder)).not.toEqual([]);

  const second = await launch();
  await expect(
    second.window.getByText('以高质量生态环境增强人民群众获得感幸福感安全感').first(),
  ).toBeVisible();
});

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
