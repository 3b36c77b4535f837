// Points 20 to 26, 28 to 30 and 32 of the acceptance list as far as the engine decides them: how a cell is to be painted,
// and what stands in it. What the fonts draw (23, 25, 26) is the painters' to prove.
import { describe, expect, test } from 'vitest';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { cellOf, lineTexts, setParagraph } from '../../builders/set-paragraph';

describe('point 20: quotes', () => {
  test('turn with the line and keep their own code points', () => {
    for (const quote of ['“', '”', '‘', '’']) {
      expect(cellOf(setParagraph('他说：“‘海’字怎么写？”'), quote)).toMatchObject({
        paint: 'vertical',
        advance: 1,
      });
    }
  });
});

describe('point 20: quotes in the CNS style', () => {
  const shown = (text: string, direction: 'vertical' | 'horizontal') =>
    setParagraph(text, { region: 'CNS', direction })
      .flatMap((line) => line.cells.map((cell) => cell.display ?? cell.text))
      .join('');

  test('the outer are single corners, the inner double, and the text keeps its own', () => {
    expect(shown('他说：“‘海’字。”', 'vertical')).toBe('他说：「『海』字。」');
    const cells = setParagraph('他说：“‘海’字。”', { region: 'CNS' }).flatMap((line) => line.cells);
    expect(cells.map(({ text }) => text).join('')).toBe('他说：“‘海’字。”');
  });

  test('those in 横排, and those that lie with Latin, stay as they are', () => {
    expect(shown('他说：“海”', 'horizontal')).toBe('他说：“海”');
    expect(shown('指着“Boeing 737”说', 'vertical')).toContain('“');
  });
});

describe('point 21: quotes around Latin', () => {
  test('lie on their side with it', () => {
    const lines = setParagraph('他指着“Boeing 737”说');
    expect(cellOf(lines, '“').paint).toBe('rotate');
    expect(cellOf(lines, '”').paint).toBe('rotate');
  });

  test('stand upright around Han, figures and capitals', () => {
    for (const text of ['“海”', '“12”', '“GDP”', '“A股”']) {
      expect(cellOf(setParagraph(`有${text}者`), '“').paint).toBe('vertical');
    }
  });
});

describe('point 22: base code points', () => {
  test('no cell holds a presentation form or a radical', () => {
    const text = '“‘海’”（工作）——民……国？！：；、。《渔·歌》3.5%～4%';
    const cells = setParagraph(text).flatMap((line) => line.cells);
    expect(cells.map((cell) => cell.text).join('')).toBe(text);
    expect(cells.map((cell) => cell.text + (cell.display ?? '')).join('')).not.toMatch(
      /[\uFE10-\uFE19\uFE30-\uFE4F\u2E80-\u2FDF]/,
    );
  });
});

describe('point 23: where marks sit in their em', () => {
  test('at its head in GB, in its middle in CNS', () => {
    const cutAtEnd = (region: 'GB' | 'CNS') => {
      const cell = cellOf(setParagraph('春，「夏」', { region }), '，');
      return [cell.boxStart - cell.inline, cell.inline + cell.advance - cell.boxEnd];
    };
    expect(cutAtEnd('GB')).toEqual([0, 0.5]);
    expect(cutAtEnd('CNS')).toEqual([0, 0.25]);
  });
});

describe('point 23: marks in the CNS style', () => {
  const shifts = (text: string, style: Parameters<typeof setParagraph>[1]) =>
    setParagraph(text, style).flatMap((line) => line.cells.map((cell) => cell.shift));

  test.each([...'，。、：；！？'])('%s is moved to the middle of its cell, in both directions', (mark) => {
    for (const direction of ['vertical', 'horizontal'] as const) {
      const [before, shift, after] = shifts(`春${mark}夏`, { region: 'CNS', direction });
      expect([before, after]).toEqual([undefined, undefined]);
      expect(shift).toBeDefined();
      expect(shifts(`春${mark}夏`, { region: 'GB', direction })[1]).toBeUndefined();
    }
  });

  test('brackets and two marks in one cell are not', () => {
    expect(shifts('春「夏」？！', { region: 'CNS' })).toEqual(new Array(5).fill(undefined));
  });
});

describe('point 24: brackets, connectors and marks', () => {
  test.each([...'（）《》「」【】，。、：；！？～'])('%s takes its vertical form', (mark) => {
    expect(cellOf(setParagraph(`春${mark}夏`), mark).paint).toBe('vertical');
  });
});

describe.each([
  ['point 25', ['——', '⸺']],
  ['point 26', ['……', '⋯⋯']],
] as const)('%s: dashes and dots', (_point, signs) => {
  test('are each one sign over two em', () => {
    for (const sign of signs) {
      expect(cellOf(setParagraph(`春${sign}夏`), sign)).toMatchObject({ paint: 'rule', advance: 2 });
    }
  });
});

describe('point 28: figures of two and three digits stand across', () => {
  test.each(['12', '10', '100', '3.0', 'A+', '2B', '5G', '7'])('%s', (figure) => {
    const cell = cellOf(setParagraph(`有${figure}个`), figure);
    expect(cell).toMatchObject({ paint: 'combine', advance: 1, boxEnd: 2, boxStart: 1 });
    expect(plainLatinMetrics.latinAdvance('song', figure) * cell.scale).toBeLessThanOrEqual(1 + 1e-9);
  });

  test.each(['3.5%', '12%'])('the sign of %s has a cell of its own, and is not parted from it', (figure) => {
    const cells = setParagraph(`有${figure}个`).flatMap((line) => line.cells);
    expect(cells.map(({ text, paint }) => [text, paint])).toEqual([
      ['有', 'upright'],
      [figure.slice(0, -1), 'combine'],
      ['%', 'combine'],
      ['个', 'upright'],
    ]);
  });

  test.each(['12.6', '1.25', '418.5'])(
    '%s, which would be too small in one cell, lies on its side',
    (figure) => {
      expect(cellOf(setParagraph(`有${figure}吨`), figure)).toMatchObject({ paint: 'rotate', scale: 1 });
    },
  );

  test('in 横排 they run with the line', () => {
    expect(cellOf(setParagraph('有12个', { direction: 'horizontal' }), '12')).toMatchObject({
      paint: 'rotate',
      advance: 1.1,
    });
  });
});

describe('point 29: four digits by the setting', () => {
  const forms = (fourDigits: 'combine' | 'upright' | 'rotate') =>
    setParagraph('到1949年和2021年', { fourDigits })
      .flatMap((line) => line.cells)
      .filter((cell) => /\d/.test(cell.text))
      .map((cell) => [cell.text, cell.paint]);

  test('one squeezed cell', () => {
    expect(forms('combine')).toEqual([
      ['1949', 'combine'],
      ['2021', 'combine'],
    ]);
    expect(setParagraph('到1949年').flatMap((line) => line.cells)[1]).toMatchObject({
      text: '1',
      advance: 1,
    });
  });

  test('digit by digit', () => {
    expect(forms('upright')).toEqual([...'19492021'].map((digit) => [digit, 'combine']));
  });

  test('on their side', () => {
    expect(forms('rotate')).toEqual([
      ['1949', 'rotate'],
      ['2021', 'rotate'],
    ]);
  });
});

describe('point 30: longer figures and Latin', () => {
  test('capitals stand upright letter by letter, words lie on their side', () => {
    expect(
      setParagraph('中GDP中').flatMap((line) => line.cells.map((cell) => [cell.text, cell.paint])),
    ).toEqual([
      ['中', 'upright'],
      ['G', 'combine'],
      ['D', 'combine'],
      ['P', 'combine'],
      ['中', 'upright'],
    ]);
    expect(cellOf(setParagraph('中GDP中', { acronyms: 'rotate' }), 'GDP').paint).toBe('rotate');
    expect(cellOf(setParagraph('乘Boeing去'), 'Boeing').paint).toBe('rotate');
    expect(cellOf(setParagraph('有12345只'), '12345').paint).toBe('rotate');
  });

  test('capitals beside another Latin word lie down with it', () => {
    expect(cellOf(setParagraph('在NBA playoffs上'), 'NBA').paint).toBe('rotate');
  });
});

describe('point 32: words and figures with their units', () => {
  test.each(['Boeing', '12345', '3.5%', '25℃', '￥100', '６０％', 'No.1', '－5℃', '－12%', '−３％'])(
    '%s is not parted',
    (unit) => {
      for (let before = 4; before < 14; before++) {
        const lines = setParagraph(
          `${'春夏秋冬山川日月星辰东西南北'.slice(0, before)}${unit}春夏秋冬山川日月`,
          { measure: 10 },
        );
        expect(lineTexts(lines).some((line) => line.includes(unit))).toBe(true);
      }
    },
  );

  test('a word longer than the measure is parted, and its lines are filled', () => {
    const lines = setParagraph('见https://www.example.org/a/very/long/address处', { measure: 8 });
    expect(lineTexts(lines).join('')).toBe('见https://www.example.org/a/very/long/address处');
    for (const line of lines.slice(0, -1)) expect(line.cells.at(-1)?.boxEnd).toBeCloseTo(8);
  });

  test('a telephone number too long for a loose line is parted behind its hyphen', () => {
    const lines = setParagraph('他家的电话010-12345678请记', { measure: 9 });
    expect(lineTexts(lines)).toEqual(['他家的电话010-', '12345678请记']);
  });

  test.each(['vertical', 'horizontal'] as const)(
    'a postcode is not parted, however loose the line, %s',
    (direction) => {
      const lines = lineTexts(
        setParagraph('天地玄黄宇宙洪荒日月电话0519-86301234，邮编213100。望春楼，', {
          measure: 13,
          direction,
        }),
      );
      expect(lines.some((line) => line.includes('213100'))).toBe(true);
    },
  );

  test('a figure is parted where it is longer than the measure, and where no mark would fit behind it', () => {
    expect(lineTexts(setParagraph('计1234567890123456元', { measure: 6 })).join('|')).toMatch(/\d\|\d/u);
    expect(lineTexts(setParagraph('计1234567890，', { measure: 5.6 }))).not.toContain('，');
  });
});
