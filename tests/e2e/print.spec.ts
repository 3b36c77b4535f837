// Printing: the system's PDF reader, which a test cannot press the keys of, is played; the file it is given is real.
import { readFile } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

test('an issue is set and opened to be printed', async ({ launch }) => {
  const { window, electron, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await playReader(electron, '');
  await desk.press('Control+p');
  const dialog = window.getByRole('dialog', { name: '打印' });
  await dialog.getByRole('radio', { name: '横排' }).click();
  await dialog.getByRole('button', { name: '打印' }).click();
  await expect(dialog.getByRole('status')).toContainText(/共 \d+ 页，已在系统的 PDF 阅读器里打开/, {
    timeout: 60_000,
  });
  const opened = await electron.evaluate(() => Reflect.get(globalThis, 'opened') as string);
  expect(opened).toMatch(/\.pdf$/);
  expect((await readFile(opened)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await close();
});

test('a system without a PDF reader is said, with the place of the file', async ({ launch }) => {
  const { window, electron, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await playReader(electron, 'no application');
  await desk.press('Control+p');
  const dialog = window.getByRole('dialog', { name: '打印' });
  await dialog.getByRole('button', { name: '打印' }).click();
  await expect(dialog.getByRole('alert')).toContainText('系统没有能打开 PDF 的程序（no application）', {
    timeout: 60_000,
  });
  await expect(dialog.getByRole('alert')).toContainText('.pdf');
  await close();
});

function playReader(electron: ElectronApplication, answer: string): Promise<void> {
  return electron.evaluate(({ shell }, problem) => {
    shell.openPath = (path) => {
      Reflect.set(globalThis, 'opened', path);
      return Promise.resolve(problem);
    };
  }, answer);
}
