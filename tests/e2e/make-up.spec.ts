// The make-up 版面 by hand: an article is made heavier and moves to the lead, keeps its place, and stays so.
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { sampleIssue } from '../builders/sample-issue';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';
import { storeIssue } from './stored-issue';

/** Waits until a headline with these words stands first on the page. */
async function expectLead(window: Page, words: string): Promise<void> {
  const lead = () =>
    window.evaluate(() =>
      (document.querySelector('[data-zone="page"] [role="heading"]')?.textContent ?? '').replaceAll(
        /\s/gu,
        '',
      ),
    );
  await expect.poll(lead, { intervals: [20, 30, 50, 100] }).toContain(words);
}

async function pressLead(window: Page): Promise<void> {
  await window.locator('[data-zone="page"] [role="heading"] .line').first().click({ button: 'right' });
}

async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes the grip of a place to a headline with these words, and lets it go there unless told otherwise. */
async function dragTo(window: Page, words: string, letGo = true): Promise<void> {
  const grip = await middleOf(window.locator('.make-up-grip.is-place').first());
  const target = await middleOf(window.locator('[role="heading"] .line').filter({ hasText: words }).first());
  await window.mouse.move(grip.x, grip.y);
  await window.mouse.down();
  await window.mouse.move(target.x, target.y, { steps: 2 });
  if (letGo) await window.mouse.up();
}

/** How many lines of type the words about the make-up lie over, by more than the white about the glyphs. */
function linesUnderSign(window: Page): Promise<number> {
  return window.evaluate(() => {
    const sign = document.querySelector('.make-up-sign')?.getBoundingClientRect();
    if (sign === undefined) throw new Error('there is no sign');
    const white = 2;
    return [...document.querySelectorAll('[data-zone="page"] .line')]
      .map((line) => line.getBoundingClientRect())
      .filter(
        (line) =>
          line.left < sign.right - white &&
          line.right > sign.left + white &&
          line.top < sign.bottom - white &&
          line.bottom > sign.top + white,
      ).length;
  });
}

test('weight and place are changed by keys, menu and dragging, and stay', async ({ launch, folder }) => {
  const issue = sampleIssue();
  await storeIssue(join(folder, 'library'), issue);
  const first = await launch();
  const { window } = first;
  await new JianbaoWindow(window).reader.isReadable();
  await expectLead(window, '以高质量生态环境');

  await test.step('by key', async () => {
    await window.locator('.scroller').focus();
    await window.keyboard.press('Control+]');
    await window.keyboard.press('Alt+ArrowUp');
    await expectLead(window, '市委联动巡察组');
    await expect(window.locator('.make-up-sign')).toHaveText('更重 1');
  });

  await test.step('by menu', async () => {
    await pressLead(window);
    await window.getByRole('menuitem', { name: '固定或放开位置' }).click();
    await expect(window.locator('.make-up-sign')).toHaveText('更重 1 · 固定在第 1 位');
    expect(await linesUnderSign(window)).toBe(0);
  });

  await test.step('by dragging to another place', async () => {
    await dragTo(window, '以高质量', false);
    await expect(window.locator('.article-target').first()).toBeVisible();
    await expect(window.locator('.make-up-sign').first()).toHaveText(/移到第 2 位/u);
    await window.keyboard.press('Escape');
    await window.mouse.up();
    await expect(window.locator('.make-up-sign').first()).toHaveText('更重 1 · 固定在第 1 位');
    await dragTo(window, '以高质量');
    await expect(window.locator('.make-up-sign').first()).toHaveText('更重 1 · 固定在第 2 位');
    await expectLead(window, '以高质量生态环境');
    await window.keyboard.press('Alt+PageUp');
    await expectLead(window, '市委联动巡察组');
  });

  await test.step('by dragging to more weight', async () => {
    const corner = await middleOf(window.locator('.make-up-grip.is-weight').first());
    await window.mouse.move(corner.x, corner.y);
    await window.mouse.down();
    await window.mouse.move(corner.x - 30, corner.y + 20, { steps: 2 });
    await window.mouse.up();
    await expect(window.locator('.make-up-sign').first()).toHaveText('更重 2 · 固定在第 1 位');
  });

  await test.step('by dragging in 横排', async () => {
    const desk = new JianbaoWindow(window);
    await desk.toggleDirection();
    await expect.poll(() => desk.reader.direction()).toBe('horizontal');
    await dragTo(window, '以高质量');
    await expectLead(window, '以高质量生态环境');
    await window.keyboard.press('Alt+PageUp');
    await expectLead(window, '市委联动巡察组');
    expect(await linesUnderSign(window)).toBe(0);
  });

  await test.step('in a window that is opened anew', async () => {
    await window.reload();
    await new JianbaoWindow(window).reader.isReadable();
    await expectLead(window, '市委联动巡察组');
    await window.locator('.scroller').focus();
    await pressLead(window);
    await window.getByRole('menuitem', { name: '恢复自动排版' }).click();
    await expectLead(window, '以高质量生态环境');
    await expect(window.locator('.make-up-sign')).toHaveCount(0);
  });
  await first.close();
});
