// How pieces share a page: short ones beside each other in the scrolled view, and the whole page of paper.
import { describe, expect, test } from 'vitest';
import { layoutIssue } from '../../../src-core/typesetting/layout-issue';
import type { PageLayout } from '../../../src-core/typesetting/model';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { buildIssue, type ArticleParts } from '../../builders/issue';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { sampleIssue } from '../../builders/sample-issue';

const broadsheet: PageSpec = {
  direction: 'vertical',
  inlineSize: 112,
  blockSize: 80,
  linePitch: 1.5,
  tierGap: 1,
  measure: { min: 13, max: 22 },
  style: defaultStyle,
  arrangement: 'page',
};

const sentence = '海边的渔港今年入冬以来十分忙碌，全年捕捞量比上年增长不少。';

test('a page goes on below so many boxes as are arranged together', () => {
  const notices = Array.from({ length: 40 }, (_, at): ArticleParts => ({
    type: 'notice',
    parts: [
      ['headline', '遗失声明'],
      ['paragraph', `${sentence}${at}`],
    ],
  }));
  const laid = layoutIssue(
    buildIssue(notices),
    { ...broadsheet, inlineSize: 150, blockSize: 150 },
    plainLatinMetrics,
  );
  expect(laid.pages).toHaveLength(1);
});

/** Reports of very different length, as a page of a county paper has. */
const reports: readonly ArticleParts[] = [30, 6, 3, 9, 4, 12, 2, 5, 7, 3].map((sentences, at) => ({
  parts: [
    ['headline', `渔港新事之${'一二三四五六七八九十'[at] ?? ''}`],
    ['paragraph', sentence.repeat(sentences)],
    ['paragraph', sentence.repeat(2)],
  ],
}));

/** The share of the type area up to its last frame that no frame or box covers. */
function white(page: PageLayout | undefined): number {
  if (page === undefined) return NaN;
  const end = Math.max(...page.frames.map(({ rect }) => rect.block + rect.blockSize));
  const covered = page.frames.reduce((sum, { rect }) => sum + rect.inlineSize * rect.blockSize, 0);
  return 1 - covered / (end * page.inlineSize);
}

describe('a page of paper', () => {
  const laid = layoutIssue(buildIssue(reports), broadsheet, plainLatinMetrics);

  test('puts the lead where reading starts and keeps the order of the articles', () => {
    const [page] = laid.pages;
    expect(page?.frames[0]).toMatchObject({
      articleId: 'a1',
      role: 'headline',
      rect: { inline: 0, block: 0 },
    });
    const order = [...new Set(laid.pages.flatMap(({ frames }) => frames.map((frame) => frame.articleId)))];
    expect(order).toEqual(reports.map((_, at) => `a${at + 1}`));
  });

  test('puts articles beside each other', () => {
    const heads = laid.pages[0]?.frames.filter(({ role }) => role === 'headline') ?? [];
    expect(new Set(heads.map(({ rect }) => rect.inline)).size).toBeGreaterThan(1);
  });

  test('is full but for gutters, rules and the white of headlines', () => {
    expect(white(laid.pages[0])).toBeLessThan(0.22);
  });

  test('gives no article a larger headline than the lead', () => {
    for (const issue of [sampleIssue(), buildIssue(reports)]) {
      for (let blockSize = 60; blockSize <= 120; blockSize += 7.5) {
        const spec = { ...broadsheet, blockSize, masthead: true };
        const [page] = layoutIssue(issue, spec, plainLatinMetrics).pages;
        const heads = page?.frames.filter(({ role }) => role === 'headline') ?? [];
        const [lead = 0, ...others] = heads.map(({ lines }) => Math.max(...lines.map(({ size }) => size)));
        expect(Math.max(0, ...others)).toBeLessThanOrEqual(lead);
      }
    }
  });

  test('comes out alike every time', () => {
    expect(layoutIssue(buildIssue(reports), broadsheet, plainLatinMetrics)).toEqual(laid);
  });

  test('keeps every frame within the page', () => {
    for (const page of laid.pages) {
      for (const { rect } of page.frames) {
        expect(rect.inline + rect.inlineSize).toBeLessThanOrEqual(broadsheet.inlineSize + 1e-9);
        expect(rect.block + rect.blockSize).toBeLessThanOrEqual(broadsheet.blockSize + 1e-9);
      }
    }
  });

  test('goes on with an article that fits no page', () => {
    const long = layoutIssue(
      buildIssue([
        {
          parts: [
            ['headline', '长文'],
            ['paragraph', sentence.repeat(400)],
          ],
        },
      ]),
      broadsheet,
      plainLatinMetrics,
    );
    expect(long.pages.length).toBeGreaterThan(1);
    const last = long.pages.flatMap(({ frames }) => frames).at(-1);
    expect(last?.lines.at(-1)?.end).toBe(3 + sentence.length * 400);
  });
});

describe('the scrolled view', () => {
  const scrolled: PageSpec = { ...broadsheet, inlineSize: 38, blockSize: Infinity, arrangement: 'strips' };

  test('gives a long article all tiers and short ones a tier each', () => {
    const [page] = layoutIssue(buildIssue(reports), scrolled, plainLatinMetrics).pages;
    const heads = page?.frames.filter(({ role }) => role === 'headline') ?? [];
    expect(heads[0]?.rect.inlineSize).toBe(38);
    expect(heads.some(({ rect }) => rect.inlineSize < 38)).toBe(true);
  });

  test('sets a label over the photo it belongs to, in one box', () => {
    const [page] = layoutIssue(sampleIssue(), scrolled, plainLatinMetrics).pages;
    const label = page?.frames.find(({ articleId }) => articleId === 'a4')?.rect;
    const caption = page?.frames.find(({ role }) => role === 'caption')?.rect;
    const boxes = (page?.rules ?? []).filter(
      ({ kind, rect }) =>
        kind === 'box' &&
        label !== undefined &&
        caption !== undefined &&
        rect.block < label.block &&
        rect.inline < label.inline &&
        rect.block + rect.blockSize > caption.block + caption.blockSize,
    );
    expect(boxes).toHaveLength(1);
    expect(label?.inline).toBe(caption?.inline);
    expect((label?.block ?? NaN) + (label?.blockSize ?? NaN)).toBe(caption?.block);
  });
});

describe('a poem', () => {
  const verse = (count: number): ArticleParts => ({
    parts: [
      ['headline', '渔港四时'],
      ['byline', '某人'],
      ...Array.from({ length: count }, (_, at) => ['verse', `第${at + 1}句渔舟唱晚归，`] as const),
    ],
  });
  const tiersOf = (count: number, direction: PageSpec['direction']): number => {
    const spec = { ...broadsheet, direction, inlineSize: 45 };
    const [page] = layoutIssue(buildIssue([verse(count)]), spec, plainLatinMetrics).pages;
    const bodies = page?.frames.filter(({ role, lines }) => role === 'body' && lines.length > 0) ?? [];
    return new Set(bodies.map(({ rect }) => rect.inline)).size;
  };

  test.each(['vertical', 'horizontal'] as const)('stands in one tier where it fits: %s', (direction) => {
    for (const count of [2, 4, 8, 16]) expect(tiersOf(count, direction), `${count} lines`).toBe(1);
  });

  test('goes on in the next tier where it is long', () => {
    expect(tiersOf(40, 'vertical')).toBeGreaterThan(1);
  });
});
