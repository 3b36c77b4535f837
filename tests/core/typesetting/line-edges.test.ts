// Points 5 to 8 and 12 to 17 of the acceptance list for vertical setting: what may stand at the edges of a line.
import { describe, expect, test } from 'vitest';
import { cellOf, extent, lineTexts, setParagraph } from '../../builders/set-paragraph';

/** Ten characters of Han. */
const ten = '春夏秋冬山川日月星辰';
const other = '东西南北中';

describe('point 5: first-line indent', () => {
  test('the first cell stands two em from the line start, the next line has none', () => {
    const lines = setParagraph(ten + ten, { measure: 10, firstIndent: 2 });
    expect(lines[0]?.cells[0]?.boxStart).toBe(2);
    expect(lines[1]?.cells[0]?.boxStart).toBe(0);
  });
});

describe('point 6: indent before an opening bracket', () => {
  test('the ink begins at two em', () => {
    const [line] = setParagraph(`「${ten}」`, { measure: 20, firstIndent: 2 });
    expect(line?.cells[0]).toMatchObject({ text: '「', inline: 1.5, boxStart: 2, boxEnd: 2.5 });
  });
});

describe('point 7: an opening bracket at line start', () => {
  test('loses its leading half', () => {
    const lines = setParagraph(`${ten}“${other}”${ten}`, { measure: 10 });
    const opening = lines[1]?.cells[0];
    expect(opening).toMatchObject({ text: '“', inline: -0.5, boxStart: 0 });
    expect((opening?.inline ?? 0) + (opening?.advance ?? 0)).toBeCloseTo(0.5);
  });
});

describe('point 8: a full-width mark at line end is half width in GB', () => {
  test.each([...'，。、」』）》'])('%s', (mark) => {
    const [line] = setParagraph(`${ten.slice(0, 9)}${mark}${ten}${ten}`, { measure: 10 });
    const last = line?.cells.at(-1);
    expect(last?.text).toBe(mark);
    expect(last?.inline).toBeCloseTo(9.5); // of its em the half with the ink is within the measure
    expect(last?.boxEnd).toBeCloseTo(10);
  });

  test('not in the CNS style', () => {
    const [line] = setParagraph(`${ten.slice(0, 9)}」${ten}`, { measure: 10, region: 'CNS' });
    expect(extent(line?.cells.at(-1))).toBeCloseTo(1);
  });

  test('marks that cannot be cut in 竖排 keep their em', () => {
    const [line] = setParagraph(`${ten.slice(0, 9)}；${ten}`, { measure: 10 });
    expect(extent(line?.cells.at(-1))).toBeCloseTo(1);
  });
});

describe('point 12: not at line start', () => {
  test.each([...'。，、：；！？」』》）】”’～–—·'])('%s', (mark) => {
    for (const direction of ['vertical', 'horizontal'] as const) {
      const lines = setParagraph(`${ten}${mark}${ten}`, { measure: 10, direction, prohibition: 'basic' });
      expect(lineTexts(lines).some((text) => text.startsWith(mark))).toBe(false);
    }
  });

  test('level none bans nothing', () => {
    const lines = setParagraph(`${ten}；${ten}`, { measure: 10, prohibition: 'none' });
    expect(lineTexts(lines)[1]?.startsWith('；')).toBe(true);
  });
});

describe('point 13: not at line end', () => {
  test.each([...'「『《〈（【“‘'])('%s', (mark) => {
    for (const direction of ['vertical', 'horizontal'] as const) {
      const lines = setParagraph(`${ten.slice(0, 9)}${mark}${ten}`, {
        measure: 10,
        direction,
        prohibition: 'basic',
      });
      expect(
        lineTexts(lines)
          .slice(0, -1)
          .some((text) => text.endsWith(mark)),
      ).toBe(false);
    }
  });
});

describe('point 14: the solidus neither starts nor ends a line in GB', () => {
  test.each(['／', '/'])('%s', (mark) => {
    for (let before = 7; before <= 11; before++) {
      const text = (ten + ten).slice(0, before) + mark + ten;
      for (const line of lineTexts(setParagraph(text, { measure: 10, prohibition: 'gb' }))) {
        expect(line.startsWith(mark) || line.endsWith(mark)).toBe(false);
      }
    }
  });

  test('the basic level leaves it', () => {
    const lines = setParagraph(`${ten}／${ten}`, { measure: 10, prohibition: 'basic' });
    expect(lineTexts(lines)[1]?.startsWith('／')).toBe(true);
  });
});

describe('point 15: strict keeps —— and …… from line start', () => {
  test.each(['——', '……'])('%s', (sign) => {
    const text = `${ten}${sign}${ten}`;
    expect(lineTexts(setParagraph(text, { measure: 10, prohibition: 'gb' }))[1]).toMatch(sign);
    expect(lineTexts(setParagraph(text, { measure: 10, prohibition: 'gb' }))[1]?.startsWith(sign)).toBe(true);
    const strict = lineTexts(setParagraph(text, { measure: 10, prohibition: 'strict' }));
    expect(strict.some((line) => line.startsWith(sign))).toBe(false);
  });
});

describe('point 16: —— and …… hold together', () => {
  test.each(['——', '……'])('%s is one cell of two em', (sign) => {
    const cell = cellOf(setParagraph(`春${sign}秋`), sign);
    expect(cell).toMatchObject({ advance: 2, paint: 'rule' });
  });

  test('no line breaks within a pair, and two pairs are four em', () => {
    for (let measure = 8; measure < 16; measure++) {
      const lines = setParagraph(`${ten}…………${ten}————${ten}`, { measure });
      expect(
        lines.flatMap((line) => line.cells.filter((cell) => cell.paint === 'rule')).map((cell) => cell.text),
      ).toEqual(['……', '……', '——', '——']);
    }
    const [line] = setParagraph('…………', { measure: 8 });
    expect(line?.cells.at(-1)?.boxEnd).toBe(4);
  });
});

describe('point 17: push-in before push-out', () => {
  test('a line half an em too long is kept by shrinking a mark within it', () => {
    // 5 + 1 + 4 and a half: the eleventh place is the mark at the end.
    const lines = setParagraph(`春夏秋，冬山川日月星，${ten}`, { measure: 10 });
    expect(lineTexts(lines)[0]).toBe('春夏秋，冬山川日月星，');
    expect(extent(cellOf(lines, '，'))).toBeCloseTo(0.5);
  });

  test('a line with nothing to shrink is ended early and stretched', () => {
    const lines = setParagraph(`${ten}；${ten}`, { measure: 10 });
    expect(lineTexts(lines)[0]).toBe(ten.slice(0, 9));
    expect(lines[0]?.cells.at(-1)?.boxEnd).toBeCloseTo(10);
  });
});
