// What holds of any text: no banned mark at a line's edge, every line but the last full, every character in one cell,
// quads that cover their range and nothing else, and places that lead back to where they came from.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  articleTypeSchema,
  blockRoleSchema,
  type Article,
  type Issue,
} from '../../../src-core/publication/issue';
import { layoutIssue } from '../../../src-core/typesetting/layout-issue';
import type { Cell, IssueLayout, Rect } from '../../../src-core/typesetting/model';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { offsetToCell, pointToOffset } from '../../../src-core/typesetting/point-to-offset';
import { rangeToQuads } from '../../../src-core/typesetting/range-to-quads';
import { readingText } from '../../../src-core/typesetting/reading-text';
import { buildIssue, type Part } from '../../builders/issue';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { lineTexts, setParagraph } from '../../builders/set-paragraph';
import { paragraphText } from './arbitrary-text';

const directions = ['vertical', 'horizontal'] as const;
const notAtStart = /^[。，、：；！？」』》〉）”’·～–／]/;
const notAtEnd = /[「『《〈（“‘／]$/;

const paragraphs = fc.record({
  text: paragraphText,
  measure: fc.integer({ min: 9, max: 40 }),
  firstIndent: fc.constantFrom(0, 1, 2),
  direction: fc.constantFrom(...directions),
});

describe('a paragraph in lines', () => {
  test('has no banned mark at the edge of a line', () => {
    fc.assert(
      fc.property(paragraphs, ({ text, ...options }) => {
        const lines = setParagraph(text, options);
        lines.forEach((line, at) => {
          const words = line.cells.map((cell) => cell.text).join('');
          if (at > 0) expect(words).not.toMatch(notAtStart);
          if (!line.isLast) expect(words.trimEnd()).not.toMatch(notAtEnd);
        });
      }),
      { numRuns: 400 },
    );
  });

  test('fills its measure in every line but the last, which does not exceed it', () => {
    fc.assert(
      fc.property(paragraphs, ({ text, ...options }) => {
        for (const line of setParagraph(text, options)) {
          const end = line.cells.at(-1)?.boxEnd ?? NaN;
          const solid = line.cells.filter((cell) => cell.text.trim() !== '');
          // A figure that stands alone for what follows it may not end a line: it is not parted, and there is nothing to stretch.
          const isFigureAlone = solid.length === 1 && /^\d+$/u.test(solid[0]?.text ?? '');
          if (line.isLast || isFigureAlone) expect(end).toBeLessThan(options.measure + 1e-6);
          else expect(Math.abs(end - options.measure)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('parts no figure that a line can hold', () => {
    const digits = fc
      .integer({ min: 2, max: 9 })
      .chain((count) => fc.integer({ min: 10 ** (count - 1), max: 10 ** count - 1 }));
    const long = fc.tuple(
      fc.constantFrom('', '邮编', '0519-', 'No.', '￥', 'http://a.cn/'),
      digits,
      fc.constantFrom('', '.50', ',250', '元', '%', '，', '）', ' '),
    );
    const text = fc.array(
      fc.oneof(
        paragraphText.map((words) => words.slice(0, 9)),
        long.map((parts) => parts.join('')),
      ),
      { minLength: 2, maxLength: 12 },
    );
    const set = fc.record({
      text: text.map((parts) => parts.join('这')),
      measure: fc.integer({ min: 11, max: 30 }),
      firstIndent: fc.constantFrom(0, 2),
      direction: fc.constantFrom(...directions),
    });
    fc.assert(
      fc.property(set, ({ text: words, ...options }) => {
        const lines = lineTexts(setParagraph(words, options));
        expect(
          lines.filter((line, at) => /\d[.,]?$/u.test(line) && /^[.,]?\d/u.test(lines[at + 1] ?? '')),
        ).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('holds every code unit in one cell, in order, and no cell lies over another', () => {
    fc.assert(
      fc.property(paragraphs, ({ text, ...options }) => {
        let next = 0;
        const wrong: Cell[] = [];
        for (const line of setParagraph(text, options)) {
          let position = 0;
          for (const cell of line.cells) {
            const isNext = cell.start === next && cell.text === text.slice(cell.start, cell.end);
            const isBehind = cell.boxStart >= position - 1e-9 && cell.boxEnd >= cell.boxStart - 1e-9;
            if (!isNext || !isBehind) wrong.push(cell);
            position = cell.boxEnd;
            next = cell.end;
          }
        }
        expect(wrong).toEqual([]);
        expect(next).toBe(text.length);
      }),
      { numRuns: 400 },
    );
  });
});

const articleParts = fc.record({
  type: fc.constantFrom(
    'article' as const,
    'article' as const,
    'photo' as const,
    'notice' as const,
    'label' as const,
  ),
  headline: fc.option(
    paragraphText.map((text) => text.slice(0, 24)),
    { nil: '' },
  ),
  body: fc.array(paragraphText, { minLength: 1, maxLength: 4 }),
});

const issues = fc.array(articleParts, { minLength: 1, maxLength: 7 }).map((articles) =>
  buildIssue(
    articles.map(({ type, headline, body }) => ({
      type,
      parts: [
        ...(headline.trim() === '' ? [] : [['headline', headline] as Part]),
        ['byline', '本报讯（记者 甲 乙）'] as Part,
        ...body.map((text): Part => ['paragraph', text]),
        ['date', '2022年10月11日'] as Part,
      ],
    })),
    { publication: '报', date: '2022-10-11' },
  ),
);

const specs: fc.Arbitrary<PageSpec> = fc.record({
  direction: fc.constantFrom(...directions),
  inlineSize: fc.integer({ min: 14, max: 120 }),
  blockSize: fc.constantFrom(Infinity, Infinity, 40, 80),
  linePitch: fc.constantFrom(1.5, 1.75),
  tierGap: fc.constantFrom(1, 2),
  measure: fc.constantFrom({ min: 12, max: 22 }, { min: 13, max: 13 }),
  style: fc.constant(defaultStyle),
  arrangement: fc.constantFrom('strips' as const, 'page' as const),
});

type Laid = { readonly issue: Issue; readonly layout: IssueLayout };
const layouts: fc.Arbitrary<Laid> = fc
  .tuple(issues, specs)
  .map(([issue, spec]) => ({ issue, layout: layoutIssue(issue, spec, plainLatinMetrics) }));

const placed = fc.tuple(layouts, fc.nat(), fc.nat(), fc.nat()).map(([laid, which, from, length]) => {
  const article = laid.issue.articles[which % laid.issue.articles.length] as Article;
  const start = from % article.text.length;
  return { ...laid, article, start, end: Math.min(article.text.length, start + 1 + (length % 200)) };
});

function overlap(one: Rect, other: Rect): boolean {
  const along =
    Math.min(one.inline + one.inlineSize, other.inline + other.inlineSize) -
    Math.max(one.inline, other.inline);
  const across =
    Math.min(one.block + one.blockSize, other.block + other.blockSize) - Math.max(one.block, other.block);
  return along > 1e-6 && across > 1e-6;
}

function isCovered(quads: readonly Rect[], inline: number): boolean {
  return quads.some((quad) => inline > quad.inline - 1e-6 && inline < quad.inline + quad.inlineSize + 1e-6);
}

describe('an issue on pages', () => {
  test('reads back as its articles', () => {
    fc.assert(
      fc.property(layouts, ({ issue, layout }) => {
        for (const article of issue.articles)
          expect(readingText(layout, article.articleId)).toBe(article.text);
      }),
      { numRuns: 60 },
    );
  });

  test('has no two frames over each other, and none outside the page', () => {
    fc.assert(
      fc.property(layouts, ({ layout }) => {
        const wrong: Rect[] = [];
        for (const page of layout.pages) {
          const rects = page.frames.map((frame) => frame.rect);
          rects.forEach((rect, at) => {
            const isWithin =
              rect.inline >= -1e-6 &&
              rect.inline + rect.inlineSize <= page.inlineSize + 1e-6 &&
              rect.block >= -1e-6 &&
              rect.block + rect.blockSize <= page.blockSize + 1e-6;
            if (!isWithin || rects.slice(at + 1).some((other) => overlap(rect, other))) wrong.push(rect);
          });
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('gives quads that cover exactly the characters of their range', () => {
    fc.assert(
      fc.property(placed, ({ layout, article, start, end }) => {
        const quads = rangeToQuads(layout, article.articleId, { start, end });
        const wrong: Cell[] = [];
        layout.pages.forEach(({ frames }, page) => {
          for (const { articleId, rect, lines } of frames) {
            for (const line of articleId === article.articleId ? lines : []) {
              const block = rect.block + line.block + (line.blockSize - line.size) / 2;
              const near = quads.filter(
                (quad) =>
                  quad.page === page &&
                  Math.abs(quad.block - block) < 1e-6 &&
                  quad.inline >= rect.inline - 1e-6 &&
                  quad.inline <= rect.inline + rect.inlineSize + 1e-6,
              );
              for (const cell of line.cells.filter(({ boxStart, boxEnd }) => boxEnd > boxStart)) {
                const from = rect.inline + line.inline + cell.boxStart * line.size;
                const to = rect.inline + line.inline + cell.boxEnd * line.size;
                const isIn = cell.start >= start && cell.end <= end;
                const isOut = cell.end <= start || cell.start >= end;
                if (isIn && ![from, (from + to) / 2, to].every((at) => isCovered(near, at))) wrong.push(cell);
                if (isOut && isCovered(near, (from + to) / 2)) wrong.push(cell);
              }
            }
          }
        });
        expect(wrong).toEqual([]);
        for (const quad of quads) expect(quad.range.end).toBeGreaterThan(quad.range.start);
      }),
      { numRuns: 60 },
    );
  });

  test('leads from an offset to its cell and back', () => {
    fc.assert(
      fc.property(placed, ({ layout, article, start }) => {
        const place = offsetToCell(layout, article.articleId, start);
        if (place === null) throw new Error('the layout holds no cell of the article');
        const { cell } = place;
        if (article.text[start] === '\n') return;
        expect(cell.start <= start && start < cell.end).toBe(true);
        if (cell.boxEnd - cell.boxStart < 1e-6) return; // white dropped at a line end has no place of its own
        if (cell.stops === undefined && start !== cell.start) return; // nor has a digit within a shared cell
        expect(pointToOffset(layout, place.page, place.point)).toEqual({
          articleId: article.articleId,
          offset: start,
        });
      }),
      { numRuns: 120 },
    );
  });

  test('holds any text at any size of page', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc
        .tuple(fc.constantFrom(...'「」。—…！1aé 　·～\n￥％'), fc.integer({ min: 1, max: 70 }))
        .map(([sign, times]) => sign.repeat(times)),
    );
    const anySpec = fc.record({
      direction: fc.constantFrom(...directions),
      inlineSize: fc.double({ min: 1, max: 300, noNaN: true }),
      blockSize: fc.oneof(fc.constant(Infinity), fc.double({ min: 1, max: 90, noNaN: true })),
      linePitch: fc.double({ min: 1, max: 3, noNaN: true }),
      tierGap: fc.double({ min: 0, max: 4, noNaN: true }),
      measure: fc
        .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }))
        .map(([min, more]) => ({ min, max: min + more })),
      style: fc.record({
        region: fc.constantFrom('GB' as const, 'CNS' as const),
        prohibition: fc.constantFrom('none' as const, 'basic' as const, 'gb' as const, 'strict' as const),
        fourDigits: fc.constantFrom('combine' as const, 'upright' as const, 'rotate' as const),
      }),
      arrangement: fc.constantFrom('strips' as const, 'page' as const),
    });
    const anyPart = fc.tuple(fc.constantFrom(...blockRoleSchema.options), anyText).map((part): Part => part);
    const anyArticle = fc.record({
      type: fc.constantFrom(...articleTypeSchema.options),
      parts: fc.array(anyPart, { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(anyArticle, { minLength: 1, maxLength: 6 }), anySpec, (articles, spec) => {
        const issue = buildIssue(articles);
        const layout = layoutIssue(issue, spec, plainLatinMetrics);
        for (const { articleId, text } of issue.articles) {
          if (text.trim() === '') continue;
          const read = readingText(layout, articleId);
          expect(read).toBe(text.slice(0, read.length));
          expect(text.slice(read.length).trim()).toBe('');
        }
      }),
      { numRuns: 150 },
    );
  });
});
