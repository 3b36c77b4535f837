// A handout of a hundred excerpts as PDF, as other programs read it: every excerpt and its citation, in order, equal to
// its source.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHandout, type Handout } from '../../../../src-core/study/handout';
import type { Issue } from '../../../../src-core/publication/issue';
import { plainHandout } from '../../../../src-core/study/handout-templates';
import type { Excerpt } from '../../../../src-core/study/study-day';
import { handoutDocument } from '../../../../src-main/export/handout/handout-pdf';
import { handoutPdf, writeHandout } from '../../../../src-main/export/handout/write-handout';
import { sampleIssue } from '../../../builders/sample-issue';
import { excerptOf, headingOf, studyDay } from '../../../builders/study-day';
import { extractors, withoutWhiteSpace } from '../../../extract/extract-text';
import { runTool } from '../../../extract/run-tool';
import { fontsFolder, makeFolder } from '../exporting';

const issue = sampleIssue();

/** Excerpts from all over an issue, each of other words. */
function excerptsOf(source: Issue, count: number): readonly Excerpt[] {
  const places = source.articles.flatMap(({ text, blocks }) =>
    blocks
      .filter(({ role }) => role === 'paragraph')
      .flatMap(({ start, end }) =>
        Array.from({ length: Math.floor((end - start) / 25) }, (_, index) =>
          text.slice(start + index * 25, start + index * 25 + 25),
        ),
      ),
  );
  return places.slice(0, count).map((words, index) =>
    excerptOf(source, words, {
      materialId: `m${index}`,
      tags: [`标签${index % 7}`],
      questions: index % 10 === 0 ? ['怎样理解这段话？'] : [],
      blankLines: index % 25 === 0 ? 2 : 0,
    }),
  );
}

function handoutOfHundred(): Handout {
  const excerpts = excerptsOf(issue, 100);
  const day = studyDay({
    ordinal: 5,
    theme: '深入学习《习近平谈治国理政》第四卷，迎接党的二十大',
    materials: [
      headingOf('一、发展', 'h1'),
      ...excerpts.slice(0, 50),
      headingOf('二、巡察', 'h2'),
      ...excerpts.slice(50),
    ],
  });
  return makeHandout(day, new Map([[issue.issueId, issue]]), {
    language: 'zh-CN',
    citation: 'gbt7714',
    leaderNotes: false,
  });
}

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

describe.each([
  ['vertical', 'A4', false],
  ['horizontal', 'A4', false],
  ['vertical', 'A3', true],
] as const)('a handout of a hundred excerpts, %s, on %s, large print %s', (direction, paper, largePrint) => {
  const handout = handoutOfHundred();
  let file: string;
  beforeAll(async () => {
    file = join(folder.path, `${direction}-${paper}.pdf`);
    const written = await writeHandout(handout, {
      ...plainHandout,
      direction,
      paper,
      largePrint,
      target: file,
      made: '2022-10-12T08:00:00.000Z',
      fontsFolder,
    });
    expect(written).toEqual({ ok: true, value: [] });
  }, 120_000);

  it.each(extractors)('holds every excerpt and its citation in order, for $name', async ({ extract }) => {
    const text = withoutWhiteSpace(await extract(file));
    const excerpts = handout.parts.filter((part) => part.kind === 'excerpt');
    expect(excerpts).toHaveLength(100);
    let from = text.indexOf('一、发展', text.indexOf('二、巡察'));
    for (const excerpt of excerpts) {
      const { number, title, passages, citation } = excerpt;
      const before = handout.parts[handout.parts.indexOf(excerpt) - 1];
      // The headline of an article stands once over the excerpts that follow each other.
      const goesOn = before?.kind === 'excerpt' && before.article === excerpt.article;
      const words = passages.flatMap(({ paragraphs }) => paragraphs);
      for (const wanted of [goesOn ? `${number}` : `${number}${title}`, ...words, citation]) {
        const at = text.indexOf(withoutWhiteSpace(wanted), from);
        expect(at, `${number} ${wanted}`).toBeGreaterThanOrEqual(from);
        from = at;
      }
    }
  });

  it('names in its contents the pages on which the excerpts begin', async () => {
    const pages = (await runTool('pdftotext', ['-enc', 'UTF-8', file, '-']))
      .toString()
      .split('\f')
      .map(withoutWhiteSpace);
    // Those of the last article are one entry, which leads to the first of them.
    const excerpts = handout.parts.filter((part) => part.kind === 'excerpt');
    const first = excerpts.findLast((excerpt, at) => excerpts[at - 1]?.article !== excerpt.article);
    const title = first?.title ?? 'none';
    const page = pages.findLastIndex((text) => text.includes(`${first?.number}${title}`)) + 1;
    expect(page).toBeGreaterThan(1);
    expect(pages.join('')).toContain(`${title}……${page}`);
  });
});

it('is set as its reader has text set: digits, marks, titles, and the face', async () => {
  const style = { region: 'CNS', prohibition: 'strict', fourDigits: 'combine', titles: 'wavy' } as const;
  const choices = { ...plainHandout, setting: { style, textFace: 'kai' } as const };
  const { lines, look } = handoutPdf(handoutOfHundred(), {
    ...choices,
    made: '2022-10-12T08:00:00.000Z',
    fontsFolder,
  });
  const document = await handoutDocument(lines, look);
  expect(document).toMatchObject({ ok: true, value: { style, textFace: 'kai' } });
}, 60_000);

describe('a booklet', () => {
  it('has two pages of half the sheet beside each other, and every excerpt', async () => {
    const file = join(folder.path, 'booklet.pdf');
    const written = await writeHandout(handoutOfHundred(), {
      ...plainHandout,
      booklet: true,
      target: file,
      made: '2022-10-12T08:00:00.000Z',
      fontsFolder,
    });
    expect(written).toEqual({ ok: true, value: [] });
    const facts = (await runTool('pdfinfo', [file])).toString();
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/u.exec(facts) ?? [];
    expect([width, height].map(Number).map(Math.round)).toEqual([839, 595]);
    const text = withoutWhiteSpace((await runTool('pdftotext', ['-enc', 'UTF-8', file, '-'])).toString());
    for (const number of [1, 50, 100]) {
      expect(text).toContain(withoutWhiteSpace(excerptWords(number)));
    }
  }, 60_000);

  function excerptWords(number: number): string {
    const excerpts = handoutOfHundred().parts.filter((part) => part.kind === 'excerpt');
    return excerpts[number - 1]?.passages[0]?.paragraphs[0] ?? 'none';
  }
});
