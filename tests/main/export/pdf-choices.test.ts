// What may be chosen of an export: where notes stand, how marks are made, which sheets and issues are in it.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Annotation } from '../../../src-core/annotation/annotation';
import { sampleIssue } from '../../builders/sample-issue';
import { extractors, openWithPdfJs, withoutWhiteSpace } from '../../extract/extract-text';
import { annotationsByPdfJs } from '../../extract/read-annotations';
import { renderPage } from '../../extract/render-page';
import { exported, issueText, makeFolder, markWords } from './exporting';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** Issues, articles, marks. */
const outlineSchema = z.array(
  z.object({
    title: z.string(),
    items: z.array(z.object({ title: z.string(), items: z.array(z.object({ title: z.string() })) })),
  }),
);

const issue = sampleIssue();

function marks(): readonly Annotation[] {
  return issue.articles.flatMap((article, at) =>
    [10, 60, 200, 330]
      .filter((start) => start + 8 < article.text.length)
      .map((start, index) =>
        markWords(issue, article.text.slice(start, start + 8), {
          id: `m${at}-${index}`,
          note: index === 2 ? '批语甚长，须分几行。'.repeat(6) : '批语',
          author: '王小明',
        }),
      ),
  );
}

describe('notes', () => {
  for (const direction of ['vertical', 'horizontal'] as const) {
    for (const paper of ['A4', 'B5'] as const) {
      it(`over the columns never come into the text: ${direction}, ${paper}`, async () => {
        const target = join(folder.path, `head-${direction}-${paper}.pdf`);
        await exported({ issue, annotations: marks(), notes: 'head', direction, paper, target });
        for (const { name, extract } of extractors) {
          expect(withoutWhiteSpace(await extract(target)), name).toBe(withoutWhiteSpace(issueText(issue)));
        }
      });
    }
  }

  it('are printed in the band over the columns', async () => {
    const [first] = marks();
    if (first === undefined) throw new Error('there is no mark');
    const inkOver = async (note: string): Promise<number> => {
      const target = join(folder.path, `band-${note.length}.pdf`);
      await exported({ issue, annotations: [{ ...first, note }], notes: 'head', target });
      const page = await renderPage(target, 1, 72);
      // Gamboge with black in it: darker than the highlight, warmer than the type.
      let ink = 0;
      for (let y = 70; y < 140; y++) {
        for (let x = 0; x < page.width; x++) {
          const [r, g, b] = page.pixel(x, y);
          if (r - b > 40 && g < 170) ink++;
        }
      }
      return ink;
    };
    const short = await inkOver('短');
    expect(short).toBeGreaterThan(0);
    expect(await inkOver('这一条批注就长得多了')).toBeGreaterThan(short * 2);
  });

  it('stand at the end in full, numbered, and not again in the index', async () => {
    const target = join(folder.path, 'end.pdf');
    await exported({ issue, annotations: marks(), notes: 'end', index: true, target });
    for (const { name, extract } of extractors) {
      const text = withoutWhiteSpace(await extract(target));
      expect(text.startsWith(withoutWhiteSpace(issueText(issue))), name).toBe(true);
      const rest = text.slice(withoutWhiteSpace(issueText(issue)).length);
      expect(rest.split('批语甚长').length - 1, name).toBe(
        6 * marks().filter(({ note }) => note.length > 2).length,
      );
      expect(rest, name).toContain('标记索引');
      expect(rest.indexOf('批注1「'), name).toBe(0);
    }
  });
});

describe('marks', () => {
  it('can be painted into the page, without annotations', async () => {
    const [first] = marks();
    if (first === undefined) throw new Error('there is no mark');
    const [live, painted] = [join(folder.path, 'live.pdf'), join(folder.path, 'painted.pdf')];
    await exported({ issue, annotations: [first], target: live });
    await exported({ issue, annotations: [first], marks: 'painted', target: painted });
    expect(await annotationsByPdfJs(painted)).toEqual([]);
    const [one, other] = [await renderPage(live, 1, 60), await renderPage(painted, 1, 60)];
    let colored = 0;
    for (let y = 0; y < one.height; y++) {
      for (let x = 0; x < one.width; x++) {
        const [, , blue] = one.pixel(x, y);
        const [red] = one.pixel(x, y);
        if (red - blue < 60) continue;
        colored++;
        expect(Math.abs((other.pixel(x, y)[2] ?? 0) - blue)).toBeLessThan(60);
      }
    }
    expect(colored).toBeGreaterThan(50);
    for (const { name, extract } of extractors) {
      expect(withoutWhiteSpace(await extract(painted)), name).toBe(withoutWhiteSpace(issueText(issue)));
    }
  });
});

describe('marks that are painted and annotated', () => {
  it('are listed by other programs, and look as either alone', async () => {
    const [first] = marks();
    if (first === undefined) throw new Error('there is no mark');
    const [live, both] = [join(folder.path, 'alone.pdf'), join(folder.path, 'both.pdf')];
    await exported({ issue, annotations: [first], target: live });
    await exported({ issue, annotations: [first], marks: 'both', target: both });
    expect(await annotationsByPdfJs(both)).toEqual(await annotationsByPdfJs(live));
    const [one, other] = [await renderPage(live, 1, 60), await renderPage(both, 1, 60)];
    let colored = 0;
    for (let y = 0; y < one.height; y++) {
      for (let x = 0; x < one.width; x++) {
        const [red, , blue] = one.pixel(x, y);
        if (red - blue < 60) continue;
        colored++;
        expect(Math.abs(other.pixel(x, y)[2] - blue)).toBeLessThan(60);
      }
    }
    expect(colored).toBeGreaterThan(50);
  });
});

describe('a sheet', () => {
  it('has the size that is asked for, and the text of every article', async () => {
    for (const direction of ['vertical', 'horizontal'] as const) {
      const target = join(folder.path, `own-${direction}.pdf`);
      await exported({
        issue,
        annotations: marks(),
        notes: 'head',
        paperSize: { width: 200, height: 130 },
        direction,
        target,
      });
      const document = await openWithPdfJs(target);
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 25.4 / 72 });
      await document.loadingTask.destroy();
      expect([Math.round(width), Math.round(height)]).toEqual([200, 130]);
      for (const { name, extract } of extractors) {
        const text = withoutWhiteSpace(await extract(target));
        expect(text.startsWith(withoutWhiteSpace(issueText(issue))), name).toBe(true);
      }
    }
  });

  it('is filled by the largest type at which so many are enough', async () => {
    const target = join(folder.path, 'fit.pdf');
    const plain = await exported({ issue, paper: 'A4', target });
    for (const fitPages of [1, 2, plain.pages + 1]) {
      const fitted = await exported({ issue, paper: 'A4', fitPages, target });
      expect(fitted.pages).toBeLessThanOrEqual(fitPages);
      expect(fitted.pages).toBeGreaterThan(fitPages - 2);
    }
  });

  it('is begun by each article where they are set apart', async () => {
    const target = join(folder.path, 'apart.pdf');
    const { pages } = await exported({ issue, layout: 'article', paper: 'A3', target });
    // The label stands over the notice after it.
    expect(pages).toBe(issue.articles.length - issue.articles.filter(({ type }) => type === 'label').length);
    for (const { name, extract } of extractors) {
      expect(withoutWhiteSpace(await extract(target)), name).toBe(withoutWhiteSpace(issueText(issue)));
    }
  });
});

describe('sheets', () => {
  it('without marks can be left out; the others keep their numbers', async () => {
    const target = join(folder.path, 'marked.pdf');
    const last = issue.articles.at(-1)?.text.slice(0, 8) ?? '';
    const all = await exported({ issue, annotations: [], paper: 'A5', target });
    const mark = markWords(issue, last, { id: 'last' });
    const some = await exported({
      issue,
      annotations: [mark],
      markedPagesOnly: true,
      paper: 'A5',
      target,
    });
    expect(some.pages).toBe(1);
    const document = await openWithPdfJs(target);
    const labels = await document.getPageLabels();
    await document.loadingTask.destroy();
    expect(labels).toEqual([String(all.pages)]);
    const bare = await exported({ issue, annotations: [], markedPagesOnly: true, paper: 'A5', target });
    expect(bare.pages).toBe(all.pages);
  });

  it('of several issues follow each other, with an outline of issues, articles and marks', async () => {
    const target = join(folder.path, 'several.pdf');
    const other = { ...issue, date: '2022-10-12' };
    const annotations = [markWords(issue, '有序实施', { id: 'one' })];
    await exported({
      issue,
      annotations,
      more: [{ issue: other, annotations }],
      index: true,
      target,
    });
    const document = await openWithPdfJs(target);
    const outline = outlineSchema.parse(await document.getOutline());
    const titles = outline.map(({ title, items }) => [title, items.length]);
    expect(titles).toEqual([
      ['武进日报 2022-10-11', 6],
      ['武进日报 2022-10-12', 6],
      ['标记索引', 0],
    ]);
    expect(outline.map(({ items }) => items[0]?.items.map(({ title }) => title))).toEqual([
      ['1 「有序实施」'],
      ['2 「有序实施」'],
      undefined,
    ]);
    // Both numbers in the index lead to their marks, and the marks' numbers to the index.
    const links: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      for (const annotation of await page.getAnnotations()) {
        const parsed: unknown = annotation;
        if (typeof parsed !== 'object' || parsed === null || !('dest' in parsed)) continue;
        const destination = await document.getDestination(String(parsed.dest));
        expect(destination, String(parsed.dest)).not.toBeNull();
        links.push(String(parsed.dest));
      }
    }
    await document.loadingTask.destroy();
    expect(links).toEqual(['entry-1', 'entry-2', 'mark-1', 'mark-2']);
    for (const { name, extract } of extractors) {
      const text = withoutWhiteSpace(await extract(target));
      const wanted = withoutWhiteSpace(issueText(issue));
      expect(text.startsWith(wanted + wanted), name).toBe(true);
    }
  });
});
