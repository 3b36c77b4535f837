// 竖横对照: one issue in two panes, set both ways, with one set of marks and one place.
import type { Locator } from '@playwright/test';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

test('an issue stands vertical and horizontal beside itself, with the same marks and place', async ({
  launch,
}) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.press('Alt+3');
  await desk.press('Alt+4');
  const second = window.getByRole('region', { name: '对照的横排' });
  await expect(second).toBeVisible();
  expect(await desk.reader.direction()).toBe('vertical');

  await test.step('a mark made in one is in both', async () => {
    await desk.reader.select('危污乱散低');
    await desk.reader.mark('2');
    await expect(second.locator('.mark-cinnabar')).not.toHaveCount(0);
    await expect(desk.reader.page.locator('.mark-cinnabar')).not.toHaveCount(0);
  });

  await test.step('an article that is gone to is shown by both', async () => {
    await desk.shelf.goTo('礼嘉镇运用第三方');
    await expect.poll(() => desk.reader.shows('礼嘉镇运用')).toBe(true);
    await expect.poll(() => isInView(second, '礼嘉镇运用')).toBe(true);
  });

  await test.step('turning the second on turns the first on, and back', async () => {
    const before = await desk.reader.position();
    await second.focus();
    await window.keyboard.press('PageUp');
    await expect.poll(() => desk.reader.position()).toBeLessThan(before);
    await window.keyboard.press('Home');
    await expect.poll(() => desk.reader.position()).toBeLessThan(1);
  });

  await desk.press('Alt+4');
  await expect(second).toBeHidden();
  await close();
});

function isInView(pane: Locator, words: string): Promise<boolean> {
  return pane.evaluate((element, wanted) => {
    const view = element.getBoundingClientRect();
    return [...element.querySelectorAll('.line')].some((line) => {
      const box = line.getBoundingClientRect();
      return line.textContent.startsWith(wanted) && box.top >= view.top && box.top < view.bottom;
    });
  }, words);
}
