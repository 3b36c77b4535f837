// The automatic 版面: order, length and weight place the articles, and those that keep a place stay in it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Placement } from '../../../src-core/publication/placement';
import { inOrderOfWeight, placedArticle, withPlaced } from '../../../src-core/publication/placement';
import { articleIdSchema } from '../../../src-core/publication/issue';
import { changeMakeUp, type MakeUpChange } from '../../../src-core/typesetting/make-up';
import { layoutIssue } from '../../../src-core/typesetting/layout-issue';
import type { IssueLayout } from '../../../src-core/typesetting/model';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { readingText } from '../../../src-core/typesetting/reading-text';
import { buildIssue } from '../../builders/issue';
import { eightPageIssue } from '../../builders/eight-page-issue';
import { plainLatinMetrics } from '../../builders/latin-metrics';

const spec: PageSpec = {
  direction: 'vertical',
  inlineSize: 84,
  blockSize: 120,
  linePitch: 1.5,
  tierGap: 2,
  measure: { min: 12, max: 20 },
  style: defaultStyle,
  arrangement: 'page',
  order: 'placed',
};

const sentence = '海边的渔港今年入冬以来十分忙碌，全年捕捞量比上年增长不少。';
const issue = buildIssue(
  [8, 6, 9, 4, 7].map((count, at) => ({
    parts: [
      ['headline', `渔港新事之${'一二三四五'[at] ?? ''}`],
      ['paragraph', sentence.repeat(count)],
    ],
  })),
);

function laidOut(placement: Placement, asked: PageSpec = spec): IssueLayout {
  return layoutIssue({ ...issue, placement }, asked, plainLatinMetrics);
}

function order(layout: IssueLayout): readonly string[] {
  return [...new Set(layout.pages.flatMap(({ frames }) => frames.map(({ articleId }) => articleId)))];
}

function headlineSize(layout: IssueLayout, id: string): number {
  const frame = layout.pages
    .flatMap(({ frames }) => frames)
    .find(({ articleId, role }) => articleId === id && role === 'headline');
  return frame?.lines[0]?.size ?? NaN;
}

describe('a change of the make-up', () => {
  const a2 = articleIdSchema.parse('a2');
  const changed = (change: MakeUpChange, placement: Placement = []): Placement | null =>
    changeMakeUp({ ...issue, placement }, a2, change);

  test('puts an article in a place, where it stays', () => {
    expect(changed({ place: 4 })).toEqual([{ articleId: 'a2', weight: 0, place: 4 }]);
    expect(order(laidOut(changed({ place: 4 }) ?? []))).toEqual(['a1', 'a3', 'a4', 'a2', 'a5']);
    expect(changed('earlier')).toEqual([{ articleId: 'a2', weight: 0, place: 1 }]);
    expect(changed('later', [{ articleId: 'a2', weight: 0, place: 4 }])).toEqual([
      { articleId: 'a2', weight: 0, place: 5 },
    ]);
  });

  test('is none where the article is there already, or no place is there', () => {
    expect(changed({ place: 2 })).toBeNull();
    expect(changed({ place: 6 })).toBeNull();
    expect(changed('earlier', [{ articleId: 'a2', weight: 0, place: 1 }])).toBeNull();
  });

  test('gives a weight outright, within what can be given', () => {
    expect(changed({ weight: 2 })).toEqual([{ articleId: 'a2', weight: 2 }]);
    expect(changed({ weight: 9 })).toEqual([{ articleId: 'a2', weight: 3 }]);
    expect(changed({ weight: 0 }, [{ articleId: 'a2', weight: 2 }])).toEqual([]);
    expect(changed({ weight: 0 })).toBeNull();
  });
});

describe('weight and place', () => {
  test('without any, the articles stand as they are printed, the first as the lead', () => {
    const layout = laidOut([]);
    expect(order(layout)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    expect(layout.pages[0]?.frames[0]).toMatchObject({ articleId: 'a1', rect: { inline: 0, block: 0 } });
  });

  test('a heavier article stands before the others, as the lead, under a larger headline', () => {
    const layout = laidOut([{ articleId: 'a4', weight: 1 }]);
    expect(order(layout)).toEqual(['a4', 'a1', 'a2', 'a3', 'a5']);
    expect(layout.pages[0]?.frames[0]).toMatchObject({ articleId: 'a4', rect: { inline: 0, block: 0 } });
    expect(headlineSize(layout, 'a4')).toBeGreaterThan(headlineSize(laidOut([]), 'a4'));
  });

  test('a lighter one stands behind the others, under a smaller headline', () => {
    const layout = laidOut([{ articleId: 'a1', weight: -1 }]);
    expect(order(layout)).toEqual(['a2', 'a3', 'a4', 'a5', 'a1']);
    expect(headlineSize(layout, 'a1')).toBeLessThan(headlineSize(layout, 'a2'));
  });

  test('one that keeps its place stays in it, whatever the others weigh', () => {
    expect(
      order(
        laidOut([
          { articleId: 'a2', weight: 0, place: 2 },
          { articleId: 'a5', weight: 2 },
          { articleId: 'a3', weight: 1 },
        ]),
      ),
    ).toEqual(['a5', 'a2', 'a3', 'a1', 'a4']);
  });

  test('text that is read in order is not put in another', () => {
    const { order: _order, ...printed } = spec;
    expect(order(laidOut([{ articleId: 'a4', weight: 3 }], printed))).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
  });

  test('move no article to another printed page', () => {
    const whole = eightPageIssue();
    const placement = whole.articles.map(({ articleId }, at) => ({ articleId, weight: (at % 7) - 3 }));
    const pageOf = new Map(
      whole.pages.flatMap(({ articleIds }, page) => articleIds.map((id) => [id, page] as const)),
    );
    const { arrangement: _arrangement, ...strips } = spec;
    const layout = layoutIssue({ ...whole, placement }, strips, plainLatinMetrics);
    const pages = layout.pages.flatMap(({ frames }) =>
      frames.map(({ articleId }) => pageOf.get(articleId) ?? -1),
    );
    expect(pages).toEqual([...pages].sort((one, other) => one - other));
  });
});

test('any weights and places give every article once, the same at every run', () => {
  const decisions = fc.array(
    fc.record({
      articleId: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5'),
      weight: fc.integer({ min: -3, max: 3 }),
      place: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(decisions, (all) => {
      const placement = all.reduce<Placement>((made, decision) => withPlaced(made, decision), []);
      const layout = laidOut(placement);
      expect([...order(layout)].sort()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
      for (const { articleId, text } of issue.articles) expect(readingText(layout, articleId)).toBe(text);
      expect(laidOut(placement)).toEqual(layout);
    }),
    { numRuns: 25 },
  );
});

describe('decisions', () => {
  test('that say nothing are left out', () => {
    const heavier = withPlaced(undefined, { articleId: 'a1', weight: 1 });
    expect(withPlaced(heavier, { articleId: 'a1', weight: 0 })).toEqual([]);
    expect(placedArticle(heavier, 'a2')).toEqual({ articleId: 'a2', weight: 0 });
  });

  test('a place beyond the last is the last', () => {
    const pieces = inOrderOfWeight(['一', '二', '三'], (piece) =>
      piece === '一' ? { weight: 0, place: 9 } : { weight: 0 },
    );
    expect(pieces).toEqual(['二', '三', '一']);
  });
});
