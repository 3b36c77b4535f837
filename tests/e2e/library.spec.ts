// The library as a whole, by keyboard: where it is, backing it up, moving it, beginning another and coming back.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type Launched } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

/** The dialog «资料库», opened by its key. */
async function openLibrary(window: Page): Promise<Locator> {
  await window.keyboard.press('Control+Shift+L');
  const dialog = window.getByRole('dialog', { name: '资料库' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Goes to a button with Tab alone, and presses it. */
async function pressButton(window: Page, button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  for (let step = 0; step < 30; step++) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await window.keyboard.press('Tab');
  }
  await expect(button).toBeFocused();
  await window.keyboard.press('Enter');
}

async function mark(app: Launched, words: string): Promise<void> {
  const desk = new JianbaoWindow(app.window);
  await desk.reader.isReadable();
  await desk.reader.select(words);
  await desk.reader.mark('1');
  await expect(desk.marks.marks).toHaveCount(1);
}

test('is moved by keyboard, and read and marked where it is then', async ({ launch, folder }) => {
  // The library is chosen by the user here, and not named from outside.
  const chosen = { environment: { JIANBAO_LIBRARY: '' } };
  const app = await launch(chosen);
  const former = join(app.userDataFolder, 'library');
  await mark(app, '生态文明思想');
  const dialog = await openLibrary(app.window);
  await expect(dialog).toContainText(former);
  await expect(dialog).toContainText('1 期，1 处标记');

  const backup = join(folder, 'backup.zip');
  await app.answerDialogs({ save: backup });
  await pressButton(app.window, dialog.getByRole('button', { name: '立即备份…' }));
  await expect(dialog.getByRole('status')).toContainText(backup);
  await expect(dialog.getByRole('button', { name: '立即备份…' })).toBeFocused();

  const away = join(folder, 'away');
  await mkdir(away);
  await app.answerDialogs({ open: [away] });
  await pressButton(app.window, dialog.getByRole('button', { name: '移到别处…' }));
  const moved = join(away, 'library');
  await expect(dialog.getByRole('status')).toContainText(`已移到 ${moved}`);
  await expect(dialog).toContainText(`原来的资料库还在 ${former}`);
  await pressButton(app.window, dialog.getByRole('button', { name: '删除原来的' }));
  await expect(dialog.getByRole('status')).toContainText('原来的资料库已删除');
  expect(await readdir(app.userDataFolder)).not.toContain('library');

  await app.answerDialogs({ open: [backup] });
  await pressButton(app.window, dialog.getByRole('button', { name: '从备份恢复…' }));
  await expect(dialog.getByRole('status')).toContainText('已恢复');
  await app.window.keyboard.press('Escape');
  await expect(new JianbaoWindow(app.window).marks.marks).toHaveCount(1);
  await app.close();

  // The choice outlives the window; and a library that is away is missed, and not made anew.
  const second = await launch(chosen);
  await expect(new JianbaoWindow(second.window).marks.marks).toHaveCount(1);
  await second.close();
  await rm(moved, { recursive: true });
  const third = await launch(chosen);
  await expect(third.window.getByRole('alertdialog')).toContainText(`找不到资料库 ${moved}`);
  expect(await readdir(away)).toEqual([]);
});

test('another one is begun by keyboard, and the first is come back to', async ({ launch, folder }) => {
  const app = await launch({ environment: { JIANBAO_LIBRARY: '' } });
  await mark(app, '生态文明思想');
  const empty = join(folder, 'second');
  await mkdir(empty);
  await app.answerDialogs({ open: [empty] });
  const dialog = await openLibrary(app.window);
  await pressButton(app.window, dialog.getByRole('button', { name: '新建资料库…' }));
  await expect(dialog).toBeHidden();
  await expect(new JianbaoWindow(app.window).shelf.zone).toContainText('书架上还没有报纸');

  const again = await openLibrary(app.window);
  await expect(again).toContainText(empty);
  const first = join(app.userDataFolder, 'library');
  await pressButton(app.window, again.getByRole('button', { name: `打开资料库 ${first}` }));
  await expect(again).toBeHidden();
  await expect(new JianbaoWindow(app.window).marks.marks).toHaveCount(1);

  // A folder without a library is refused, and the present one stays.
  const nothing = join(folder, 'nothing');
  await mkdir(nothing);
  await app.answerDialogs({ open: [nothing] });
  const third = await openLibrary(app.window);
  await pressButton(app.window, third.getByRole('button', { name: '打开资料库…' }));
  await expect(third.getByRole('alert')).toContainText(`找不到资料库 ${nothing}`);
  await expect(third).toContainText(first);
});
