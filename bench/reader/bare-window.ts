// The reference: a bare window of the same engine with the same text and faces as static HTML, laid out by the browser alone in
// vertical columns. It has no library, no marks, no engine of its own; what it takes, no reader can undercut by much.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const mainProgram = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  window.loadFile('index.html');
});
`;

const faces = [
  ['Song', 400, 'NotoSerifSC-Regular'],
  ['Song', 700, 'NotoSerifSC-Bold'],
  ['Hei', 700, 'NotoSansSC-Bold'],
] as const;

function pageSource(): string {
  const rules = faces.map(([name, weight, file]) => {
    const address = pathToFileURL(resolve('resources', 'fonts', `${file}.ttf`)).href;
    return `@font-face{font-family:'Bare ${name}';font-weight:${weight};src:url('${address}')}`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${rules.join('')}
    body{margin:0}
    #columns{position:fixed;inset:0;overflow:auto;writing-mode:vertical-rl;columns:3;column-gap:2em;
      font:18px/1.7 'Bare Song';text-align:justify;white-space:pre-wrap}
  </style><body></body></html>`;
}

/** Starts the bare window in a folder of its own. */
export async function launchBareWindow(
  executablePath: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly electron: ElectronApplication; readonly window: Page }> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"name":"bare-window","main":"main.cjs"}\n');
  await writeFile(join(folder, 'main.cjs'), mainProgram);
  await writeFile(join(folder, 'index.html'), pageSource());
  const electron = await _electron.launch({
    executablePath,
    args: [folder, `--user-data-dir=${join(folder, 'user-data')}`],
    env: { ...environment },
  });
  const window = await electron.firstWindow();
  await window.evaluate(async () => {
    const fonts = ["400 16px 'Bare Song'", "700 16px 'Bare Song'", "700 16px 'Bare Hei'"];
    await Promise.all(fonts.map((font) => document.fonts.load(font, '国A1')));
  });
  return { electron, window };
}

/** From handing the text to the browser to the frame after it was painted. */
export async function showColumns(window: Page, text: string): Promise<number> {
  return window.evaluate(async (words) => {
    document.querySelector('#columns')?.remove();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    const start = performance.now();
    const box = document.createElement('div');
    box.id = 'columns';
    box.textContent = words;
    document.body.append(box);
    await frame();
    await frame();
    return performance.now() - start;
  }, text);
}
