// What stands before and after the issues: title page, contents, legend, indexes, sources. It is text like all other, its
// pages are called by what is printed on them, and its entries lead to their places.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Annotation } from '../../../src-core/annotation/annotation';
import { markColors, markStyles } from '../../../src-core/annotation/palette';
import { exportMatterSchema } from '../../../src-core/ipc/export-choices';
import { articleTitle } from '../../../src-core/publication/article-text';
import type { Issue } from '../../../src-core/publication/issue';
import type { ExportPlan } from '../../../src-main/export/pdf/planned';
import { sampleIssue } from '../../builders/sample-issue';
import { extractors, openWithPdfJs, presentationForms, withoutWhiteSpace } from '../../extract/extract-text';
import { renderPage } from '../../extract/render-page';
import { runTool } from '../../extract/run-tool';
import { exported, makeFolder, markWords, planned } from './exporting';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const issue = sampleIssue();
const matter = exportMatterSchema.options;
const colorMeanings = { gamboge: '要点', cinnabar: '存疑，待核对原文' };

function marksOf(of: Issue): readonly Annotation[] {
  return of.articles.flatMap((article, at) =>
    [10, 60, 200, 330]
      .filter((start) => start + 8 < article.text.length)
      .map((start, index) =>
        markWords(of, article.text.slice(start, start + 8), {
          id: `m${at}-${index}`,
          note: index === 1 ? '批语' : '',
          author: index === 0 ? '' : index % 2 === 0 ? '王小明' : 'Li & <Si>',
          style: markStyles[(at + index) % markStyles.length] ?? 'highlight',
          color: markColors[(at + 2 * index) % markColors.length] ?? 'gamboge',
          tags: index % 2 === 0 ? ['学习/文件', '重点'] : index === 3 ? ['历史/近代/报刊'] : [],
        }),
      ),
  );
}

function textOf({ parts }: ExportPlan): string {
  return withoutWhiteSpace(parts.flatMap(({ articles }) => articles.map(({ text }) => text)).join('\n'));
}

const destinationSchema = z.tuple([z.object({ num: z.int(), gen: z.int() })]).rest(z.unknown());

const second = { ...issue, date: '2022-10-12' };

describe('what stands before and after the issues', () => {
  for (const direction of ['vertical', 'horizontal'] as const) {
    for (const paper of ['A4', 'A3', 'A5'] as const) {
      it(`is read by every reader: ${direction}, ${paper}`, async () => {
        const choices = {
          issue,
          annotations: marksOf(issue),
          more: paper === 'A3' ? [{ issue: second, annotations: marksOf(second) }] : [],
          matter,
          index: true,
          notes: paper === 'A4' ? ('head' as const) : ('end' as const),
          colorMeanings,
          direction,
          paper,
        };
        const target = join(folder.path, `${direction}-${paper}.pdf`);
        await exported({ ...choices, target });
        const wanted = textOf(await planned(choices));
        for (const { name, extract } of extractors) {
          const text = withoutWhiteSpace(await extract(target));
          expect(text, name).toBe(wanted);
          expect(text, name).not.toMatch(presentationForms);
        }
        const said = (await runTool('qpdf', ['--check', target])).toString();
        expect(said).toContain('No syntax or stream encoding errors found');
      });
    }
  }

  it('is called by what is printed on its pages, and stands in the outline', async () => {
    const target = join(folder.path, 'labels.pdf');
    await exported({ issue, annotations: marksOf(issue), matter, index: true, target });
    const document = await openWithPdfJs(target);
    const labels = (await document.getPageLabels()) ?? [];
    const outline = await document.getOutline();
    await document.loadingTask.destroy();
    const front = labels.findIndex((label) => label === '1');
    expect(labels.slice(0, front)).toEqual(['i', 'ii', 'iii']);
    expect(labels.slice(front)).toEqual(
      Array.from({ length: labels.length - front }, (_, at) => String(at + 1)),
    );
    expect(outline.map(({ title }) => title)).toEqual([
      '武进日报',
      '目录',
      '图例',
      ...issue.articles.map(articleTitle),
      '标记索引',
      '标签索引',
      '标记人索引',
      '文献',
    ]);
  });

  it('leads from contents, indexes and sources to the pages they name', async () => {
    const target = join(folder.path, 'links.pdf');
    await exported({ issue, annotations: marksOf(issue), matter, index: true, target });
    const document = await openWithPdfJs(target);
    const labels = (await document.getPageLabels()) ?? [];
    const led = new Set<string>();
    for (let number = 1; number <= document.numPages; number++) {
      const annotations: readonly { readonly dest?: unknown }[] = await (
        await document.getPage(number)
      ).getAnnotations();
      for (const { dest } of annotations) {
        if (typeof dest !== 'string') continue;
        const [page] = destinationSchema.parse(await document.getDestination(dest));
        led.add(`${labels[number - 1] ?? ''} ${dest} ${labels[await document.getPageIndex(page)] ?? ''}`);
      }
    }
    await document.loadingTask.destroy();
    const plan = await planned({ issue, annotations: marksOf(issue), matter, index: true });
    for (const { part, links, label } of plan.pages) {
      for (const { destination } of links) {
        const number = label.style === 'roman' ? ['i', 'ii', 'iii'][label.number - 1] : String(label.number);
        expect(
          [...led].some((one) => one.startsWith(`${number} ${destination} `)),
          part.title,
        ).toBe(true);
      }
    }
    // The first article begins on the first page, as the contents say.
    expect(led).toContain('ii article-0-0 1');
    expect([...led].filter((one) => one.startsWith('ii article-'))).toHaveLength(issue.articles.length);
  });

  it('shows the colours of the legend', async () => {
    const target = join(folder.path, 'legend.pdf');
    await exported({ issue, annotations: marksOf(issue), matter: ['legend'], target });
    const page = await renderPage(target, 1, 72);
    let colored = 0;
    for (let y = 0; y < page.height; y++) {
      for (let x = 0; x < page.width; x++) {
        const [red, green, blue] = page.pixel(x, y);
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) colored++;
      }
    }
    expect(colored).toBeGreaterThan(400);
  });

  it('has the user’s own title, also in the metadata', async () => {
    const target = join(folder.path, 'title.pdf');
    const title = '读报 & <笔记> "一" 😀';
    await exported({ issue, matter: ['title'], title, target });
    const document = await openWithPdfJs(target);
    const { info, metadata } = await document.getMetadata();
    await document.loadingTask.destroy();
    expect(info).toMatchObject({ Title: title });
    expect(metadata?.get('dc:title')).toBe(title);
  });

  it('is left out where there is nothing to list', async () => {
    const plan = await planned({ issue, matter: ['legend', 'tags', 'authors'] });
    expect(plan.parts.map(({ kind }) => kind)).toEqual(['issue']);
    expect(textOf(await planned({ issue, matter: ['sources'] }))).toContain('[1]');
  });
});
