// Notes over the columns: none over another, none off the page, none without its words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteWords, setHeadNotes, type NotedMark } from '../../../src-main/export/pdf/head-notes';
import { defaultStyle } from '../../../src-core/typesetting/page-spec';
import { noteBandOf } from '../../../src-main/export/pdf/paper';
import { sampleIssue } from '../../builders/sample-issue';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { markWords } from './exporting';

const issue = sampleIssue();
const [article] = issue.articles;
const pages = 3;
const blockSize = 30;

function noted(note: string, number: number, page: number, block: number): NotedMark {
  if (article === undefined) throw new Error('the sample has no article');
  const annotation = { ...markWords(issue, '有序实施', { id: `m${number}` }), note };
  const range = { start: 0, end: 1 };
  return { mark: { annotation, article, ranges: [range], number, pieces: [] }, page, block };
}

const trial = fc.array(
  fc.record({
    note: fc.array(fc.constantFrom('批', '注', '。', '“', 'GDP', '2022'), { minLength: 1, maxLength: 160 }),
    page: fc.integer({ min: 0, max: pages - 1 }),
    block: fc.double({ min: 0, max: blockSize - 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 14 },
);

describe('notes over the columns', () => {
  for (const direction of ['vertical', 'horizontal'] as const) {
    it(`stand beside each other within the page, whole or at the end, in ${direction} setting`, () => {
      const band = noteBandOf('A4', direction, 'head');
      fc.assert(
        fc.property(trial, (notes) => {
          const marks = notes
            .map(({ note, page, block }, at) => noted(note.join(''), at + 1, page, block))
            .sort((one, other) => one.page - other.page);
          const room = {
            direction,
            pages,
            blockSize,
            band,
            metrics: plainLatinMetrics,
            style: defaultStyle,
            elsewhere: '全文见文末',
            isSigned: true,
          };
          const { notes: set, left } = setHeadNotes(marks, room);
          for (let page = 0; page < pages; page++) {
            let end = 0;
            for (const note of set.filter((one) => one.page === page)) {
              expect(note.block).toBeGreaterThanOrEqual(end - 1e-6);
              end = note.block + note.lines.length * band.pitch;
            }
            expect(end).toBeLessThanOrEqual(blockSize + 1e-6);
          }
          for (const { mark } of marks) {
            const printed = set
              .filter(({ number }) => number === mark.number)
              .flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map(({ text }) => text)))
              .join('');
            if (left.includes(mark)) expect(['', '全文见文末']).toContain(printed);
            else expect(printed).toBe(noteWords(mark, true));
          }
        }),
        { seed: 11, numRuns: 60 },
      );
    });
  }

  it('go on over the next page where they are too long for their own', () => {
    const long = '很长的批注。'.repeat(24);
    const band = noteBandOf('A4', 'vertical', 'head');
    const { notes, left } = setHeadNotes(
      [noted(long, 1, 0, 3), noted(long, 2, 0, 20), noted('末', 3, 1, 0)],
      {
        direction: 'vertical',
        pages: 2,
        blockSize: 26,
        band,
        metrics: plainLatinMetrics,
        style: defaultStyle,
        elsewhere: '见文末',
        isSigned: true,
      },
    );
    expect(left).toEqual([]);
    expect(notes.map(({ number, page }) => [number, page])).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
      [3, 1],
    ]);
  });
});

describe('a short note', () => {
  it('has lines of like length, and no last one of a single character', () => {
    const band = noteBandOf('A4', 'vertical', 'head');
    const { notes } = setHeadNotes([noted('批'.repeat(band.measure + 1), 1, 0, 4)], {
      direction: 'vertical',
      pages,
      blockSize,
      band,
      metrics: plainLatinMetrics,
      style: defaultStyle,
      elsewhere: '全文见文末',
      isSigned: true,
    });
    const lengths = notes.flatMap(({ lines }) => lines.map(({ cells }) => cells.length));
    // With the name of its author.
    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(2);
  });
});
