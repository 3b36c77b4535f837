// Several windows of one application: each shows an issue of its own, all write to one library.
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

const otherIssue =
  '春耕第一天\n本报讯 （记者 王小明）三月的田野里，拖拉机开始翻地。村民们说，今年的雨水好，地也松。';

test('an issue opens in another window, and marks made in one show in the other', async ({ launch }) => {
  const { window, electron, close } = await launch();
  const first = new JianbaoWindow(window);
  await first.reader.isReadable();
  await first.press('Alt+2');
  const second = await openFrom(electron, () => first.press('Control+n'));
  const other = new JianbaoWindow(second);
  await other.reader.isReadable();
  await expect(second.getByRole('radio', { name: '文章' })).toBeChecked();

  await test.step('a mark and its undoing are seen in both', async () => {
    await first.reader.select('危污乱散低');
    await first.reader.mark('1');
    await expect(other.marks.mark('危污乱散低')).toHaveCount(1);
    await other.press('Control+z');
    await expect(first.marks.marks).toHaveCount(0);
  });

  await test.step('a correction in one is read in the other, with the mark on its words', async () => {
    await first.reader.select('长沟河片区');
    await first.reader.mark('1');
    await expect(other.marks.mark('长沟河片区')).toHaveCount(1);
    const kicker = second.getByRole('region', { name: '报纸版面' }).getByText('乔俊杰调研', { exact: false });
    await expect(kicker.first()).toBeAttached();
    await first.press('Control+j');
    const review = window.getByRole('dialog', { name: '校对导入' });
    const aside = review.getByRole('article', { name: '不属于稿件的文字' });
    await review
      .getByRole('button', { name: /^副题|^引题|^主题/ })
      .first()
      .click();
    await window.keyboard.press('x');
    await expect(aside).toContainText('乔俊杰调研');
    await window.keyboard.press('Control+s');
    await expect(review).toBeHidden();
    await expect(second.locator('.scroller')).not.toContainText('乔俊杰调研');
    await expect(other.marks.marks).toHaveCount(1);
  });

  await test.step('the theme is shared, direction and view are not', async () => {
    await other.press('Control+t');
    await other.press('Alt+3');
    await second.getByRole('button', { name: '字号与主题' }).click();
    await second.getByRole('radio', { name: '深色' }).click();
    await other.press('Escape');
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => other.reader.direction()).toBe('horizontal');
    expect(await first.reader.direction()).toBe('vertical');
    await expect(window.getByRole('radio', { name: '文章' })).toBeChecked();
  });
  await close();
});

test('the shelf opens an issue in its own window, and both come back where they were', async ({ launch }) => {
  const first = await launch();
  const desk = new JianbaoWindow(first.window);
  await desk.reader.isReadable();
  expect(
    await first.window.evaluate(
      (text) =>
        new Promise((resolve) => {
          const { jianbao } = window as unknown as {
            jianbao: { run: (...asked: unknown[]) => { done: Promise<{ ok: boolean }> } };
          };
          void jianbao.run('import.text', { text }, () => undefined).done.then(({ ok }) => resolve(ok));
        }),
      otherIssue,
    ),
  ).toBe(true);
  await expect(desk.shelf.issues).toHaveCount(2);

  const second = await openFrom(first.electron, async () => {
    await desk.shelf.issues.filter({ hasText: '春耕' }).click({ button: 'right' });
    await first.window.getByRole('menuitem', { name: '在新窗口打开' }).click();
  });
  await expect(second).toHaveTitle(/春耕.*剪报/);
  await expect(first.window).not.toHaveTitle(/春耕/);
  await new JianbaoWindow(second).press('Control+b');
  await expect(second.getByRole('navigation', { name: '书架' })).toBeHidden();
  const places = [
    { x: 20, y: 30, width: 900, height: 640 },
    { x: 300, y: 90, width: 960, height: 700 },
  ];
  await first.electron.evaluate(({ BrowserWindow }, bounds) => {
    const windows = BrowserWindow.getAllWindows().sort((one, next) => one.id - next.id);
    windows.forEach((open, at) => open.setBounds(bounds[at] ?? {}));
  }, places);
  await expect.poll(() => boundsOf(first.electron)).toEqual(places);
  await first.close();

  const again = await launch();
  await expect.poll(() => boundsOf(again.electron)).toEqual(places);
  const titles = async (): Promise<readonly string[]> =>
    Promise.all(again.electron.windows().map((page) => page.title()));
  await expect.poll(async () => (await titles()).filter((title) => title.includes('春耕'))).toHaveLength(1);
  const withoutShelf = again.electron.windows().map((page) => page.getByRole('navigation', { name: '书架' }));
  await expect
    .poll(async () => (await Promise.all(withoutShelf.map((shelf) => shelf.count()))).toSorted())
    .toEqual([0, 1]);
  await again.close();
});

test('a window that is closed beside another does not come back', async ({ launch }) => {
  const first = await launch();
  const desk = new JianbaoWindow(first.window);
  await desk.reader.isReadable();
  const second = await openFrom(first.electron, () => desk.press('Control+n'));
  await new JianbaoWindow(second).reader.isReadable();
  const closed = second.waitForEvent('close');
  await first.electron.evaluate(({ BrowserWindow }) => {
    const [newest] = BrowserWindow.getAllWindows().sort((one, other) => other.id - one.id);
    newest?.close();
  });
  await closed;
  await first.close();
  const again = await launch();
  await new JianbaoWindow(again.window).reader.isReadable();
  expect(again.electron.windows()).toHaveLength(1);
  await again.close();
});

test('the menu speaks to the window in use and has a check mark at what it shows', async ({ launch }) => {
  const { window, electron, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  const checked = () =>
    electron.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? [])
        .flatMap(({ submenu }) => submenu?.items ?? [])
        .filter((item) => item.checked)
        .map(({ id }) => id),
    );
  expect(await checked()).toContain('view.as-page');
  await electron.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('view.as-article')?.click();
  });
  await expect(window.getByRole('radio', { name: '文章' })).toBeChecked();
  await expect.poll(checked).toContain('view.as-article');
  expect(await checked()).not.toContain('view.as-page');
  await desk.press('Control+t');
  await expect.poll(checked).toContain('view.direction-horizontal');
  await close();
});

async function openFrom(electron: ElectronApplication, act: () => Promise<void>): Promise<Page> {
  const opened = electron.waitForEvent('window');
  await act();
  const page = await opened;
  await page.waitForLoadState('load');
  return page;
}

function boundsOf(electron: ElectronApplication) {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((open) => open.getBounds())
      .sort((one, other) => one.x - other.x),
  );
}
