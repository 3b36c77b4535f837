// Points 25 and 26 of the acceptance list on the screen: —— is one unbroken stroke and …… six dots, both on the line's axis,
// in every face, both directions and at two zooms, measured in the window's own pixels.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { buildIssue } from '../builders/issue';
import { expect, test, type Launched } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';
import { storeIssue } from './stored-issue';

const faces = ['宋', '黑', '楷'] as const;
const zooms = [1, 1.5] as const;

test('dashes are unbroken and dots centred in every face, direction and zoom', async ({ launch, folder }) => {
  await storeIssue(join(folder, 'library'), buildIssue([{ parts: [['paragraph', '日——日……日'.repeat(2)]] }]));
  const launched = await launch();
  const { window } = launched;
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  for (const direction of ['vertical', 'horizontal'] as const) {
    if ((await desk.reader.direction()) !== direction) await desk.toggleDirection();
    await expect.poll(() => desk.reader.direction()).toBe(direction);
    for (const face of faces) {
      await chooseFace(desk, window, face);
      for (const zoom of zooms) {
        await zoomTo(launched, zoom);
        const about = `${direction}, ${face}, ${zoom}`;
        // The window may still be setting the page anew for another face or size.
        await expect(async () => {
          const picture = await pictureOf(launched);
          const dash = await inkOf(window, picture, '.boxed-rule', direction, zoom);
          expect(dash.strokes, `strokes of a dash, ${about}`).toBe(1);
          expect(dash.length, `how long it is, ${about}`).toBeGreaterThan(1.8);
          expect(Math.abs(dash.offAxis), `how far from the axis, ${about}`).toBeLessThan(0.025);
          expect(dash.thickest / dash.thinnest, `how even, ${about}`).toBeLessThan(1.2);
          const dots = await inkOf(window, picture, '.boxed-dots', direction, zoom);
          expect(dots.strokes, `dots, ${about}`).toBe(6);
          expect(Math.abs(dots.offAxis), `how far from the axis, ${about}`).toBeLessThan(0.025);
        }).toPass({ timeout: 5_000 });
      }
    }
  }
  await launched.close();
});

const faceClasses = { 宋: '.face-song', 黑: '.face-hei', 楷: '.face-kai' } as const;

async function chooseFace(desk: JianbaoWindow, window: Page, face: (typeof faces)[number]): Promise<void> {
  const line = window.locator(`.line${faceClasses[face]}`).first();
  if (await line.isVisible()) return;
  await desk.press('Control+k');
  await window.keyboard.insertText(`字体：${face}`);
  await desk.press('Enter');
  await expect(line).toBeVisible();
  await expect(window.getByRole('dialog')).toHaveCount(0);
}

async function zoomTo({ electron, window }: Launched, zoom: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, factor) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
  }, zoom);
  await expect.poll(() => window.evaluate(() => devicePixelRatio)).toBe(zoom);
  // The page is set anew for the smaller view; what is painted after two frames is settled.
  await window.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await window.evaluate(() => document.fonts.ready);
}

/** The ink of a sign; lengths in em, the distance from its axis too. */
type SignInk = {
  /** Pieces of ink along the line with white between. */
  readonly strokes: number;
  readonly length: number;
  readonly offAxis: number;
  /** How much ink there is across the line, in pixels, where it is least and most. */
  readonly thinnest: number;
  readonly thickest: number;
};

async function pictureOf({ electron }: Launched): Promise<PNG> {
  const picture = await electron.evaluate(async ({ BrowserWindow }) => {
    const shot = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return shot?.toPNG().toString('base64') ?? '';
  });
  return PNG.sync.read(Buffer.from(picture, 'base64'));
}

async function inkOf(
  window: Page,
  page: PNG,
  sign: string,
  direction: 'vertical' | 'horizontal',
  zoom: number,
): Promise<SignInk> {
  const box = await window.locator(sign).first().boundingBox();
  if (box === null) throw new Error(`no ${sign} is to be seen`);
  const isVertical = direction === 'vertical';
  const [along, across] = isVertical ? [box.height, box.width] : [box.width, box.height];
  const em = (along * zoom) / 2;
  const paper = lightness(page, Math.floor(box.x * zoom) + 1, Math.floor(box.y * zoom) + 1);
  const middle = (isVertical ? box.x + across / 2 : box.y + across / 2) * zoom;
  // The first pixel and the last may hold the ink of a neighbour.
  const start = (isVertical ? box.y : box.x) * zoom + 1;
  const profile = Array.from({ length: Math.floor(along * zoom) - 2 }, (_, at) => {
    let ink = 0;
    let moment = 0;
    for (let step = Math.ceil(middle - em / 2); step < middle + em / 2; step++) {
      const place = Math.floor(start + at);
      const [x, y] = isVertical ? [step, place] : [place, step];
      const dark = Math.max(0, (paper - lightness(page, x, y)) / paper);
      ink += dark;
      moment += dark * (step + 0.5 - middle);
    }
    return { ink, moment };
  });
  const isInked = profile.map(({ ink }) => ink > 0.12);
  const first = isInked.indexOf(true);
  const last = isInked.lastIndexOf(true);
  const within = profile.slice(first + 2, last - 1).map(({ ink }) => ink);
  const total = profile.reduce((sum, { ink }) => sum + ink, 0);
  return {
    strokes: isInked.filter((inked, at) => inked && isInked[at - 1] !== true).length,
    length: (last - first + 1) / em,
    offAxis: profile.reduce((sum, { moment }) => sum + moment, 0) / total / em,
    thinnest: Math.min(...within),
    thickest: Math.max(...within),
  };
}

/** From 0 for black to 255 for white. */
function lightness({ data, width }: PNG, x: number, y: number): number {
  const at = (y * width + x) * 4;
  return ((data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255)) / 3;
}
