// Points 1, 4, 22 and 36 to 40 of the acceptance list: articles on pages.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCompositor, setBody } from '../../../src-core/typesetting/galley';
import { layoutIssue } from '../../../src-core/typesetting/layout-issue';
import type { Frame, IssueLayout, PageLayout } from '../../../src-core/typesetting/model';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { readingText } from '../../../src-core/typesetting/reading-text';
import { balanceTiers, chooseTiers, fillTiers } from '../../../src-core/typesetting/tiers';
import { buildArticle, buildIssue, type ArticleParts } from '../../builders/issue';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { sampleIssue } from '../../builders/sample-issue';

const scrolled: PageSpec = {
  direction: 'vertical',
  inlineSize: 38,
  blockSize: Infinity,
  linePitch: 1.5,
  tierGap: 1,
  measure: { min: 13, max: 22 },
  style: defaultStyle,
};
const paper: PageSpec = { ...scrolled, inlineSize: 78, blockSize: 54 };

const sentence = '海边的渔港今年入冬以来十分忙碌，全年捕捞量比上年增长不少。';

function report(paragraphs: number, headline = '渔港灯火彻夜明'): ArticleParts {
  return {
    parts: [
      ['headline', headline],
      ...Array.from({ length: paragraphs }, () => ['paragraph', sentence.repeat(4)] as const),
    ],
  };
}

function layout(articles: readonly ArticleParts[], spec: PageSpec): IssueLayout {
  return layoutIssue(buildIssue(articles), spec, plainLatinMetrics);
}

function framesOf(page: PageLayout | undefined, role: Frame['role']): readonly Frame[] {
  return page?.frames.filter((frame) => frame.role === role) ?? [];
}

describe.each(['vertical', 'horizontal'] as const)(
  'point 1: the order of lines and tiers, %s',
  (direction) => {
    test('lines follow along the block axis, tiers along the inline axis', () => {
      const [page] = layout([report(3)], { ...scrolled, direction }).pages;
      const [first, second] = framesOf(page, 'body');
      const blocks = first?.lines.map((line) => line.block) ?? [];
      expect(blocks).toEqual([...blocks].sort((a, b) => a - b));
      expect(new Set(blocks).size).toBe(blocks.length);
      expect(second?.rect.inline).toBeGreaterThanOrEqual(
        (first?.rect.inline ?? 0) + (first?.rect.inlineSize ?? 0) + 1,
      );
      expect(second?.rect.block).toBe(first?.rect.block);
      expect(second?.lines[0]?.start).toBe(first?.lines.at(-1)?.end);
    });
  },
);

describe('point 4: the pitch is constant', () => {
  test('every body line stands on a row of the page', () => {
    for (const page of layoutIssue(sampleIssue(), paper, plainLatinMetrics).pages) {
      for (const frame of framesOf(page, 'body')) {
        for (const line of frame.lines) {
          const row = (frame.rect.block + line.block) / paper.linePitch;
          expect(Math.abs(row - Math.round(row))).toBeLessThan(1e-9);
          expect(line.blockSize).toBe(paper.linePitch);
        }
      }
    }
  });
});

describe('point 4: the pitch leaves room for what stands between the lines', () => {
  test.each([
    ['none', 1.25, 1.2],
    ['one-sided', 1.5, 1.49],
    ['two-sided', 1.625, 1.62],
  ] as const)('%s', (interlinear, enough, tooLittle) => {
    const issue = sampleIssue();
    expect(
      layoutIssue(issue, { ...paper, interlinear, linePitch: enough }, plainLatinMetrics).pages,
    ).not.toHaveLength(0);
    const asked = { ...paper, interlinear, linePitch: tooLittle };
    if (interlinear === 'none') expect(() => layoutIssue(issue, asked, plainLatinMetrics)).not.toThrow();
    else expect(() => layoutIssue(issue, asked, plainLatinMetrics)).toThrow(RangeError);
  });

  test('title lines do not change it', () => {
    const places = (titles: 'marks' | 'wavy') =>
      layout([report(3)], { ...paper, interlinear: 'one-sided', style: { ...defaultStyle, titles } })
        .pages.flatMap(({ frames }) => frames)
        .map(({ rect, lines }) => [rect, lines.map(({ block }) => block)]);
    expect(places('wavy')).toEqual(places('marks'));
  });
});

describe('point 22: text of the pages', () => {
  test.each([
    scrolled,
    paper,
    { ...paper, arrangement: 'page' as const },
    { ...scrolled, direction: 'horizontal' as const },
  ])('is the articles as they are, with the byline run into its paragraph', (spec) => {
    const issue = sampleIssue();
    const laid = layoutIssue(issue, spec, plainLatinMetrics);
    for (const article of issue.articles) expect(readingText(laid, article.articleId)).toBe(article.text);
    const line = laid.pages[0]?.frames.find((frame) => frame.role === 'body')?.lines[0];
    expect(new Set(line?.cells.map((cell) => cell.role))).toEqual(new Set(['byline', 'paragraph']));
  });
});

describe('points 36 and 37: widows and orphans over tiers', () => {
  const lines = setBody(createCompositor(scrolled, plainLatinMetrics), buildArticle(report(8)), 18);

  test('point 36: no tier begins with the last line of a paragraph', () => {
    for (let rows = 4; rows < 30; rows++) {
      const { tiers } = fillTiers(lines, 0, rows, 4);
      for (const tier of tiers.slice(1)) {
        const opening = lines[tier.from];
        const before = lines[tier.from - 1];
        expect(opening?.isLast === true && before?.isLast === false).toBe(false);
      }
    }
  });

  test('point 37: tiers of a page are filled before the next begins', () => {
    const { tiers, next } = fillTiers(lines, 0, 7, 3);
    expect(tiers.map((tier) => tier.rows).every((rows) => rows >= 6 && rows <= 7)).toBe(true);
    expect(tiers.map((tier) => tier.from)).toEqual([0, tiers[0]?.to, tiers[1]?.to]);
    expect(next).toBe(tiers[2]?.to);
  });

  test('tiers of a strip are alike', () => {
    for (let count = 2; count <= 5; count++) {
      const rows = balanceTiers(lines, 0, count).tiers.map((tier) => tier.rows);
      expect(rows).toHaveLength(count);
      expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(2);
    }
  });

  test('a headline is never alone at the end of a page', () => {
    for (let paragraphs = 6; paragraphs < 26; paragraphs++) {
      const laid = layout([report(paragraphs), report(6, '船厂试制新艇')], paper);
      for (const page of laid.pages) {
        for (const headline of framesOf(page, 'headline')) {
          const body = framesOf(page, 'body').filter((frame) => frame.articleId === headline.articleId);
          expect(body.length).toBeGreaterThan(0);
          expect(Math.max(...body.map((frame) => frame.lines.length))).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });
});

describe('point 38: the headline block', () => {
  const [page] = layout(
    [
      {
        parts: [
          ['kicker', '入冬以来沿海见闻'],
          ['headline', '渔港灯火彻夜明'],
          ['deck', '全年捕捞比上年增长一成'],
          ['paragraph', sentence.repeat(12)],
        ],
      },
    ],
    scrolled,
  ).pages;
  const [headline] = framesOf(page, 'headline');
  const bodies = framesOf(page, 'body');

  test('takes whole rows over all tiers, and the body after it is on the grid', () => {
    expect((headline?.rect.blockSize ?? NaN) % scrolled.linePitch).toBeCloseTo(0);
    expect(bodies[0]?.rect.block).toBe(headline?.rect.blockSize);
    const end = (bodies.at(-1)?.rect.inline ?? 0) + (bodies.at(-1)?.rect.inlineSize ?? 0);
    expect(headline?.rect).toMatchObject({ inline: 0, block: 0 });
    expect(headline?.rect.inlineSize).toBeCloseTo(end);
  });

  test('sets kicker and deck smaller, before and after the headline, none over another', () => {
    const lines = headline?.lines ?? [];
    expect(lines.map((line) => line.face)).toEqual(['song-bold', 'hei-bold', 'song-bold']);
    expect(lines[0]?.size).toBeLessThan(lines[1]?.size ?? 0);
    expect(lines[0]?.size).toBe(lines[2]?.size);
    lines.slice(1).forEach((line, at) => {
      const before = lines[at];
      expect(line.block).toBeGreaterThanOrEqual((before?.block ?? NaN) + (before?.blockSize ?? NaN));
    });
  });

  test('breaks a long headline into lines of like length, at a mark or space and not within a word', () => {
    const lines = layout(
      [
        {
          parts: [
            ['headline', '渔港灯火彻夜明亮照四方 三千渔船归航忙'],
            ['paragraph', sentence.repeat(9)],
          ],
        },
      ],
      scrolled,
    ).pages[0]?.frames[0]?.lines;
    expect(lines?.map((line) => line.cells.map((cell) => cell.text).join(''))).toEqual([
      '渔港灯火彻夜明亮照四方 ',
      '三千渔船归航忙',
    ]);
  });

  test('the lead has the largest headline', () => {
    const sizes = layout([report(2), report(9), report(2)], scrolled)
      .pages[0]?.frames.filter((frame) => frame.role === 'headline')
      .map((frame) => frame.lines[0]?.size ?? 0);
    expect(sizes?.[0]).toBeGreaterThan(Math.max(...(sizes?.slice(1) ?? [])));
  });
});

describe('point 39: the arithmetic of tiers', () => {
  test('n basic columns of 13 characters take n·13 + (n−1) em', () => {
    for (let count = 1; count <= 8; count++) {
      const inlineSize = count * 13 + (count - 1);
      expect(chooseTiers({ ...scrolled, inlineSize, measure: { min: 13, max: 13 } })).toEqual({
        count,
        measure: 13,
        gap: count === 1 ? 0 : 1,
      });
    }
  });

  test('tiers of whole characters never exceed the page, and what is left goes to the gaps', () => {
    for (let inlineSize = 12; inlineSize <= 140; inlineSize += 0.7) {
      const { count, measure, gap } = chooseTiers({ ...scrolled, inlineSize });
      expect(Number.isInteger(measure)).toBe(true);
      expect(count * measure + (count - 1) * gap).toBeLessThanOrEqual(inlineSize + 1e-9);
      if (count > 1) expect(gap).toBeGreaterThanOrEqual(scrolled.tierGap);
    }
  });

  test('of n basic columns, parted into k, each has whole characters and what is left goes to the gutters, with a rule in the middle of each', () => {
    const columns = fc.record({
      basic: fc.integer({ min: 2, max: 8 }),
      parts: fc.integer({ min: 2, max: 6 }),
      paragraphs: fc.integer({ min: 3, max: 9 }),
      direction: fc.constantFrom('vertical' as const, 'horizontal' as const),
    });
    fc.assert(
      fc.property(columns, ({ basic, parts, paragraphs, direction }) => {
        const inlineSize = basic * 13 + (basic - 1);
        const measure = Math.floor((inlineSize - (parts - 1)) / parts);
        fc.pre(measure >= 7);
        const spec = { ...scrolled, direction, inlineSize, measure: { min: measure, max: measure } };
        const grid = chooseTiers(spec);
        expect(grid.measure).toBe(measure);
        expect(grid.count * measure + (grid.count - 1) * grid.gap).toBeLessThanOrEqual(inlineSize + 1e-9);
        if (grid.count === parts)
          expect(grid.gap).toBeCloseTo((inlineSize - parts * measure) / (parts - 1), 9);
        const [page] = layout([report(paragraphs)], spec).pages;
        const bodies = framesOf(page, 'body');
        const rules = (page?.rules ?? []).filter(({ kind }) => kind === 'tier').map(({ rect }) => rect);
        expect(rules).toHaveLength(bodies.length - 1);
        const longest = Math.max(...bodies.map(({ rect }) => rect.blockSize));
        rules.forEach((rule, at) => {
          const [before, after] = [bodies[at]?.rect, bodies[at + 1]?.rect];
          const middle = ((before?.inline ?? NaN) + measure + (after?.inline ?? NaN)) / 2;
          expect(rule.inline + rule.inlineSize / 2).toBeCloseTo(middle, 9);
          expect(rule.blockSize).toBeLessThan(longest);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('a tier rule stands in the middle of its gap and is shorter than the tiers', () => {
    const [page] = layout([report(5)], scrolled).pages;
    const [first, second] = framesOf(page, 'body');
    const rule = page?.rules.find(({ kind }) => kind === 'tier')?.rect;
    const middle =
      ((first?.rect.inline ?? 0) + (first?.rect.inlineSize ?? 0) + (second?.rect.inline ?? 0)) / 2;
    expect((rule?.inline ?? NaN) + (rule?.inlineSize ?? NaN) / 2).toBeCloseTo(middle);
    expect(rule?.blockSize).toBeLessThan(first?.rect.blockSize ?? 0);
  });

  test('a box is whole rows thick and holds its text', () => {
    const [page] = layoutIssue(sampleIssue(), scrolled, plainLatinMetrics).pages;
    const boxes = page?.rules.filter(({ kind }) => kind === 'box') ?? [];
    expect(boxes).toHaveLength(2);
    for (const { rect } of boxes) expect(rect.blockSize % scrolled.linePitch).toBeCloseTo(0);
    for (const frame of framesOf(page, 'notice')) {
      const around = boxes.find(
        ({ rect }) =>
          rect.inline < frame.rect.inline &&
          rect.inline + rect.inlineSize > frame.rect.inline + frame.rect.inlineSize &&
          rect.block < frame.rect.block &&
          rect.block + rect.blockSize > frame.rect.block + frame.rect.blockSize,
      );
      expect(around).toBeDefined();
    }
  });

  test("a notice's issuer and date stand at the line end", () => {
    const frame = framesOf(layoutIssue(sampleIssue(), scrolled, plainLatinMetrics).pages[0], 'notice')[0];
    for (const line of frame?.lines.slice(-2) ?? []) {
      expect(['issuer', 'date']).toContain(line.cells[0]?.role);
      expect(line.inline + (line.cells.at(-1)?.boxEnd ?? 0)).toBeCloseTo((frame?.rect.inlineSize ?? 0) - 1);
    }
  });
});
