// How the file comes about: whole or not at all, in steps that can be followed and stopped.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure } from '../../../src-core/ipc/app-error';
import { exportPdf } from '../../../src-main/export/pdf/export-pdf';
import { replaceFile, type ReplacingDisk } from '../../../src-main/export/replace-file';
import { buildIssue } from '../../builders/issue';
import { sampleIssue } from '../../builders/sample-issue';
import { exported, exportOptions, makeFolder } from './exporting';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

describe('an export', () => {
  it('tells of each page as it is made', async () => {
    const steps: { page: number; pages: number }[] = [];
    const target = join(folder.path, 'a.pdf');
    const result = await exportPdf(exportOptions({ issue: sampleIssue(), target }), {
      onProgress: (step) => steps.push(step),
    });
    if (!result.ok) throw new Error(result.error.code);
    const { pages } = result.value;
    expect(pages).toBeGreaterThan(1);
    expect(steps).toEqual(Array.from({ length: pages }, (_, index) => ({ page: index + 1, pages })));
  });

  it('lets other work happen between two pages', async () => {
    let turns = 0;
    const turn = setInterval(() => turns++, 0);
    try {
      let atFirstPage = -1;
      let atLastPage = -1;
      await exportPdf(
        exportOptions({ issue: sampleIssue(), paper: 'B5', target: join(folder.path, 'a.pdf') }),
        {
          onProgress: () => {
            if (atFirstPage < 0) atFirstPage = turns;
            atLastPage = turns;
          },
        },
      );
      expect(atLastPage).toBeGreaterThan(atFirstPage);
    } finally {
      clearInterval(turn);
    }
  });

  it('leaves the old file and no other when it is cancelled', async () => {
    const target = join(folder.path, 'a.pdf');
    await writeFile(target, 'old');
    const controller = new AbortController();
    const result = await exportPdf(exportOptions({ issue: sampleIssue(), target }), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(await readdir(folder.path)).toEqual(['a.pdf']);
  });

  it('is stopped within a page that takes long', async () => {
    // Many short articles of like size: to settle how their second page is read takes hundreds of trials.
    const words = (sampleIssue().articles[0]?.text ?? '').replace(/\s/gu, '');
    const issue = buildIssue(
      Array.from({ length: 60 }, (_, at) => ({
        parts: [
          ['headline', words.slice(at * 7, at * 7 + 8 + (at % 9))],
          ['paragraph', words.slice(at * 9, at * 9 + 5 + ((at * 79) % 40))],
        ],
      })),
    );
    let asked = 0;
    let pages = 0;
    const signal = {
      get aborted() {
        return ++asked > 100;
      },
    };
    const target = join(folder.path, 'a.pdf');
    const result = await exportPdf(exportOptions({ issue, target, paper: 'A4', direction: 'vertical' }), {
      signal,
      onProgress: () => pages++,
    });
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(pages).toBe(1);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('replaces an old file when it is complete', async () => {
    const target = join(folder.path, 'a.pdf');
    await writeFile(target, 'old');
    await exported({ issue: sampleIssue(), target });
    expect((await readFile(target)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await readdir(folder.path)).toEqual(['a.pdf']);
  });

  it('says that the target cannot be written', async () => {
    const target = join(folder.path, 'missing', 'a.pdf');
    const result = await exportPdf(exportOptions({ issue: sampleIssue(), target }));
    expect(result).toMatchObject({ ok: false, error: { code: 'target-unwritable', file: target } });
  });

  it('does not put a file in the place of a folder', async () => {
    const target = join(folder.path, 'a.pdf');
    await mkdir(target);
    const result = await exportPdf(exportOptions({ issue: sampleIssue(), target }));
    expect(result).toMatchObject({ ok: false, error: { code: 'target-unwritable' } });
    expect(await readdir(folder.path)).toEqual(['a.pdf']);
  });

  it('says which font is missing', async () => {
    const target = join(folder.path, 'a.pdf');
    const result = await exportPdf(exportOptions({ issue: sampleIssue(), target, fontsFolder: folder.path }));
    expect(result).toEqual({
      ok: false,
      error: { code: 'font-missing', file: join(folder.path, 'NotoSerifSC-Regular.ttf') },
    });
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('gives the same bytes for the same issue, marks and time', async () => {
    const [one, two] = [join(folder.path, 'one.pdf'), join(folder.path, 'two.pdf')];
    await exported({ issue: sampleIssue(), target: one });
    await exported({ issue: sampleIssue(), target: two });
    expect((await readFile(one)).equals(await readFile(two))).toBe(true);
  });
});

describe('a replaced file', () => {
  it('is left as it was when the disk is full', async () => {
    const target = join(folder.path, 'a.pdf');
    await writeFile(target, 'old');
    const removed: string[] = [];
    const full: ReplacingDisk = {
      open: () =>
        Promise.resolve({
          write: () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
          sync: () => Promise.resolve(),
          close: () => Promise.resolve(),
        }),
      rename: () => Promise.reject(new Error('must not be reached')),
      unlink: (path) => {
        removed.push(path);
        return Promise.resolve();
      },
    };
    const writing = replaceFile(target, (write) => write(new Uint8Array(10)), full);
    await expect(writing).rejects.toThrow(AppFailure);
    await expect(writing).rejects.toMatchObject({ error: { code: 'disk-full', path: target } });
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(removed).toHaveLength(1);
  });

  it('passes on a defect of the one who writes, and removes what was written', async () => {
    const target = join(folder.path, 'a.pdf');
    const writing = replaceFile(target, async (write) => {
      await write(new Uint8Array(10));
      throw new TypeError('a defect');
    });
    await expect(writing).rejects.toThrow(TypeError);
    expect(await readdir(folder.path)).toEqual([]);
  });
});
