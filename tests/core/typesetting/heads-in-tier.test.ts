// Headlines that stand within the first tier of their text, where paper cannot have them over several: the text goes on
// below them, and in the other tiers beside them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleId, Issue } from '../../../src-core/publication/issue';
import { layoutIssue } from '../../../src-core/typesetting/layout-issue';
import type { Frame, IssueLayout, Rect } from '../../../src-core/typesetting/model';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { buildIssue, type ArticleParts } from '../../builders/issue';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { paragraphText } from './arbitrary-text';

const broadsheet: PageSpec = {
  direction: 'vertical',
  inlineSize: 112,
  blockSize: 80,
  linePitch: 1.5,
  tierGap: 2,
  measure: { min: 13, max: 22 },
  style: defaultStyle,
  arrangement: 'page',
};

const sentence = '海边的渔港今年入冬以来十分忙碌，全年捕捞量比上年增长不少。';
const reports: readonly ArticleParts[] = [24, 16, 12, 9].map((sentences, at) => ({
  parts: [
    ['kicker', '渔港年终报道'],
    ['headline', `渔港新事之${'一二三四'[at] ?? ''}`],
    ['paragraph', sentence.repeat(sentences)],
  ],
}));

function framesOf({ pages }: IssueLayout, id: string): readonly Frame[] {
  return pages.flatMap(({ frames }) => frames.filter(({ articleId }) => articleId === id));
}

function withHeads(issue: Issue, kept: readonly number[], spec: Partial<PageSpec> = {}): IssueLayout {
  const headsInTier = new Set<ArticleId>(kept.flatMap((at) => issue.articles[at]?.articleId ?? []));
  return layoutIssue(issue, { ...broadsheet, ...spec, headsInTier }, plainLatinMetrics);
}

describe('a headline within its tier', () => {
  const issue = buildIssue(reports);
  const layout = withHeads(issue, [1]);

  test('stands at the head of the first, the text below it and in the others beside it', () => {
    const [headline, first, ...others] = framesOf(layout, 'a2');
    if (headline === undefined || first === undefined) throw new Error('the article has no frames');
    expect(headline.role).toBe('headline');
    expect(others.length).toBeGreaterThan(0);
    expect(headline.rect.inlineSize).toBeCloseTo(first.rect.inlineSize, 9);
    expect(first.rect.inline).toBeCloseTo(headline.rect.inline, 9);
    expect(first.rect.block).toBeCloseTo(headline.rect.block + headline.rect.blockSize, 9);
    for (const { rect } of others) expect(rect.block).toBeCloseTo(headline.rect.block, 9);
    // The tiers are alike in length, that of the headline with it.
    const ends = [first, ...others].map(({ rect }) => rect.block + rect.blockSize);
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(3 * broadsheet.linePitch);
  });

  test('leaves those of other articles over all their tiers', () => {
    const inSeveral = ['a1', 'a3', 'a4'].map((id) => framesOf(layout, id)).filter(({ length }) => length > 2);
    expect(inSeveral.length).toBeGreaterThan(0);
    for (const [headline, first] of inSeveral) {
      expect(headline?.rect.inlineSize).toBeGreaterThan(1.5 * (first?.rect.inlineSize ?? NaN));
    }
  });
});

const anyReports = fc.array(
  fc.record({
    headline: paragraphText.map((text) => text.slice(0, 24)),
    body: fc.array(paragraphText, { minLength: 1, maxLength: 9 }),
    isNotice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

test('whatever headlines stand so, every character stands once, on the page, over no other', () => {
  const property = fc.property(
    anyReports,
    fc.constantFrom('vertical' as const, 'horizontal' as const),
    fc.array(fc.nat(5)),
    fc.constantFrom(80, 24),
    (articles, direction, kept, blockSize) => {
      const issue = buildIssue(
        articles.map(({ headline, body, isNotice }) => ({
          type: isNotice ? 'notice' : 'article',
          parts: [['headline', headline], ...body.map((text) => ['paragraph', text] as const)],
        })),
      );
      const { pages } = withHeads(issue, kept, { direction, blockSize });
      for (const { articleId, text } of issue.articles) {
        const cells = framesOf({ direction, pages }, articleId).flatMap(({ lines }) =>
          lines.flatMap((line) => line.cells),
        );
        const read = cells.map(({ text: own }) => own).join('');
        expect(read.replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }
      for (const { frames } of pages) {
        const rects = frames.map(({ rect }) => rect);
        rects.forEach((rect, at) => {
          expect(rects.slice(at + 1).filter((other) => meet(rect, other))).toEqual([]);
          expect(rect.inline + rect.inlineSize).toBeLessThanOrEqual(broadsheet.inlineSize + 1e-9);
          expect(rect.block + rect.blockSize).toBeLessThanOrEqual(blockSize + 1e-9);
        });
      }
    },
  );
  fc.assert(property, { numRuns: 25 });
});

function meet(one: Rect, other: Rect): boolean {
  const least = 1e-6;
  return (
    one.inline < other.inline + other.inlineSize - least &&
    other.inline < one.inline + one.inlineSize - least &&
    one.block < other.block + other.blockSize - least &&
    other.block < one.block + one.blockSize - least
  );
}
