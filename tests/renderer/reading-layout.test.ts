// Text for reading, set in screens or in one piece, as the settings ask.
import { describe, expect, it } from 'vitest';
import { layoutIssue } from '../../src-core/typesetting/layout-issue';
import { chooseTiers } from '../../src-core/typesetting/tiers';
import { indexLines } from '../../src-renderer/reader/line-index';
import { readingLayout, type Setting } from '../../src-renderer/reader/reading-layout';
import { plainLatinMetrics } from '../builders/latin-metrics';
import { directions, issue } from './layouts';

const view = { width: 780, height: 750 };
const setting: Setting = {
  direction: 'vertical',
  fontSize: 18,
  linePitch: 170,
  charactersPerLine: 0,
  digits: 'upright',
  punctuation: 'GB',
  prohibition: 'gb',
  titles: 'marks',
  flow: 'paged',
  tiers: 0,
  textFace: 'song',
};

describe.each(directions)('screens in %s', (direction) => {
  const stretch = direction === 'vertical' ? view.width : view.height;

  it('are each exactly as long as the view', () => {
    const { spec, strip, pageGap } = readingLayout({ ...setting, direction }, view);
    const index = indexLines(layoutIssue(issue, spec, plainLatinMetrics), pageGap);
    expect(index.pageStarts.length).toBeGreaterThan(2);
    index.pageStarts.forEach((start, number) => {
      expect(start * strip.body).toBeCloseTo(number * stretch, 3);
    });
    expect((index.blockSize + 2 * strip.marginBlock) * strip.body).toBeCloseTo(
      index.pageStarts.length * stretch,
      3,
    );
  });

  it('hold their lines whole', () => {
    const { spec, pageGap } = readingLayout({ ...setting, direction }, view);
    const index = indexLines(layoutIssue(issue, spec, plainLatinMetrics), pageGap);
    for (const { page, rect } of index.lines) {
      const start = index.pageStarts[page] ?? 0;
      expect(rect.block).toBeGreaterThanOrEqual(start - 1e-6);
      expect(rect.block + rect.blockSize).toBeLessThanOrEqual(start + spec.blockSize + 1e-6);
    }
  });
});

describe('the settings of the text', () => {
  it('decide the gap of lines, their length, and the forms of digits and punctuation', () => {
    const asked = { ...setting, linePitch: 200, charactersPerLine: 12, punctuation: 'CNS' } as const;
    const { spec } = readingLayout(asked, view);
    expect(spec.linePitch).toBe(2);
    expect(spec.measure).toEqual({ min: 12, max: 12 });
    expect(spec.style).toMatchObject({ region: 'CNS', fourDigits: 'upright' });
    const index = indexLines(layoutIssue(issue, spec, plainLatinMetrics));
    const body = index.lines.filter(({ line }) => line.size === 1);
    expect(new Set(body.map(({ line }) => Math.ceil(line.measure)))).toContain(12);
    expect(Math.max(...body.map(({ line }) => line.measure))).toBeLessThanOrEqual(12);
  });

  it.each([1, 2, 3])('part the page into as many tiers as are asked for: %i', (tiers) => {
    const { spec } = readingLayout({ ...setting, tiers }, { width: 780, height: 1200 });
    expect(chooseTiers(spec).count).toBe(tiers);
  });

  it('set tiers of the length that is asked for, as far as the window holds them', () => {
    const both = readingLayout({ ...setting, tiers: 2, charactersPerLine: 10 }, view).spec;
    expect(both.inlineSize).toBe(2 * 10 + both.tierGap);
    const tooMany = readingLayout({ ...setting, tiers: 6, charactersPerLine: 30 }, view).spec;
    expect(tooMany.measure.max).toBeGreaterThanOrEqual(6);
    expect(tooMany.inlineSize).toBeLessThanOrEqual(readingLayout(setting, view).spec.inlineSize);
  });

  it('ask for no longer lines than the window holds', () => {
    const { spec } = readingLayout({ ...setting, fontSize: 40, charactersPerLine: 60 }, view);
    expect(spec.measure.max).toBeLessThanOrEqual(spec.inlineSize);
  });

  it('set the text in one piece where that is asked for', () => {
    expect(readingLayout({ ...setting, flow: 'scrolled' }, view).spec.blockSize).toBe(Infinity);
  });
});
