// Whole pages 版面 on paper as they are planned: a page that cannot be proved is never made up as a whole, and no text is
// lost over it.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../src-core/publication/issue';
import { metricsFromTable } from '../../../src-core/typesetting/latin-table';
import type { LatinMetrics, PageLayout } from '../../../src-core/typesetting/model';
import { openFonts, type OpenFonts } from '../../../src-main/fonts/font-files';
import { tableOf } from '../../../src-main/fonts/latin-metrics';
import { setNewspaper, type NewspaperPlan, type PageProof } from '../../../src-main/export/pdf/newspaper';
import { toPaperRect, type Direction, type PageGeometry } from '../../../src-main/export/pdf/page-geometry';
import { planSheet, type ChosenPaper } from '../../../src-main/export/pdf/paper';
import { proveOrder, type SeenPage } from '../../../src-main/export/pdf/prove-order';
import { pageProof } from '../../../src-main/export/pdf/prove-page';
import { eightPageIssue } from '../../builders/eight-page-issue';
import { sampleIssue } from '../../builders/sample-issue';
import { fontsFolder } from './exporting';
import { lies, meet, typeOn } from './page-ink';
import { hardIssues, randomIssues } from './random-issue';

let fonts: OpenFonts;
let metrics: LatinMetrics;
beforeAll(async () => {
  const opened = await openFonts(fontsFolder);
  if (!opened.ok) throw new Error('the fonts are missing');
  fonts = opened.value;
  metrics = metricsFromTable(tableOf(fonts));
});

const directions = ['vertical', 'horizontal'] as const;

/** Of a sheet, by its shorter side: nothing stands nearer to its edges. */
const leastMargin = 0.06;

type Choices = { readonly isSized?: boolean; readonly paper?: ChosenPaper };

function plan(
  issue: Issue,
  direction: Direction,
  prove: PageProof,
  { isSized = false, paper = 'A4' }: Choices = {},
): NewspaperPlan {
  return setNewspaper(issue, {
    sheet: planSheet(paper, direction),
    isSized,
    hasNotes: false,
    metrics,
    firstSheet: 0,
    prove,
    check: () => undefined,
  });
}

/** How often the characters of an issue stand on the sheets: only once each where all is right. */
function timesSet({ sheets }: NewspaperPlan, issue: Issue): ReadonlySet<number> {
  const lines = sheets.flatMap(({ page }) =>
    page.frames.flatMap((frame) =>
      frame.lines.map(({ start, end }) => ({ id: frame.articleId, start, end })),
    ),
  );
  const times = issue.articles.flatMap(({ articleId, text }) => {
    const own = lines.filter(({ id }) => id === articleId);
    return text
      .split('')
      .flatMap((unit, at) =>
        unit === '\n' ? [] : [own.filter(({ start, end }) => start <= at && at < end).length],
      );
  });
  return new Set(times);
}

function checkFit(page: PageLayout, geometry: PageGeometry): void {
  const type = typeOn(page, geometry);
  const rules = page.rules.map(({ rect, kind }) => ({ kind, rect: toPaperRect(geometry, rect) }));
  for (const [at, line] of type.entries()) {
    expect(type.slice(at + 1).filter((other) => meet(line, other))).toEqual([]);
    const crossed = rules.filter(
      ({ rect, kind }) => meet(line, rect) && !(kind === 'box' && lies(line, rect)),
    );
    expect(crossed).toEqual([]);
  }
  const white = Math.min(geometry.width, geometry.height) * leastMargin;
  const typeArea = {
    left: white,
    bottom: white,
    right: geometry.width - white,
    top: geometry.height - white,
  };
  expect([...type, ...rules.map(({ rect }) => rect)].filter((rect) => !lies(rect, typeArea))).toEqual([]);
}

describe('whole pages on paper', () => {
  it.each(directions)('keep their headlines across the tiers, %s', (direction) => {
    const prove = pageProof(fonts, []);
    const issues = [sampleIssue(), eightPageIssue(), ...randomIssues(11, 5)];
    const sheets = issues.flatMap((issue) => plan(issue, direction, prove).sheets);
    expect(sheets.length).toBeGreaterThan(13);
    expect(sheets.filter(({ words }) => words === null)).toEqual([]);
  });

  it.each(directions)('stand in tiers where nothing can be proved, with all their text, %s', (direction) => {
    const issue = eightPageIssue();
    const made = plan(issue, direction, () => null);
    expect(made.sheets.every(({ words, tiers }) => words === null && tiers.count > 1)).toBe(true);
    expect(timesSet(made, issue)).toEqual(new Set([1]));
  });

  it('keep one headline within its tier where that is what can be proved, and no other', () => {
    const issue = sampleIssue();
    /** The articles whose headlines span tiers. */
    const spanning = ({ frames }: PageLayout): readonly string[] =>
      frames.flatMap(({ role, articleId, rect }) => {
        const body = frames.find((frame) => frame.articleId === articleId && frame.role === 'body');
        const spans =
          role === 'headline' && body !== undefined && rect.inlineSize > 1.5 * body.rect.inlineSize;
        return spans ? [articleId] : [];
      });
    const seen = new Set<string>();
    const made = plan(issue, 'vertical', (page) => {
      spanning(page).forEach((id) => seen.add(id));
      return spanning(page).includes('a2') ? null : [];
    });
    expect(seen).toEqual(new Set(['a1', 'a2', 'a3']));
    expect(made.sheets.map(({ page, words }) => [words, spanning(page)])).toEqual([[[], ['a1', 'a3']]]);
    expect(timesSet(made, issue)).toEqual(new Set([1]));
  });

  it('are whole where no sheet can be proved with all headlines across the tiers', () => {
    const issue = hardIssues(12, 18).at(-1) ?? sampleIssue();
    const made = plan(issue, 'vertical', pageProof(fonts, []));
    expect(made.sheets.filter(({ words }) => words === null)).toEqual([]);
  });

  it('are made up as wholes only where they are proved, and hold every character once', () => {
    const property = fc.property(
      fc.constantFrom(...directions),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 40 }),
      fc.boolean(),
      (direction, verdicts, isSized) => {
        const issue = sampleIssue();
        const proved = new Set<PageLayout>();
        let asked = 0;
        const made = plan(
          issue,
          direction,
          (page) => {
            if (verdicts[asked++ % verdicts.length] !== true) return null;
            proved.add(page);
            return [];
          },
          { isSized },
        );
        expect(timesSet(made, issue)).toEqual(new Set([1]));
        for (const { page, words } of made.sheets) expect(words !== null).toBe(proved.has(page));
      },
    );
    fc.assert(property, { numRuns: 12 });
  });

  it('fit on their sheets whole, and nothing on them lies over anything else', () => {
    const papers: readonly ChosenPaper[] = [
      'A4',
      'A3',
      'tabloid',
      { width: 120, height: 210 },
      { width: 400, height: 250 },
    ];
    const property = fc.property(
      fc.integer({ min: 1, max: 10_000 }).map((seed) => randomIssues(seed, 1)[0] ?? sampleIssue()),
      fc.constantFrom(...directions),
      fc.constantFrom(...papers),
      fc.boolean(),
      (issue, direction, paper, isProved) => {
        const made = plan(issue, direction, () => (isProved ? [] : null), { paper });
        expect(timesSet(made, issue)).toEqual(new Set([1]));
        for (const { page } of made.sheets) checkFit(page, made.sheet.geometry);
      },
    );
    // Printed pages of different loads, of which some are enlarged.
    const eight = eightPageIssue();
    fc.assert(property, {
      numRuns: 12,
      examples: [
        [eight, 'vertical', 'A3', true],
        [eight, 'horizontal', 'A4', true],
      ],
    });
  });

  it('are set in the size of type that is asked for, on as many sheets as that takes', () => {
    const made = plan(sampleIssue(), 'vertical', () => [], { isSized: true });
    expect(made.sheet.geometry.body).toBeCloseTo(10.5, 0);
    expect(made.sheets.length).toBeGreaterThan(1);
  });
});

describe('the order of a page', () => {
  // A headline across two tiers, and the two tiers after it.
  const across = [
    [{ start: 60, end: 400, base: 500, size: 30 }],
    Array.from({ length: 8 }, (_, at) => ({ start: 60, end: 210, base: 470 - 14 * at, size: 10 })),
    Array.from({ length: 8 }, (_, at) => ({ start: 240, end: 400, base: 470 - 14 * at, size: 10 })),
  ];

  const pageOf = (frames: SeenPage['frames'], direction: Direction): SeenPage => ({
    frames,
    direction,
    characters: 400,
    em: 10,
  });

  it('is proved by words between a headline and the tiers that it spans', () => {
    expect(proveOrder(pageOf(across, 'vertical'))?.length).toBeGreaterThan(0);
  });

  it('is not proved where frames lie over each other', () => {
    const [headline, first] = across;
    if (headline === undefined || first === undefined) throw new Error('there are no frames');
    const overlapping = first.map((line) => ({
      ...line,
      start: line.start + 100,
      end: line.end + 100,
      base: line.base - 40,
    }));
    expect(proveOrder(pageOf([headline, first, overlapping], 'vertical'))).toBeNull();
    expect(proveOrder(pageOf([first, overlapping], 'horizontal'))).toBeNull();
  });
});
