// A document is looked at before it is saved: set in a thread of its own, its pages painted as they will be.
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { build } from 'rolldown';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { PaintedPage, Previews } from '../../../src-main/export/preview/previews';
import { previewsInThreads } from '../../../src-main/export/preview/previews';
import { sampleIssue } from '../../builders/sample-issue';
import { renderPage } from '../../extract/render-page';
import { exported, exportOptions, makeFolder, markWords } from './exporting';

const windowId = 1;
const issue = sampleIssue();
const annotations = [markWords(issue, '有序实施', { id: 'one', color: 'malachite', note: '要紧' })];

let folder: Awaited<ReturnType<typeof makeFolder>>;
let previews: Previews;
beforeAll(async () => {
  folder = await makeFolder();
  const script = resolve('node_modules/.cache/jianbao-tests', `previewer-${process.pid}.mjs`);
  await build({
    input: 'src-main/export/preview/preview-thread.ts',
    platform: 'node',
    external: ['pdfkit', 'fontkit', 'zod', '@hyzyla/pdfium', 'pngjs', 'iconv-lite', 'pinyin-pro'],
    output: { file: script, format: 'esm' },
  });
  previews = previewsInThreads(script);
});
afterEach(() => previews.close(windowId));
afterAll(() => folder.remove());

type Wishes = Partial<ReturnType<typeof exportOptions>>;

function set(
  wishes: Wishes = {},
  signal = new AbortController().signal,
  onPage: () => void = () => undefined,
) {
  const { target: _target, ...options } = exportOptions({ issue, target: '', ...wishes });
  return previews.set(windowId, options, { signal, onProgress: onPage });
}

async function painted(preview: number, page: number, width: number): Promise<PaintedPage> {
  const result = await previews.page(windowId, { preview, page, width });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function pixels({ image }: PaintedPage): PNG {
  return PNG.sync.read(Buffer.from(image.slice('data:image/png;base64,'.length), 'base64'));
}

type Colors = (x: number, y: number, part: 0 | 1 | 2) => number;

/** Dots per inch: each program puts the strokes of large signs on whole dots in its own way, which small ones do not show. */
const resolution = 144;

/**
 * Squares of half a character in which two pictures differ. Two programs draw the edges of signs each in their way, so
 * the mean of a square is compared.
 */
function farApart(
  one: Colors,
  other: Colors,
  { width, height }: { width: number; height: number },
): string[] {
  const size = (8 * resolution) / 72;
  const found: string[] = [];
  for (let top = 0; top + size <= height; top += size) {
    for (let left = 0; left + size <= width; left += size) {
      for (const part of [0, 1, 2] as const) {
        let sum = 0;
        for (let y = top; y < top + size; y++) {
          for (let x = left; x < left + size; x++) sum += one(x, y, part) - other(x, y, part);
        }
        if (Math.abs(sum) / size ** 2 > 40) found.push(`${left},${top} in ${part}: ${sum / size ** 2}`);
      }
    }
  }
  return found;
}

it('shows every page as it is in the file that is saved', async () => {
  const choices = { annotations, notes: 'head', direction: 'vertical', paper: 'A5' } as const;
  const target = join(folder.path, 'saved.pdf');
  const { pages } = await exported({ issue, ...choices, target });
  const shown = await set(choices);
  expect(shown).toMatchObject({ ok: true, value: { pages, annotations: 1, missingCharacters: [] } });
  if (!shown.ok) return;
  for (const page of [0, pages - 1]) {
    const saved = await renderPage(target, page + 1, resolution);
    const { width, height, data } = pixels(await painted(shown.value.preview, page, saved.width));
    expect(width).toBe(saved.width);
    // A part of a dot is rounded up by one of them.
    expect(Math.abs(height - saved.height)).toBeLessThanOrEqual(1);
    const apart = farApart(
      (x, y, part) => data[(y * width + x) * 4 + part] ?? 0,
      (x, y, part) => saved.pixel(x, y)[part],
      { width, height: Math.min(height, saved.height) },
    );
    expect(apart, `page ${page + 1}`).toEqual([]);
  }
});

it('gives way to the next choice at once, and forgets the last document', async () => {
  const first = await set({ annotations });
  if (!first.ok) throw new Error(first.error.code);
  const second = set({ paper: 'A3' });
  const third = set({ paper: 'B5' });
  expect(await second).toEqual({ ok: false, error: { code: 'cancelled' } });
  const last = await third;
  if (!last.ok) throw new Error(last.error.code);
  const page = await painted(last.value.preview, 0, 176);
  expect(page).toMatchObject({ width: 176, height: 250 });
  for (const stale of [
    { preview: first.value.preview, page: 0 },
    { preview: last.value.preview, page: last.value.pages },
  ]) {
    expect(await previews.page(windowId, { ...stale, width: 100 })).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
  }
});

it('paints a long strip no larger than there is memory for', async () => {
  const shown = await set({ paperSize: { width: 90, height: 1_200 } });
  if (!shown.ok) throw new Error(shown.error.code);
  const { width, height } = await painted(shown.value.preview, 0, 4_000);
  expect(width * height).toBeLessThanOrEqual(24_100_000);
  expect(height / width).toBeCloseTo(1_200 / 90, 1);
});

it('stops when it is asked to, and can be set again', async () => {
  const control = new AbortController();
  const stopped = await set({ paper: 'A5' }, control.signal, () => control.abort());
  expect(stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await set({ paper: 'A5' }, AbortSignal.abort())).toMatchObject({ ok: false });
  expect(await set({ paper: 'A5' })).toMatchObject({ ok: true });
});

it('says what went wrong, and answers what is under way when the window closes', async () => {
  expect(await set({ fontsFolder: folder.path })).toMatchObject({
    ok: false,
    error: { code: 'font-missing' },
  });
  const setting = set();
  previews.close(windowId);
  expect(await setting).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await previews.page(windowId, { preview: 1, page: 0, width: 100 })).toMatchObject({ ok: false });
});
