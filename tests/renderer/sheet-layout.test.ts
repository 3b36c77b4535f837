// Whole pages: one sheet for each printed page, of the window's shape, with all of its text.
import { describe, expect, it } from 'vitest';
import { defaultStyle } from '../../src-core/typesetting/page-spec';
import { fittingBody, paperMargin, sheetShape, sheetStrip } from '../../src-renderer/reader/sheet-layout';
import { createSheets } from '../../src-renderer/reader/lazy-sheets';
import type { Issue } from '../../src-core/publication/issue';
import type { IssueLayout } from '../../src-core/typesetting/model';
import { eightPageIssue } from '../builders/eight-page-issue';
import { buildIssue } from '../builders/issue';
import { directions, issue, plainTypeFace } from './layouts';

const view = { width: 1000, height: 800 };
const set = (direction: (typeof directions)[number], shape = sheetShape(view)) =>
  layoutSheets(issue, direction, shape);

/** Sets all sheets of an issue. */
function layoutSheets(of: Issue, direction: (typeof directions)[number], shape: number): IssueLayout {
  const sheets = createSheets(of, { direction, shape, style: defaultStyle, face: plainTypeFace });
  while (!sheets.isComplete()) sheets.setNear(0);
  return sheets.layout();
}

describe.each(directions)('sheets in %s', (direction) => {
  it('hold all of a printed page on one sheet', () => {
    const layout = set(direction);
    expect(layout.pages).toHaveLength(1);
    const characters = layout.pages
      .flatMap(({ frames }) => frames)
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + line.end - line.start, 0);
    const printed = issue.articles.reduce((sum, { text }) => sum + text.replaceAll(/\s/gu, '').length, 0);
    expect(characters).toBeGreaterThanOrEqual(printed);
  });

  it('have the shape that is asked for', () => {
    for (const shape of [0.7, 1, 1.4]) {
      const [page] = set(direction, shape).pages;
      if (page === undefined) throw new Error('no sheet');
      const [width, height] =
        direction === 'vertical' ? [page.blockSize, page.inlineSize] : [page.inlineSize, page.blockSize];
      expect(width / height).toBeGreaterThan(shape * 0.93);
      expect(width / height).toBeLessThan(shape * 1.07);
    }
  });

  it('fit the view at their smallest', () => {
    const layout = set(direction);
    const [page] = layout.pages;
    if (page === undefined) throw new Error('no sheet');
    const body = fittingBody(layout, view);
    const strip = sheetStrip(layout, body, view);
    const inline = (page.inlineSize + 2 * strip.marginInline) * body;
    const block = (page.blockSize + 2 * strip.marginBlock) * body;
    expect(Math.max(inline, block)).toBeLessThanOrEqual(1000.001);
    expect(Math.min(inline, block)).toBeLessThanOrEqual(800.001);
    expect(strip.marginBlock).toBeGreaterThanOrEqual(paperMargin);
  });
});

describe('sheets', () => {
  it('are all alike, and a page with less text has larger type rather than white', () => {
    const layout = layoutSheets(eightPageIssue(), 'vertical', 1.28);
    expect(layout.pages).toHaveLength(8);
    const sizes = layout.pages.map(({ inlineSize, blockSize }) => `${inlineSize} × ${blockSize}`);
    expect(new Set(sizes).size).toBe(1);
    for (const page of layout.pages) {
      const body = page.frames.filter(({ role }) => role === 'body').flatMap(({ lines }) => lines);
      const least = Math.min(...body.map(({ size }) => size));
      expect(least).toBeGreaterThanOrEqual(1);
      expect(least).toBeLessThanOrEqual(1.27);
      for (const { rect } of page.frames) {
        expect(rect.inline + rect.inlineSize).toBeLessThanOrEqual(page.inlineSize + 1e-6);
        expect(rect.block + rect.blockSize).toBeLessThanOrEqual(page.blockSize + 1e-6);
      }
    }
  });

  it('follow the printed pages, and are numbered through', () => {
    const two = buildIssue([
      { parts: [['paragraph', '第一版的文字。']] },
      { parts: [['paragraph', '第二版的文字。']] },
    ]);
    const paged = {
      ...two,
      pages: two.articles.map(({ articleId }) => ({ articleIds: [articleId] })),
    };
    const layout = layoutSheets(paged, 'vertical', 0.8);
    expect(layout.pages).toHaveLength(2);
    expect(layout.pages.map(({ frames }) => frames[0]?.articleId)).toEqual(
      two.articles.map(({ articleId }) => articleId),
    );
    expect(layout.pages.map(({ furniture }) => furniture.at(-1)?.text)).toEqual(['第1页', '第2页']);
  });

  it('keep their shape while a window is drawn by a little', () => {
    expect(sheetShape({ width: 1000, height: 800 })).toBe(sheetShape({ width: 1010, height: 800 }));
    expect(sheetShape({ width: 3000, height: 800 })).toBe(sheetShape({ width: 4000, height: 800 }));
  });
});
