// Reading for an evening without a mouse: finding words, going from view to view and from article to article, making the
// page one's own, and coming back to the same words.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

test('the issue lies open as a whole page, and an article of it is read by keyboard', async ({ launch }) => {
  const first = await launch();
  const desk = new JianbaoWindow(first.window);
  await desk.reader.isReadable();
  await expect(first.window.getByRole('radio', { name: '版面' })).toBeChecked();
  await expect.poll(() => desk.reader.shows('乔俊杰调研')).toBe(true);
  await expect.poll(() => desk.reader.shows('礼嘉镇运用第三方信用报告')).toBe(true);

  await test.step('the next article is read, and turned through', async () => {
    await desk.press('Control+]');
    await desk.reader.press('Enter');
    await expect(first.window.getByRole('radio', { name: '文章' })).toBeChecked();
    await expect.poll(() => desk.reader.shows('市委联动巡察组')).toBe(true);
    expect(await desk.reader.shows('乔俊杰调研')).toBe(false);
    await desk.press('PageDown');
    await expect.poll(() => desk.reader.shows('市委联动巡察组')).toBe(false);
    await expect.poll(() => desk.reader.shows('长三角最美湾湖城')).toBe(true);
  });

  await test.step('direction, size and theme change around the words', async () => {
    for (const key of ['Control+t', 'Control+=', 'Control+=']) {
      await desk.press(key);
      await expect.poll(() => desk.reader.shows('服务保障')).toBe(true);
    }
    await desk.press('Control+k');
    await first.window.keyboard.insertText('深色');
    await desk.press('Enter');
    await expect(first.window.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => desk.reader.shows('服务保障')).toBe(true);
  });

  await first.close();
  const second = await launch();
  const again = new JianbaoWindow(second.window);
  await expect.poll(() => again.reader.shows('服务保障')).toBe(true);
  expect(await again.reader.direction()).toBe('horizontal');
  await expect(second.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await second.close();
});

test('words are found in their other forms, walked through, and left for where one was', async ({
  launch,
}) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.press('Alt+2');
  await desk.press('Control+f');
  const search = window.getByRole('search', { name: '查找' });
  await expect(search.getByRole('searchbox')).toBeFocused();
  await window.keyboard.insertText('礼嘉鎮');
  const count = search.getByRole('status');
  await expect(count).toHaveText(/^1 \/ \d+$/);
  await expect.poll(() => desk.reader.shows('礼嘉镇')).toBe(true);
  await desk.press('Enter');
  await expect(count).toHaveText(/^2 \/ \d+$/);
  await desk.press('Shift+Enter');
  await expect(count).toHaveText(/^1 \/ \d+$/);
  await expect(window.locator('.found.is-current')).not.toHaveCount(0);

  await desk.press('Escape');
  await expect(search).toBeHidden();
  await expect.poll(() => desk.reader.shows('乔俊杰调研')).toBe(true);

  await test.step('a passage that was found is marked', async () => {
    await desk.press('Control+f');
    await window.keyboard.insertText('“危污乱散低”');
    await expect(count).toHaveText(/^1 \//);
    await desk.press('Control+Enter');
    await expect(desk.reader.selectionBar).toBeVisible();
    await desk.reader.mark('2');
    await expect(desk.marks.mark('危污乱散低')).toHaveCount(1);
  });
  await close();
});

test('one goes back to where one was, and forward again', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.press('Alt+2');
  await expect.poll(() => desk.reader.shows('乔俊杰调研')).toBe(true);
  await desk.press('Control+]');
  await expect.poll(() => desk.reader.shows('市委联动巡察组')).toBe(true);
  await desk.press('Alt+ArrowLeft');
  await expect.poll(() => desk.reader.shows('乔俊杰调研')).toBe(true);
  await desk.press('Alt+ArrowLeft');
  await expect(window.getByRole('radio', { name: '版面' })).toBeChecked();
  await desk.press('Alt+ArrowRight');
  await desk.press('Alt+ArrowRight');
  await expect(window.getByRole('radio', { name: '文章' })).toBeChecked();
  await expect.poll(() => desk.reader.shows('市委联动巡察组')).toBe(true);
  await close();
});

test('the text shows in other characters and is copied as it is printed', async ({ launch }) => {
  const { window, electron, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.press('Alt+2');
  await window.getByRole('button', { name: '字号与主题' }).click();
  await window.getByRole('radio', { name: '繁体' }).click();
  await desk.press('Escape');
  await expect.poll(() => desk.reader.shows('喬俊傑調研')).toBe(true);
  await desk.reader.select('喬俊傑調研');
  await desk.press('Control+c');
  await expect.poll(() => electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('乔俊杰调研');
  await close();
});

test('the page grows to four times its size and keeps what is in its middle', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  const width = (): Promise<number> =>
    window.locator('.paper').evaluate((element) => element.getBoundingClientRect().width);
  const whole = await width();
  // Scroll bars come with the first step: the page is painted once for them, and not once without and once more with them.
  const sizes = await window.locator('.paper').evaluateHandle((paper: HTMLElement) => {
    const seen: string[] = [];
    new MutationObserver(() => seen.push(paper.style.inlineSize)).observe(paper, {
      attributes: true,
      attributeFilter: ['style'],
    });
    return seen;
  });
  await desk.press('Control+=');
  await expect.poll(width).toBeGreaterThan(whole * 1.2);
  await window.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await sizes.jsonValue()).toHaveLength(1);
  for (let step = 0; step < 7; step++) await desk.press('Control+=');
  await expect.poll(width).toBeGreaterThan(whole * 3.8);
  await desk.press('Control+0');
  await expect.poll(async () => Math.abs((await width()) - whole)).toBeLessThan(1);
  await close();
});

test('axe finds nothing serious in any view, panes, miniature, search, palette or menu', async ({
  launch,
}) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  for (const view of ['Alt+1', 'Alt+2', 'Alt+3']) {
    await desk.press(view);
    await expectNothingSerious(window, view);
  }
  await desk.press('Alt+4');
  await expect(window.getByRole('region', { name: '对照的横排' })).toBeVisible();
  await expectNothingSerious(window, 'two panes');
  await desk.press('Alt+4');
  await desk.press('Alt+1');
  for (let step = 0; step < 4; step++) await desk.press('Control+=');
  await expect(window.getByRole('slider', { name: '版面缩略图' })).toBeVisible();
  await expectNothingSerious(window, 'miniature');
  await desk.press('Control+f');
  await window.keyboard.insertText('记者');
  await expectNothingSerious(window, 'find');
  await desk.press('Escape');
  await desk.press('Control+k');
  await expectNothingSerious(window, 'palette');
  await desk.press('Escape');
  await window.getByRole('button', { name: '字号与主题' }).click();
  await expectNothingSerious(window, 'type');
  await close();
});

async function expectNothingSerious(window: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    where,
  ).toEqual([]);
}
