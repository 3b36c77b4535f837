// The make-up 版面 by hand: an article is made heavier and moves to the lead, keeps its place, and stays so.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sampleIssue } from '../builders/sample-issue';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';
import { storeIssue } from './stored-issue';

/** The headline that stands first on the page. */
async function lead(window: Page): Promise<string> {
  const page = window.locator('[data-zone="page"]');
  return (await page.getByRole('heading').first().innerText()).replaceAll(/\s/gu, '');
}

async function pressLead(window: Page): Promise<void> {
  await window.locator('[data-zone="page"] [role="heading"] .line').first().click({ button: 'right' });
}

test('weight and place are changed by keys and menu, and stay over a restart', async ({ launch, folder }) => {
  const issue = sampleIssue();
  await storeIssue(join(folder, 'library'), issue);
  const first = await launch();
  const { window } = first;
  await new JianbaoWindow(window).reader.isReadable();
  await expect.poll(() => lead(window)).toContain('以高质量生态环境');

  await test.step('by key', async () => {
    await window.locator('.scroller').focus();
    await window.keyboard.press('Control+]');
    await window.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => lead(window)).toContain('市委联动巡察组');
    await expect(window.locator('.make-up-sign')).toHaveText('更重 1');
  });

  await test.step('by menu', async () => {
    await pressLead(window);
    await window.getByRole('menuitem', { name: '固定或放开位置' }).click();
    await expect(window.locator('.make-up-sign')).toHaveText('更重 1 · 固定在第 1 位');
  });
  await first.close();

  const second = await launch();
  await new JianbaoWindow(second.window).reader.isReadable();
  await expect.poll(() => lead(second.window)).toContain('市委联动巡察组');
  await second.window.locator('.scroller').focus();
  await pressLead(second.window);
  await second.window.getByRole('menuitem', { name: '恢复自动排版' }).click();
  await expect.poll(() => lead(second.window)).toContain('以高质量生态环境');
  await expect(second.window.locator('.make-up-sign')).toHaveCount(0);
});
