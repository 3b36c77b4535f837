// Sheets are set when they are wanted, and what is set stays as it is.
import { describe, expect, it } from 'vitest';
import { defaultStyle } from '../../src-core/typesetting/page-spec';
import { createSheets, sheetsOf } from '../../src-renderer/reader/lazy-sheets';
import { indexLines } from '../../src-renderer/reader/line-index';
import type { SheetOptions } from '../../src-renderer/reader/sheet-layout';
import { articleIdOf, buildIssue } from '../builders/issue';
import { plainTypeFace } from './layouts';

const text = '今年风调雨顺，亩产比去年多了三成。'.repeat(40);
/** The first has most to hold. */
const articles = [0, 2, 4, 6, 8].map((less) => ({
  parts: [['paragraph', text.slice(less)]] as const,
}));
const built = buildIssue(articles);
const issue = { ...built, pages: built.articles.map(({ articleId }) => ({ articleIds: [articleId] })) };
const options: SheetOptions = {
  direction: 'vertical',
  shape: 1.2,
  style: defaultStyle,
  face: plainTypeFace,
};

describe('sheets', () => {
  it('are set as they are wanted: the fullest, whose size all have, and that of the article', () => {
    const sheets = createSheets(issue, options);
    sheets.setFor(articleIdOf('a4'));
    const { pages } = sheets.layout();
    expect(pages.map(({ frames }) => frames.length > 0)).toEqual([true, false, false, true, false]);
    expect([0, 1, 2, 3, 4].map((page) => sheets.isSet(page))).toEqual([true, false, false, true, false]);
    expect(sheets.isComplete()).toBe(false);
  });

  it('lie where they will lie before they are set', () => {
    const sheets = createSheets(issue, options);
    sheets.setFor(null);
    const before = indexLines(sheets.layout());
    while (!sheets.isComplete()) sheets.setNear(0);
    expect(indexLines(sheets.layout()).pageStarts).toEqual(before.pageStarts);
  });

  it('are set from the reader outwards, and tell of it', () => {
    const sheets = createSheets(issue, options);
    sheets.setFor(null);
    const told: boolean[][] = [];
    const stop = sheets.subscribe(() => told.push([0, 1, 2, 3, 4].map((page) => sheets.isSet(page))));
    sheets.setNear(3);
    sheets.setNear(3);
    stop();
    sheets.setNear(3);
    expect(told).toEqual([
      [true, false, false, true, false],
      [true, false, true, true, false],
    ]);
  });

  it('that are set keep their lines while others after them are set', () => {
    const sheets = createSheets(issue, options);
    sheets.setFor(null);
    const before = indexLines(sheets.layout());
    sheets.setNear(4);
    const after = indexLines(sheets.layout());
    expect(after.lines.length).toBeGreaterThan(before.lines.length);
    before.lines.forEach((line, at) => expect(after.lines[at]).toBe(line));
  });

  it('name every frame differently', () => {
    const sheets = createSheets(issue, options);
    while (!sheets.isComplete()) sheets.setNear(0);
    const names = sheets.layout().pages.flatMap(({ frames }) => frames.map(({ frameId }) => frameId));
    expect(new Set(names).size).toBe(names.length);
  });

  it('are the same when one comes back to a way of setting', () => {
    const sheets = sheetsOf(issue, options);
    sheets.setFor(null);
    const { layout } = sheets;
    sheetsOf(issue, { ...options, direction: 'horizontal' });
    expect(sheetsOf(issue, { ...options, style: { ...defaultStyle } }).layout()).toBe(layout());
  });
});
