// Whole pages 版面 as documents: their structure and outline, what stands before and after them, and the notes at their
// head.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleTitle } from '../../../src-core/publication/article-text';
import { notePlace } from '../../../src-main/export/pdf/note-place';
import type { ExportPlan } from '../../../src-main/export/pdf/planned';
import { eightPageIssue } from '../../builders/eight-page-issue';
import { sampleIssue } from '../../builders/sample-issue';
import { extractors, openWithPdfJs, withoutWhiteSpace } from '../../extract/extract-text';
import { renderPage } from '../../extract/render-page';
import { runTool } from '../../extract/run-tool';
import { exported, makeFolder, markWords, planned } from './exporting';

const issue = sampleIssue();
const annotations = ['有序实施', '增强人民群众获得感', '要牢牢守住安全生产这一底线', '第三方信用报告'].map(
  (words, at) => markWords(issue, words, { id: `m${at}`, note: `批语${at}`, tags: ['学习'], author: '甲' }),
);
const choices = {
  issue,
  annotations,
  paper: 'A3',
  layout: 'newspaper',
  matter: ['title', 'contents', 'legend', 'tags'],
  index: true,
  notes: 'side',
} as const;

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** The blocks of a document by its tags, each with its kind and words. */
async function taggedBlocks(file: string): Promise<readonly (readonly [kind: string, words: string])[]> {
  const said = (await runTool('pdfinfo', ['-enc', 'UTF-8', '-struct-text', file])).toString();
  const blocks: [string, string][] = [];
  for (const line of said.split('\n')) {
    const [, kind] = /^\s*(\w+)(?: |$)/u.exec(line) ?? [];
    const [, words] = /^\s*"(.*)"\s*$/u.exec(line) ?? [];
    if (kind !== undefined) blocks.push([kind, '']);
    const open = blocks.at(-1);
    if (words !== undefined && open !== undefined) open[1] += words;
  }
  return blocks.map(([kind, words]) => [kind, withoutWhiteSpace(words)]);
}

describe.each(['vertical', 'horizontal'] as const)('a document of whole pages, %s', (direction) => {
  let file: string;
  let plan: ExportPlan;
  beforeAll(async () => {
    file = join(folder.path, `${direction}.pdf`);
    await exported({ ...choices, direction, target: file });
    plan = await planned({ ...choices, direction });
  });

  it('is read by every reader, with what stands before and after', async () => {
    const wanted = plan.parts.flatMap(({ articles }) => articles.map(({ text }) => text)).join('\n');
    for (const { name, extract } of extractors) {
      expect(withoutWhiteSpace(await extract(file)), name).toBe(withoutWhiteSpace(wanted));
    }
  });

  it('is tagged: headings and paragraphs in reading order', async () => {
    const blocks = await taggedBlocks(file);
    // A byline stands in the line of its paragraph, and under its tag.
    const wanted = issue.articles.flatMap(({ text, blocks: own }) =>
      own.flatMap(({ role, start, end }, at): (readonly [string, string])[] => {
        if (own[at - 1]?.role === 'byline') return [];
        const to = role === 'byline' ? (own[at + 1]?.end ?? end) : end;
        const kind = role === 'headline' ? 'H1' : role === 'caption' ? 'Caption' : 'P';
        return [[kind, withoutWhiteSpace(text.slice(start, to))]];
      }),
    );
    const first = blocks.findIndex(([, words]) => words === wanted[0]?.[1]);
    const own = blocks.slice(first).filter(([kind]) => /^(?:H1|H2|P|Caption)$/.test(kind));
    expect(own.slice(0, wanted.length)).toEqual(wanted);
  });

  it('has an outline that leads to its parts, articles and marks', async () => {
    const document = await openWithPdfJs(file);
    const outline = outlineSchema.parse(await document.getOutline());
    const labels = (await document.getPageLabels()) ?? [];
    const pages = await Promise.all(
      outline.map(async ({ dest }) => labels[await document.getPageIndex(dest[0])] ?? ''),
    );
    await document.loadingTask.destroy();
    expect(outline.map(({ title }, at) => `${pages[at] ?? ''} ${title}`)).toEqual([
      'i 武进日报',
      'ii 目录',
      'iii 图例',
      ...issue.articles.map((article) => `1 ${articleTitle(article)}`),
      '2 标记索引',
      '3 标签索引',
    ]);
    expect(outline.flatMap(({ items }) => items.map(({ title }) => title))).toHaveLength(annotations.length);
  });

  it('has its notes in ink at the head of the page, though they were asked for at the side', async () => {
    const at = plan.pages.findIndex(({ part }) => part.kind === 'issue');
    const page = plan.pages[at];
    const { band } = plan;
    if (page === undefined || band === null) throw new Error('the issue has no page for notes');
    const { geometry } = page.part.sheet;
    expect(new Set(page.notes.map(({ number }) => number)).size).toBe(annotations.length);
    const painted = await renderPage(file, at + 1, 72);
    for (const note of page.notes) {
      for (const { left, right, bottom, top } of notePlace(note, { ...page.part.sheet, band }).rects) {
        // Before the type area, where lines begin in 竖排, behind their ends in 横排.
        if (direction === 'vertical') expect(bottom).toBeGreaterThan(geometry.height - geometry.marginTop);
        else expect(left).toBeGreaterThan(geometry.marginStart + page.layout.inlineSize * geometry.body);
        let darkest = 255;
        for (let y = geometry.height - top; y < geometry.height - bottom; y++) {
          for (let x = left; x < right; x++) {
            const [, green] = painted.pixel(Math.floor(x), Math.floor(y));
            darkest = Math.min(darkest, green);
          }
        }
        expect(darkest, `note ${note.number}`).toBeLessThan(200);
      }
    }
  });
});

const reference = z.object({ num: z.int(), gen: z.int() });
const outlineSchema = z.array(
  z.object({
    title: z.string(),
    dest: z.tuple([reference]).rest(z.unknown()),
    items: z.array(z.object({ title: z.string() })),
  }),
);

it('has one sheet for each printed page, in the order of the issue', async () => {
  const paper = eightPageIssue();
  const { pages } = await planned({ issue: paper, paper: 'A4', layout: 'newspaper' });
  const printed = pages.map(({ layout }) => [...new Set(layout.frames.map(({ articleId }) => articleId))]);
  expect(printed.map((ids) => [...ids].sort())).toEqual(
    paper.pages.map(({ articleIds }) => [...articleIds].sort()),
  );
});
