// Points 34 and 35 of the acceptance list: book titles between 《》, or beside a wavy line in their stead.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleStretches } from '../../../src-core/typesetting/title-lines';
import { lineTexts, setParagraph, type ParagraphOptions } from '../../builders/set-paragraph';
import { paragraphText } from './arbitrary-text';

const wavy: ParagraphOptions = { titles: 'wavy' };

/** What is painted of each cell. */
function painted(text: string, options: ParagraphOptions = wavy): readonly string[] {
  return setParagraph(text, options).flatMap((line) => line.cells.map((cell) => cell.display ?? cell.text));
}

describe('point 35: 《》 or a wavy line, never both', () => {
  test('by default the marks stand, 〈〉 within them, and no line', () => {
    const [line] = setParagraph('读《论〈离骚〉的诗》后', { measure: 20 });
    expect(line?.cells.map(({ text }) => text).join('')).toBe('读《论〈离骚〉的诗》后');
    expect(line === undefined ? [] : titleStretches(line)).toEqual([]);
  });

  test('in the wavy style the outer marks are not painted, and stay in the text', () => {
    expect(painted('读《论〈离骚〉的诗》后')).toEqual([...'读论〈离骚〉的诗后']);
    expect(lineTexts(setParagraph('读《论〈离骚〉的诗》后', wavy)).join('')).toBe('读《论〈离骚〉的诗》后');
  });

  test('the line stands beside the title and nothing else', () => {
    const [line] = setParagraph('读《红楼梦》后', { ...wavy, measure: 20 });
    expect(line === undefined ? [] : titleStretches(line)).toMatchObject([
      { start: 1, length: 3, opens: true, closes: true },
    ]);
  });

  test('in 横排 the marks stand, whatever the style', () => {
    expect(painted('读《家》后', { ...wavy, direction: 'horizontal' })).toEqual([...'读《家》后']);
  });

  test('a mark without its other half stands', () => {
    expect(painted('读《家后')).toEqual([...'读《家后']);
    expect(painted('读家》后')).toEqual([...'读家》后']);
    expect(painted('读《》后')).toEqual([...'读《》后']);
  });

  test('figures and letters in a title stand as they do elsewhere', () => {
    expect(painted('读《GDP论》后')).toEqual([...'读GDP论后']);
    expect(painted('读《12楼》后')).toEqual(['读', '12', '楼', '后']);
  });
});

describe('point 34: title lines', () => {
  test('are two beside two titles, and one beside one, from line to line', () => {
    const lines = setParagraph('春《山川日月星辰》《东西》秋', { ...wavy, measure: 5 });
    expect(
      lines.map((line) =>
        titleStretches(line).map(({ start, length, opens, closes }) => [start, length, opens, closes]),
      ),
    ).toEqual([
      [[1, 4, true, false]],
      [
        [0, 2, false, true],
        [2, 2, true, true],
      ],
    ]);
  });

  test('follow a line that is set loosely', () => {
    const [line] = setParagraph('《春夏秋冬山川日月星辰》；春夏秋', { ...wavy, measure: 10 });
    expect(line === undefined ? [] : titleStretches(line)).toMatchObject([{ start: 0, length: 10 }]);
  });
});

test('point 22: every character of any text stands in one cell in the wavy style too', () => {
  const titled = fc
    .array(fc.tuple(paragraphText, paragraphText), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map(([before, title]) => `${before}《${title.slice(0, 15)}》`).join(''));
  fc.assert(
    fc.property(titled, fc.integer({ min: 9, max: 30 }), (text, measure) => {
      const lines = setParagraph(text, { ...wavy, measure });
      expect(lineTexts(lines).join('')).toBe(text);
      for (const line of lines) {
        const end = line.cells.at(-1)?.boxEnd ?? NaN;
        if (line.isLast) expect(end).toBeLessThan(measure + 1e-6);
        else expect(Math.abs(end - measure)).toBeLessThan(1e-6);
      }
    }),
    { numRuns: 150 },
  );
});
