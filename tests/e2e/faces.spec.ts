// The faces of the text: those that are shipped, one of the computer's own, and what happens when it is gone. Fonts are
// found in the folder of the user's data on Linux; elsewhere a test must not install any.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import subsetFont from 'subset-font';
import { sampleIssue } from '../builders/sample-issue';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

test.skip(process.platform !== 'linux', 'fonts are looked for in folders of the system');

test('the text is read in other faces, in one of the computer’s own, and in Song where that is gone', async ({
  launch,
  folder,
}) => {
  const environment = { XDG_DATA_HOME: join(folder, 'data') };
  const font = join(folder, 'data', 'fonts', 'kai.ttf');
  await mkdir(join(folder, 'data', 'fonts'), { recursive: true });
  await writeFile(font, await faceForLinesAcross());

  const first = await launch({ environment });
  const desk = new JianbaoWindow(first.window);
  await desk.reader.isReadable();
  await desk.press('Alt+2');
  await expect.poll(() => facesOf(first.window)).toContain('face-song');

  await test.step('Kai by the palette, the rare sounds and the tiers by the menu', async () => {
    await desk.press('Control+k');
    await first.window.keyboard.insertText('字体：楷');
    await desk.press('Enter');
    await expect.poll(() => facesOf(first.window)).toContain('face-kai');
    await first.window.getByRole('button', { name: '字号与主题' }).click();
    await choose(first.window, '注音', '次常用字');
    await expect(first.window.locator('.sound').first()).toBeAttached();
    await choose(first.window, '分段', '1');
    await expect(first.window.locator('.rule-tier')).toHaveCount(0);
  });

  await test.step('a font of the computer', async () => {
    await choose(first.window, '字体', '本机…');
    await first.window.getByLabel('本机字体').selectOption({ label: 'Jianbao Kai' });
    await expect.poll(() => facesOf(first.window)).toContain('face-own');
    const isLoaded = () => first.window.evaluate(() => document.fonts.check("16px 'Jianbao Own'", '国'));
    await expect.poll(isLoaded).toBe(true);
  });

  await test.step('its marks stand where vertical lines want them', async () => {
    await desk.press('Escape');
    await expect(async () => {
      const comma = await middleOf(first.window, '，');
      expect(comma.x, 'a comma to the right').toBeGreaterThan(0.5);
      expect(comma.y, 'and up').toBeLessThan(0.5);
      const quote = await middleOf(first.window, '“');
      expect(quote.y, 'a quote that turns with the line').toBeGreaterThan(0.5);
    }).toPass();
  });
  await first.close();

  await rm(font);
  const second = await launch({ environment });
  await expect(second.window.getByText('字体“Jianbao Kai”已不在这台电脑上')).toBeVisible();
  await expect.poll(() => facesOf(second.window)).toContain('face-song');
  await second.close();
});

/** The faces that lines of the page are set in. */
function facesOf(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => [
    ...new Set([...document.querySelectorAll('.line')].map((line) => line.className.replace('line ', ''))),
  ]);
}

/** Kai as many an older font is: without any forms for vertical lines. */
async function faceForLinesAcross(): Promise<Uint8Array> {
  const kai = await readFile(resolve('resources/fonts/LXGWWenKai-Regular.common.ttf'));
  const words = sampleIssue()
    .articles.map(({ text }) => text)
    .join('');
  const bytes = Buffer.from(await subsetFont(kai, words, { targetFormat: 'truetype' }));
  bytes.write('none', bytes.indexOf('GSUB', 0, 'latin1'), 'latin1');
  return bytes;
}

/** Where the middle of a mark's ink lies in its cell, from its upper left corner, in shares of the cell. */
async function middleOf(window: Page, mark: string): Promise<{ readonly x: number; readonly y: number }> {
  const cell = window.locator('.face-own .boxed', { hasText: new RegExp(`^${mark}$`, 'u') }).first();
  const { data, width, height } = PNG.sync.read(await cell.screenshot());
  const lightness = Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 255);
  const paper = Math.max(...lightness);
  const ink = lightness.map((light) => Math.max(0, paper - light - 40));
  const total = ink.reduce((sum, dark) => sum + dark, 0);
  return {
    x: ink.reduce((sum, dark, at) => sum + dark * ((at % width) + 0.5), 0) / total / width,
    y: ink.reduce((sum, dark, at) => sum + dark * (Math.floor(at / width) + 0.5), 0) / total / height,
  };
}

async function choose(window: Page, label: string, option: string): Promise<void> {
  await window
    .getByRole('radiogroup', { name: label, exact: true })
    .getByRole('radio', { name: option })
    .click();
}
