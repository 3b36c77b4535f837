// Marks in an exported PDF are annotations that other programs read, and are painted on their characters.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markStyles } from '../../../src-core/annotation/palette';
import { sampleIssue } from '../../builders/sample-issue';
import { annotationsByPdfJs, objectsByQpdf, type QpdfDictionary } from '../../extract/read-annotations';
import { runTool } from '../../extract/run-tool';
import { exported, makeFolder, markWords } from './exporting';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

async function annotationObjects(file: string): Promise<readonly QpdfDictionary[]> {
  const objects = await objectsByQpdf(file);
  return objects.filter((object) => object['/Type'] === '/Annot' && object['/Subtype'] !== '/Popup');
}

describe('a mark as an annotation', () => {
  it('carries its note, author, name, dates and tags', async () => {
    const issue = sampleIssue();
    const file = join(folder.path, 'one.pdf');
    const mark = markWords(issue, '有序实施', {
      id: 'mark-1',
      note: '“要点”，见第二版。\n再看。',
      author: '王小明',
      tags: ['生态', '环境 𦦙'],
    });
    await exported({ issue, annotations: [mark], target: file });
    expect(await annotationsByPdfJs(file)).toEqual([
      {
        page: 1,
        subtype: 'Highlight',
        contents: '“要点”，见第二版。\n再看。\n标签：生态、环境 𦦙',
        author: '王小明',
        hasAppearance: true,
      },
    ]);
    const [annotation = {}] = await annotationObjects(file);
    expect(annotation).toMatchObject({
      '/NM': 'u:mark-1',
      '/F': 4,
      '/CreationDate': 'u:D:20221012010000Z',
      '/M': 'u:D:20221012020000Z',
      '/JBStyle': '/highlight',
      '/JBTags': ['u:生态', 'u:环境 𦦙'],
    });
    expect(annotation['/QuadPoints']).toHaveLength(8);
    const popups = (await objectsByQpdf(file)).filter((object) => object['/Subtype'] === '/Popup');
    expect(popups).toHaveLength(1);
  });

  it('is of the kind that comes nearest to its style, with its own appearance', async () => {
    const issue = sampleIssue();
    const file = join(folder.path, 'styles.pdf');
    const words = ['有序实施', '空间优化重塑', '多维赋能', '逐步建设', '目前', '区领导', '园区要抢抓'];
    const annotations = markStyles.map((style, index) =>
      markWords(issue, words[index] ?? '', { id: `mark-${style}`, style }),
    );
    await exported({ issue, annotations, target: file });
    const objects = await annotationObjects(file);
    const kinds = Object.fromEntries(
      objects.map((object) => [String(object['/JBStyle']), String(object['/Subtype'])]),
    );
    expect(kinds).toEqual({
      '/highlight': '/Highlight',
      '/underline': '/Underline',
      '/wavy': '/Squiggly',
      '/emphasis': '/Underline',
      '/circle': '/Underline',
      '/strike': '/StrikeOut',
      '/box': '/Square',
    });
    const read = await annotationsByPdfJs(file);
    expect(read.map(({ hasAppearance }) => hasAppearance)).toEqual(markStyles.map(() => true));
  });

  it('has one quad for each line, whose first edge runs in the reading direction', async () => {
    const issue = sampleIssue();
    const mark = markWords(issue, issue.articles[0]?.text.slice(60, 140) ?? '', { id: 'long' });
    for (const direction of ['vertical', 'horizontal'] as const) {
      const file = join(folder.path, `quads-${direction}.pdf`);
      await exported({ issue, annotations: [mark], direction, target: file });
      const [annotation = {}] = await annotationObjects(file);
      const points = annotation['/QuadPoints'] as readonly number[];
      expect(points.length).toBeGreaterThan(16);
      for (let at = 0; at < points.length; at += 8) {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0] = points.slice(at, at + 8);
        if (direction === 'vertical') {
          expect(x1 === x2 && x3 === x4 && x1 > x3 && y1 > y2 && y1 === y3 && y2 === y4).toBe(true);
        } else expect(y1 === y2 && y3 === y4 && y1 > y3 && x1 < x2 && x1 === x3 && x2 === x4).toBe(true);
      }
    }
  });

  it('covers all passages of a mark that has several', async () => {
    const issue = sampleIssue();
    const file = join(folder.path, 'passages.pdf');
    const first = markWords(issue, '有序实施', { id: 'several' });
    const { target } = markWords(issue, '多维赋能', { id: 'other' });
    const mark = { ...first, target: { ...first.target, more: [target] } };
    await exported({ issue, annotations: [mark], target: file });
    const objects = await annotationObjects(file);
    const quads = objects.flatMap((object) => object['/QuadPoints'] as readonly number[]).length / 8;
    const alone = await Promise.all(
      [first, { ...first, target }].map(async (one, at) => {
        const single = join(folder.path, `passage-${at}.pdf`);
        await exported({ issue, annotations: [one], target: single });
        const found = await annotationObjects(single);
        return found.flatMap((object) => object['/QuadPoints'] as readonly number[]).length / 8;
      }),
    );
    expect(quads).toBe(alone.reduce((sum, count) => sum + count, 0));
    expect(new Set(objects.map((object) => object['/NM'])).size).toBe(objects.length);
  });

  it('is a note beside the headline where it is about the whole', async () => {
    const issue = sampleIssue();
    const file = join(folder.path, 'whole.pdf');
    const mark = {
      ...markWords(issue, '有序实施', { id: 'whole', note: '通篇要义' }),
      scope: 'article' as const,
    };
    await exported({ issue, annotations: [mark], target: file });
    const objects = await annotationObjects(file);
    expect(objects.map((object) => [object['/Subtype'], object['/Contents'], object['/QuadPoints']])).toEqual(
      [['/Text', 'u:通篇要义', undefined]],
    );
  });

  it('is an annotation on each page it runs over, under a name of its own', async () => {
    const issue = sampleIssue();
    const file = join(folder.path, 'pages.pdf');
    const text = issue.articles[1]?.text ?? '';
    const mark = markWords(issue, text.slice(30, text.length - 5), { id: 'wide', note: '跨页' });
    const result = await exported({ issue, annotations: [mark], target: file });
    expect(result.annotations).toBe(1);
    const read = await annotationsByPdfJs(file);
    expect(new Set(read.map(({ page }) => page)).size).toBe(read.length);
    expect(read.length).toBeGreaterThan(1);
    const names = (await annotationObjects(file)).map((object) => object['/NM']);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('u:wide');
  });

  it('stands in the index with its number, words, note, tags and author', async () => {
    const issue = sampleIssue();
    const file = join(folder.path, 'index.pdf');
    const mark = markWords(issue, '有序实施', { id: 'm', note: '批语', author: '王小明', tags: ['生态'] });
    const lost = { ...markWords(issue, '多维赋能', { id: 'lost', author: '周平' }) };
    const orphan = {
      ...lost,
      target: { ...lost.target, quote: { ...lost.target.quote, exact: '文中没有的话' } },
    };
    const result = await exported({ issue, annotations: [mark, orphan], index: true, target: file });
    expect(result).toMatchObject({ annotations: 1, orphans: 1 });
    const last = String(result.pages);
    const text = (await runTool('pdftotext', ['-f', last, '-l', last, file, '-']))
      .toString()
      .replace(/\s/gu, '');
    expect(text).toContain('标记索引');
    expect(text).toContain('1「有序实施」（第1页，高亮）批注：批语标签：生态标记人：王小明');
    expect(text).toContain('「文中没有的话」标记人：周平');
  });

  it('names a single author once, above the index, and after no mark or note', async () => {
    const issue = sampleIssue();
    const file = join(folder.path, 'one-author.pdf');
    const marks = ['有序实施', '多维赋能'].map((words, at) =>
      markWords(issue, words, { id: `m${at}`, note: '批语', author: '王小明' }),
    );
    await exported({ issue, annotations: marks, index: true, notes: 'end', target: file });
    const text = (await runTool('pdftotext', [file, '-'])).toString().replace(/\s/gu, '');
    expect(text).toContain('标记索引标记人：王小明');
    expect(text.split('王小明')).toHaveLength(2);
  });
});
