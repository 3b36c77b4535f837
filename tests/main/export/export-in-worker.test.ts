// An export in a thread of its own does what it does in this one, and leaves this one free.
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportInWorker, type ExportPdf } from '../../../src-main/export/pdf/export-in-worker';
import { sampleIssue } from '../../builders/sample-issue';
import { extractors, withoutWhiteSpace } from '../../extract/extract-text';
import { exportOptions, issueText, makeFolder } from './exporting';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let exportPdf: ExportPdf;
beforeAll(async () => {
  folder = await makeFolder();
  const script = resolve('node_modules/.cache/jianbao-tests', `exporter-${process.pid}.mjs`);
  await build({
    input: 'src-main/export/pdf/export-worker.ts',
    platform: 'node',
    external: ['pdfkit', 'fontkit', 'zod', 'iconv-lite', 'pinyin-pro'],
    output: { file: script, format: 'esm' },
  });
  exportPdf = exportInWorker(script);
});
afterAll(() => folder.remove());

describe('an export in a thread of its own', () => {
  it('tells of every page, and this thread goes on meanwhile', async () => {
    const issue = sampleIssue();
    const target = join(folder.path, 'one.pdf');
    const pages: number[] = [];
    let turns = 0;
    let isDone = false;
    const turn = (): void => {
      turns++;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const result = await exportPdf(exportOptions({ issue, target }), {
      signal: new AbortController().signal,
      onProgress: ({ page }) => pages.push(page),
    });
    isDone = true;
    if (!result.ok) throw new Error(result.error.code);
    expect(pages).toEqual(Array.from({ length: result.value.pages }, (_, at) => at + 1));
    expect(turns).toBeGreaterThan(100);
    for (const { name, extract } of extractors) {
      expect(withoutWhiteSpace(await extract(target)), name).toBe(withoutWhiteSpace(issueText(issue)));
    }
  });

  it('stops when it is asked to, and leaves nothing behind', async () => {
    const target = join(folder.path, 'stopped.pdf');
    const control = new AbortController();
    const result = await exportPdf(exportOptions({ issue: sampleIssue(), paper: 'A5', target }), {
      signal: control.signal,
      onProgress: () => control.abort(),
    });
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect((await readdir(folder.path)).filter((name) => name.includes('stopped'))).toEqual([]);
  });

  it('says what went wrong', async () => {
    const target = join(folder.path, 'nowhere', 'one.pdf');
    const result = await exportPdf(exportOptions({ issue: sampleIssue(), target }), {
      signal: new AbortController().signal,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'target-unwritable' } });
    await expect(stat(target)).rejects.toThrow();
  });
});
