// Point 40 of the acceptance list: masthead 报头, 报眼, and the running head of every page, outside the flow of articles.
import { describe, expect, test } from 'vitest';
import { issueSchema, type Issue } from '../../../src-core/publication/issue';
import { runningHead } from '../../../src-core/typesetting/furniture';
import { layoutIssue } from '../../../src-core/typesetting/layout-issue';
import type { Furniture, PageLayout, Rect } from '../../../src-core/typesetting/model';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { readingText } from '../../../src-core/typesetting/reading-text';
import { buildIssue } from '../../builders/issue';
import { eightPageIssue } from '../../builders/eight-page-issue';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { sampleIssue } from '../../builders/sample-issue';

const directions = ['vertical', 'horizontal'] as const;
const paper: PageSpec = {
  direction: 'vertical',
  inlineSize: 84,
  blockSize: 96,
  linePitch: 1.5,
  tierGap: 2,
  measure: { min: 12, max: 20 },
  style: defaultStyle,
  arrangement: 'page',
  masthead: true,
};

function pageOf(issue: Issue, spec: Partial<PageSpec> = {}): PageLayout {
  const [page] = layoutIssue(issue, { ...paper, ...spec }, plainLatinMetrics).pages;
  if (page === undefined) throw new Error('the layout has no page');
  return page;
}

function ofKind({ furniture }: PageLayout, kind: Furniture['kind']): readonly Furniture[] {
  return furniture.filter((piece) => piece.kind === kind);
}

/** In 竖排 a character each: put together again. */
function words(pieces: readonly Furniture[]): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .replaceAll('　', '');
}

function overlap(one: Rect, other: Rect): boolean {
  const least = 1e-6;
  return (
    one.inline + one.inlineSize > other.inline + least &&
    other.inline + other.inlineSize > one.inline + least &&
    one.block + one.blockSize > other.block + least &&
    other.block + other.blockSize > one.block + least
  );
}

describe.each(directions)('point 40: the masthead, %s', (direction) => {
  const issue = { ...eightPageIssue(), issueNumber: '12345' };
  const page = pageOf(issue, { direction, printedPage: 0 });
  const masthead = ofKind(page, 'masthead');

  test('says name, day, number of the issue and how many pages it has', () => {
    expect(words(masthead)).toContain('海城日报');
    expect(words(masthead)).toContain(
      direction === 'vertical' ? '二〇二六年三月五日星期四' : '2026年3月5日星期四',
    );
    expect(words(masthead)).toContain(direction === 'vertical' ? '第一二三四五期' : '第12345期');
    expect(words(masthead)).toContain(direction === 'vertical' ? '今日八版' : '今日8版');
  });

  test('stands where reading starts, within the type area, and the lead next to it', () => {
    const box = page.rules.find(({ kind }) => kind === 'box')?.rect;
    expect(box).toMatchObject({ inline: 0, block: 0 });
    for (const { rect } of masthead) {
      expect(rect.inline).toBeGreaterThanOrEqual(0);
      expect(rect.block).toBeGreaterThanOrEqual(0);
      expect(rect.inline + rect.inlineSize).toBeLessThanOrEqual(paper.inlineSize);
      expect(rect.block + rect.blockSize).toBeLessThanOrEqual(paper.blockSize);
    }
    expect(page.frames[0]?.articleId).toBe('p1-1');
  });

  test('has the 报眼 beside it, with what stands on the other pages', () => {
    expect(words(masthead)).toContain('本期要目');
    const boxes = page.rules.filter(({ kind }) => kind === 'box').map(({ rect }) => rect);
    expect(boxes.slice(0, 2).some((one, at) => boxes.slice(at + 1, 2).some((two) => overlap(one, two)))).toBe(
      false,
    );
  });

  test('lies over no article, and no article lies over it', () => {
    const boxes = page.rules.filter(({ kind }) => kind === 'box').map(({ rect }) => rect);
    const own = boxes.filter((box) => masthead.some(({ rect }) => overlap(box, rect)));
    expect(own.length).toBeGreaterThanOrEqual(1);
    for (const { rect } of page.frames) for (const box of own) expect(overlap(rect, box)).toBe(false);
  });

  test('is in no article: the text of the page is that of its articles', () => {
    const laid = layoutIssue(issue, { ...paper, direction, printedPage: 0 }, plainLatinMetrics);
    const ids = new Set<string>(issue.pages[0]?.articleIds);
    for (const article of issue.articles.filter(({ articleId }) => ids.has(articleId))) {
      expect(readingText(laid, article.articleId)).toBe(article.text);
    }
  });
});

test.each(directions)(
  'point 40: the lead stands by the masthead and leaves no hole below it, %s',
  (direction) => {
    const page = pageOf(sampleIssue(), { direction, inlineSize: 106, blockSize: 76.5 });
    const masthead = ofKind(page, 'masthead').map(({ rect }) => rect);
    const lead = page.frames[0]?.articleId;
    const [headline, ...text] = page.frames.filter(({ articleId }) => articleId === lead);
    const end = Math.max(...masthead.map(({ block, blockSize }) => block + blockSize));
    expect(masthead.length).toBeGreaterThan(0);
    expect(headline?.role).toBe('headline');
    expect(headline?.rect.block).toBe(0);
    const below = text.filter(({ rect }) => rect.inline === 0);
    expect(below).toHaveLength(1);
    expect(below[0]?.rect.block).toBeGreaterThan(end);
    expect(below[0]?.rect.block).toBeLessThan(end + 8);
  },
);

describe('point 40: an issue without a masthead', () => {
  test.each([
    ['a page that is not the first of its paper', { number: '3' }, '晨报'],
    ['one whose name is not known', { number: '1' }, undefined],
  ] as const)('%s', (_what, about, publication) => {
    const sample = sampleIssue();
    const { publication: _name, ...rest } = sample;
    const issue = issueSchema.parse({
      ...rest,
      ...(publication === undefined ? {} : { publication }),
      pages: sample.pages.map((page) => ({ ...page, ...about })),
    });
    expect(ofKind(pageOf(issue), 'masthead')).toEqual([]);
  });

  test('the other pages of one that has it', () => {
    expect(ofKind(pageOf(eightPageIssue(), { printedPage: 1, sheetsBefore: 1 }), 'masthead')).toEqual([]);
  });

  test('a scrolled page has no furniture, and the lead begins at the origin', () => {
    const page = pageOf(sampleIssue(), { blockSize: Infinity, arrangement: 'strips' });
    expect(page.furniture).toEqual([]);
    expect(page.frames[0]).toMatchObject({ articleId: 'a1', rect: { inline: 0, block: 0 } });
  });
});

describe.each(directions)('point 40: the running head, %s', (direction) => {
  test('says paper, day, 版次, 版名, 责任编辑 and sheet, outside the type area', () => {
    const issue = eightPageIssue();
    const edited = issueSchema.parse({
      ...issue,
      pages: issue.pages.map((page) => ({ ...page, editors: ['责任编辑：孙三'] })),
    });
    const page = pageOf(edited, { direction, printedPage: 2, sheetsBefore: 2 });
    const running = ofKind(page, 'running');
    expect(running.map(({ text }) => text)).toEqual([
      '海城日报　2026年3月5日　星期四',
      '责任编辑：孙三',
      '第3版　经济',
    ]);
    for (const { rect } of running) {
      expect(
        direction === 'vertical' ? rect.inline + rect.inlineSize : rect.block + rect.blockSize,
      ).toBeLessThan(0);
    }
  });

  test('leaves the name and the day to the masthead, where there is one', () => {
    const page = pageOf(eightPageIssue(), { direction, printedPage: 0 });
    expect(ofKind(page, 'running').map(({ text }) => text)).toEqual(['第1版　要闻']);
  });

  test('numbers the sheets where they are not the printed pages', () => {
    const page = pageOf(eightPageIssue(), { direction, arrangement: 'strips', masthead: false });
    expect(ofKind(page, 'running').map(({ text }) => text)).toEqual([
      '海城日报　2026年3月5日　星期四',
      '第1版　要闻',
      '第1页',
    ]);
  });

  test('is shortened where its parts would stand over each other', () => {
    const [page] = eightPageIssue().pages;
    for (const inlineSize of [24, 36, 60]) {
      const issue: Issue = {
        ...eightPageIssue(),
        publication: '以高质量生态环境增强人民群众获得感幸福感安全感'.repeat(2),
        pages: [{ ...page, number: '1', name: '要闻', articleIds: page?.articleIds ?? [] }],
      };
      const spec = { ...paper, direction, arrangement: 'strips' as const, inlineSize, blockSize: inlineSize };
      const running = runningHead(issue, spec, {
        sheet: 11,
        articleId: page?.articleIds[0] ?? null,
        hasMasthead: false,
      });
      const ends = running.map(({ rect }) =>
        direction === 'vertical'
          ? [rect.block, rect.block + rect.blockSize]
          : [rect.inline, rect.inline + rect.inlineSize],
      );
      expect(running.at(-1)?.text).toBe('第12页');
      for (const [at, [start = NaN]] of ends.entries()) {
        expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : (ends[at - 1]?.[1] ?? NaN) + 0.9);
      }
    }
  });

  test('moves the middle before it leaves a word out, and leaves the weekday out before it cuts one', () => {
    const printed = { number: '1', name: '要闻', editors: ['责任编辑 陈力 版式设计 吴芳'] };
    const sample = sampleIssue();
    const issue = {
      ...sample,
      publication: '海城日报',
      date: '2026-03-05',
      pages: [{ ...printed, articleIds: sample.pages[0]?.articleIds ?? [] }],
    };
    const said = (across: number): readonly string[] => {
      const spec = {
        ...paper,
        direction,
        arrangement: 'strips' as const,
        inlineSize: across,
        blockSize: across,
      };
      const articleId = issue.pages[0]?.articleIds[0] ?? null;
      return runningHead(issue, spec, { sheet: 0, articleId, hasMasthead: false }).map(({ text }) => text);
    };
    const middle = '第1版　要闻　责任编辑 陈力 版式设计 吴芳';
    expect(said(60)).toEqual(['海城日报　2026年3月5日　星期四', middle, '第1页']);
    expect(said(37)).toEqual(['海城日报　2026年3月5日　星期四', middle, '第1页']);
    expect(said(35)).toEqual(['海城日报　2026年3月5日', middle, '第1页']);
  });

  test('leaves out what the issue does not say', () => {
    const issue = buildIssue([{ parts: [['paragraph', '海边的渔港。']] }]);
    expect(ofKind(pageOf(issue, { direction }), 'running').map(({ text }) => text)).toEqual(['第1页']);
  });
});

describe.each(directions)('an article that goes on, on another page, %s', (direction) => {
  const paragraph = '海边的渔港今年入冬以来十分忙碌，全年捕捞量比上年增长不少。'.repeat(6);
  const issue = buildIssue([
    { parts: [['headline', '长文'], ...Array.from({ length: 60 }, () => ['paragraph', paragraph] as const)] },
  ]);
  const laid = layoutIssue(issue, { ...paper, direction }, plainLatinMetrics);

  test('says so at its end and at the head of the next, in no text', () => {
    expect(laid.pages.length).toBeGreaterThan(1);
    const said = laid.pages.map((page) => words(ofKind(page, 'jump')));
    expect(said[0]).toBe(direction === 'vertical' ? '下转第二页' : '下转第2页');
    expect(said[1]).toContain(direction === 'vertical' ? '上接第一页' : '上接第1页');
    expect(said.at(-1)).not.toContain('下转');
    expect(readingText(laid, issue.articles[0]?.articleId ?? expect.fail('no article'))).toBe(
      issue.articles[0]?.text,
    );
  });

  test('keeps the row of that line free', () => {
    for (const page of laid.pages) {
      for (const { rect } of ofKind(page, 'jump')) {
        for (const frame of page.frames) expect(overlap(rect, frame.rect)).toBe(false);
        expect(rect.block + rect.blockSize).toBeLessThanOrEqual(paper.blockSize + 1e-9);
      }
    }
  });
});
