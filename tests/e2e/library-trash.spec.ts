// An issue is taken off the shelf by keyboard, with its marks, in all windows; it comes back at once, or from the trash.
import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

const sample = resolve('resources', 'samples', 'wujin-2022-10-11.txt');
const otherIssue =
  '春耕第一天\n本报讯 （记者 王小明）三月的田野里，拖拉机开始翻地。村民们说，今年的雨水好，地也松。';

async function importText(window: Page, text: string): Promise<void> {
  const isStored = await window.evaluate(
    (words) =>
      new Promise((done) => {
        const { jianbao } = globalThis as unknown as {
          jianbao: { run: (...asked: unknown[]) => { done: Promise<{ ok: boolean }> } };
        };
        void jianbao.run('import.text', { text: words }, () => undefined).done.then(({ ok }) => done(ok));
      }),
    text,
  );
  expect(isStored).toBe(true);
}

test('an issue goes into the trash with its marks, and comes back as it was', async ({ launch }) => {
  const app = await launch();
  const first = new JianbaoWindow(app.window);
  await first.reader.isReadable();
  await first.reader.select('危污乱散低');
  await first.reader.mark('1');
  await expect(first.marks.marks).toHaveCount(1);
  await importText(app.window, otherIssue);
  await expect(first.shelf.issues).toHaveCount(2);
  const title = (
    await first.shelf.issues.filter({ hasNotText: '春耕' }).locator('.issue-title').innerText()
  ).trim();
  const opened = app.electron.waitForEvent('window');
  await first.press('Control+n');
  const other = await opened;
  const second = new JianbaoWindow(other);
  await second.reader.isReadable();

  await test.step('Delete on the shelf takes it away, here and in the other window', async () => {
    await first.shelf.issues.filter({ hasText: title }).focus();
    await first.press('Delete');
    const notice = app.window.getByRole('log', { name: '通知' });
    await expect(notice).toContainText(`「${title}」已移到废纸篓，连同 1 处标记。`);
    await expect(first.shelf.issues).toHaveCount(1);
    await expect(first.shelf.issues).toBeFocused();
    await expect(app.window).toHaveTitle(/春耕/);
    await expect(other.getByRole('log', { name: '通知' })).toContainText('已在另一个窗口移到废纸篓');
    await expect(other).toHaveTitle(/春耕/);
    await notice.getByRole('button', { name: '撤销' }).press('Enter');
    await expect(first.shelf.issues).toHaveCount(2);
    await expect(first.marks.mark('危污乱散低')).toHaveCount(1);
    await expect(notice.getByRole('status')).toHaveCount(0);
    await expect(other.getByRole('log', { name: '通知' }).getByRole('status')).toHaveCount(0);
  });

  await test.step('the menu of an issue does it too', async () => {
    await first.shelf.issues.filter({ hasText: title }).click({ button: 'right' });
    await app.window.getByRole('menuitem', { name: '移到废纸篓' }).press('Enter');
    await expect(first.shelf.issues).toHaveCount(1);
  });

  await test.step('a page that is imported again is known to lie there', async () => {
    await app.answerDialogs({ open: [sample] });
    await first.shelf.importFiles();
    const report = app.window.getByRole('dialog', { name: '导入报纸' });
    await expect(report).toContainText(`${title}（在废纸篓里）`);
    await expect(report.getByRole('button', { name: '恢复并打开' })).toBeVisible();
    await first.press('Escape');
  });

  await test.step('the trash says what lies there and gives it back', async () => {
    await first.shelf.zone.getByRole('button', { name: '废纸篓里有 1 期' }).press('Enter');
    const trash = app.window.getByRole('dialog', { name: '废纸篓' });
    await expect(trash.getByRole('listitem')).toContainText([title]);
    await expect(trash.getByRole('listitem')).toContainText(['1 处标记']);
    await expect(trash.getByRole('listitem')).toContainText(['移入']);
    const { violations } = await new AxeBuilder({ page: app.window })
      .setLegacyMode()
      .include('dialog')
      .analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await trash.getByRole('button', { name: `恢复 ${title}` }).press('Enter');
    await expect(trash).toContainText('废纸篓是空的');
    await expect(trash.getByRole('button', { name: '完成' })).toBeFocused();
    await first.press('Escape');
    await first.shelf.openIssue(title);
    await expect(first.marks.mark('危污乱散低')).toHaveCount(1);
    // Its history came back with it.
    await first.press('Control+z');
    await expect(first.marks.marks).toHaveCount(0);
  });
  await app.close();
});
