// Notes beside the text, over the columns 眉批 and between the tiers 旁批, on whole documents: none stands on type, on
// a rule, on the running head or on another; each has the number of its mark, and begins beside it or as near as the
// others let it; long ones go on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src-core/annotation/annotation';
import type { Issue } from '../../../src-core/publication/issue';
import { defaultStyle } from '../../../src-core/typesetting/page-spec';
import { noteWords } from '../../../src-main/export/pdf/head-notes';
import { haveSeveralAuthors } from '../../../src-main/export/pdf/signed';
import { notePlace } from '../../../src-main/export/pdf/note-place';
import { planExport } from '../../../src-main/export/pdf/plan-export';
import type { ExportPlan, PlannedPage } from '../../../src-main/export/pdf/planned';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { markWords } from './exporting';
import { inkOf, meet } from './page-ink';
import { hardIssues } from './random-issue';

const elsewhere = '全文见文末';
const long = '这一段要与前文对照着读，其中的数字出自统计公报。'.repeat(9);

const trial = fc.record({
  issue: fc.integer({ min: 1, max: 10_000 }).map((seed) => hardIssues(seed, 1)[0]),
  direction: fc.constantFrom('vertical' as const, 'horizontal' as const),
  notes: fc.constantFrom('head' as const, 'side' as const),
  layout: fc.constantFrom('page' as const, 'newspaper' as const),
  isProved: fc.boolean(),
  paper: fc.constantFrom('A3' as const, 'A4' as const, 'A5' as const, 'B5' as const, 'tabloid' as const),
  marks: fc.array(
    fc.record({
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      note: fc.constantFrom('', '要点', '此处要紧，与上一期对照着再看一遍。', long),
    }),
    { minLength: 1, maxLength: 24 },
  ),
});

function marksOf(issue: Issue, marks: readonly { place: number; note: string }[]): readonly Annotation[] {
  return marks.map(({ place, note }, at) => {
    const article = issue.articles[Math.floor(place * issue.articles.length * 0.999)] ?? issue.articles[0];
    if (article === undefined) throw new Error('the issue has no article');
    const start = Math.floor(place * 997 * article.text.length) % Math.max(1, article.text.length - 8);
    return markWords({ ...issue, articles: [article] }, article.text.slice(start, start + 8), {
      id: `m${at}`,
      note,
    });
  });
}

type Trial = (typeof trial extends fc.Arbitrary<infer T> ? T : never) & { readonly issue: Issue };

function planOf({ issue, direction, notes, layout, isProved, paper, marks }: Trial): ExportPlan {
  return planExport(
    {
      issues: [{ issue, annotations: marksOf(issue, marks) }],
      direction,
      paper,
      layout,
      matter: [],
      title: '',
      index: false,
      notes,
      markedPagesOnly: false,
      body: undefined,
      fitPages: undefined,
      colorMeanings: {},
      style: defaultStyle,
      now: new Date('2022-10-12T08:00:00.000Z'),
      language: 'zh-CN',
      prove: () => (isProved ? [] : null),
      check: () => undefined,
    },
    plainLatinMetrics,
  );
}

function checkPage(page: PlannedPage, { band }: ExportPlan): void {
  if (band === null) return;
  const { sheet } = page.part;
  const paper = { left: 0, bottom: 0, right: sheet.geometry.width, top: sheet.geometry.height };
  const ink = inkOf(page);
  const placed = page.notes.map((note) => ({ note, ...notePlace(note, { ...sheet, band }) }));
  for (const [at, { note, rects }] of placed.entries()) {
    for (const rect of rects) {
      expect(rect.left, `note ${note.number}`).toBeGreaterThanOrEqual(paper.left);
      expect(rect.right, `note ${note.number}`).toBeLessThanOrEqual(paper.right);
      expect(rect.bottom, `note ${note.number}`).toBeGreaterThanOrEqual(paper.bottom);
      expect(rect.top, `note ${note.number}`).toBeLessThanOrEqual(paper.top);
      expect(ink.filter((other) => meet(rect, other))).toEqual([]);
      const others = placed.slice(at + 1).flatMap((other) => other.rects);
      expect(others.filter((other) => meet(rect, other))).toEqual([]);
    }
  }
}

/** A note begins on the sheet of its mark, or on a later one where the notes before it leave no room. */
function checkTies({ pages, marks }: ExportPlan): void {
  const isSigned = haveSeveralAuthors(marks.map(({ annotation }) => annotation));
  const sheetOf = (number: number): number =>
    pages.findIndex((page) => page.marks.some(({ mark, piece }) => mark.number === number && piece.isFirst));
  const printed = new Map<number, { readonly sheet: number; words: string }>();
  pages.forEach((page, sheet) => {
    for (const { number, lines } of page.notes) {
      const words = lines.flatMap(({ cells }) => cells.map(({ text }) => text)).join('');
      const known = printed.get(number);
      if (known === undefined) printed.set(number, { sheet, words });
      else known.words += words;
    }
  });
  const ended = pages
    .filter(({ part }) => part.kind === 'back')
    .flatMap(({ part }) => part.articles)
    .map(({ text }) => text)
    .join('\n');
  for (const mark of marks.filter(({ annotation }) => annotation.note !== '')) {
    const found = printed.get(mark.number);
    const isAway = found === undefined || found.words === elsewhere;
    if (isAway) expect(ended, `note ${mark.number} at the end`).toContain(noteWords(mark, isSigned));
    else expect(found.words).toBe(noteWords(mark, isSigned));
    if (found !== undefined) expect(found.sheet).toBeGreaterThanOrEqual(sheetOf(mark.number));
  }
  expect(marks.filter(({ number }) => sheetOf(number) < 0)).toEqual([]);
}

describe('notes beside the text', () => {
  it('stand clear of type, rules and each other, whole, under the numbers of their marks', () => {
    fc.assert(
      fc.property(trial, ({ issue, ...rest }) => {
        if (issue === undefined) throw new Error('an issue is made for each seed');
        const plan = planOf({ issue, ...rest });
        plan.pages.forEach((page) => checkPage(page, plan));
        checkTies(plan);
      }),
      { numRuns: 60 },
    );
  });

  it('begin beside the line of their mark where there is room', () => {
    const [issue] = hardIssues(7, 1);
    if (issue === undefined) throw new Error('an issue is made for the seed');
    for (const direction of ['vertical', 'horizontal'] as const) {
      const plan = planOf({
        issue,
        direction,
        notes: 'side',
        layout: 'page',
        isProved: false,
        paper: 'A4',
        marks: [{ place: 0.4, note: '要点' }],
      });
      const page = plan.pages.find(({ notes }) => notes.length > 0);
      const note = page?.notes[0];
      const quad = page?.marks[0]?.piece.lines[0]?.quad;
      if (page === undefined || note === undefined || quad === undefined || plan.band === null) {
        throw new Error('the note is on a page');
      }
      const { geometry, tiers } = page.part.sheet;
      const [, first] = notePlace(note, { ...page.part.sheet, band: plan.band }).rects;
      if (first === undefined) throw new Error('the note has a line');
      const apart =
        direction === 'vertical'
          ? (quad.left + quad.right - first.left - first.right) / 2
          : (quad.top + quad.bottom - first.top - first.bottom) / 2;
      expect(Math.abs(apart)).toBeLessThan(geometry.body);
      // In the white of its own tier: before it in 竖排, behind it in 横排.
      const away = direction === 'vertical' ? first.top - quad.top : first.left - quad.left;
      expect(away).toBeGreaterThan(0);
      expect(away).toBeLessThan((tiers.measure + tiers.gap) * geometry.body);
    }
  });
});
