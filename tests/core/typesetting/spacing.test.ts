// Points 2, 3, 9 to 11, 18, 19, 27, 31 and 36 of the acceptance list: white space within a line.
import { describe, expect, test } from 'vitest';
import { cellOf, cuts, extent, lineTexts, setParagraph } from '../../builders/set-paragraph';

const ten = '春夏秋冬山川日月星辰';

function width(text: string, options: Parameters<typeof setParagraph>[1] = {}): number {
  const [line] = setParagraph(`中${text}中`, options);
  return (line?.cells.at(-1)?.boxEnd ?? NaN) - 2;
}

describe('point 2: every line but the last fills the measure', () => {
  test('with marks, figures and Latin', () => {
    const text =
      `据统计，2021年全年捕捞量达3.5万吨（比上年增长12%），其中“Boeing”一项即达100吨；${ten}。`.repeat(4);
    for (let measure = 9; measure <= 30; measure++) {
      for (const line of setParagraph(text, { measure }).slice(0, -1)) {
        expect(Math.abs((line.cells.at(-1)?.boxEnd ?? 0) - measure)).toBeLessThan(1e-6);
      }
    }
  });
});

describe('point 3: lines of Han alone stand on the grid', () => {
  test('cell k of every line is k em from its start', () => {
    for (const line of setParagraph(ten.repeat(5), { measure: 13 })) {
      expect(line.cells.map((cell) => [cell.inline, cell.boxStart])).toEqual(
        line.cells.map((_, at) => [at, at]),
      );
    }
  });
});

describe('point 9: adjacent marks', () => {
  test.each([
    ['。」', 1.5],
    ['》（', 1.5],
    ['」』，', 2],
    ['「『', 1.5],
    ['，“', 1.5],
    ['”。', 1.5],
    ['）、《', 2],
  ])('%s takes %d em', (marks, expected) => {
    expect(width(marks)).toBeCloseTo(expected);
    expect(width(marks, { direction: 'horizontal' })).toBeCloseTo(expected);
  });

  test('the mark keeps to the text it belongs to', () => {
    const lines = setParagraph('中》（中');
    expect(cuts(lines, '》')).toEqual([0, 0.5]);
    expect(cellOf(lines, '（')).toMatchObject({ inline: 1.5 });
  });

  test('marks in the middle of their em, as CNS has them, give way on both sides', () => {
    expect(width('，「', { region: 'CNS' })).toBeCloseTo(1.5);
  });
});

describe('point 10: ：；！？ keep their em in 竖排', () => {
  test('only the bracket beside ： is cut', () => {
    const lines = setParagraph('他说：「好」');
    expect(cuts(lines, '：')).toEqual([0, 0]);
    expect(cuts(lines, '「')).toEqual([0.5, 0]);
  });

  test('in 横排 they give their trailing half', () => {
    expect(cuts(setParagraph('他问？」', { direction: 'horizontal' }), '？')).toEqual([0, 0.5]);
  });
});

describe('point 11: interpunct, solidus and short dash', () => {
  test('take half an em in GB', () => {
    for (const sign of ['·', '・', '／', '–']) expect([sign, width(sign)]).toEqual([sign, 0.5]);
  });

  test('the interpunct takes an em in CNS', () => {
    expect(width('·', { region: 'CNS' })).toBe(1);
  });
});

describe('point 18: white is taken in order', () => {
  /** Sets a text on one line that is shorter than it by so much. */
  const shrunk = (text: string, excess: number) => {
    const natural = setParagraph(text, { measure: 60 })[0]?.cells.at(-1)?.boxEnd ?? NaN;
    const lines = setParagraph(text, { measure: natural - excess });
    expect(lines).toHaveLength(1);
    return lines;
  };

  test('brackets before the comma', () => {
    const lines = shrunk('春夏，秋「冬山」川。', 0.75);
    expect(cuts(lines, '「')[0] + cuts(lines, '」')[1]).toBeCloseTo(0.75);
    expect(cuts(lines, '，')).toEqual([0, 0]);
  });

  test('the comma once the brackets are used up', () => {
    const lines = shrunk('春夏，秋「冬山」川。', 1.25);
    expect(cuts(lines, '「')[0]).toBeCloseTo(0.5);
    expect(cuts(lines, '，')[1]).toBeCloseTo(0.25);
  });

  test('the comma before the gap between Han and Latin, and that before the full stop', () => {
    const text = '春。夏，秋Boeing冬山。';
    const gap = (lines: ReturnType<typeof shrunk>) => {
      const cells = lines[0]?.cells ?? [];
      const word = cells.findIndex((cell) => cell.text === 'Boeing');
      return (cells[word]?.inline ?? 0) - (cells[word - 1]?.inline ?? 0) - 1;
    };
    const comma = shrunk(text, 0.25);
    expect(cuts(comma, '，')[1]).toBeCloseTo(0.25);
    expect(gap(comma)).toBeCloseTo(0.25);
    const gaps = shrunk(text, 0.6);
    expect(cuts(gaps, '，')[1]).toBeCloseTo(0.5);
    expect(gap(gaps)).toBeCloseTo(0.2);
    expect(cuts(gaps, '。')[1]).toBeCloseTo(0);
    const stop = shrunk(text, 1);
    expect(gap(stop)).toBeCloseTo(0.125);
    expect(cuts(stop, '。')[1]).toBeCloseTo(0.25);
  });

  test('a word space before all of them', () => {
    const lines = shrunk('春，夏new york秋。', 1 / 12);
    expect(extent(cellOf(lines, ' '))).toBeCloseTo(1 / 4);
    expect(cuts(lines, '，')[1]).toBeCloseTo(0);
  });
});

describe('point 19: white is given in order', () => {
  test('word spaces to a half em and gaps to a third before any other place', () => {
    const [line] = setParagraph(`春夏new york秋冬${ten}`, { measure: 7.6 });
    const cells = line?.cells ?? [];
    expect(cells.map((cell) => cell.text)).toEqual(['春', '夏', 'new', ' ', 'york', '秋']);
    expect(extent(cells[3])).toBeCloseTo(0.5);
    expect((cells[2]?.inline ?? 0) - (cells[1]?.inline ?? 0)).toBeCloseTo(1.3);
    expect((cells[1]?.inline ?? 0) - (cells[0]?.inline ?? 0)).toBeCloseTo(1);
    expect(cells[5]?.boxEnd).toBeCloseTo(7.6);
  });

  test('then every place alike', () => {
    const [line] = setParagraph(`${ten}；${ten}`, { measure: 10 });
    const starts = (line?.cells ?? []).map((cell) => cell.inline);
    for (let at = 1; at < starts.length; at++) {
      expect((starts[at] ?? 0) - (starts[at - 1] ?? 0)).toBeCloseTo(9 / 8); // nine cells over ten em
    }
  });

  test('nothing beside a connector', () => {
    const [line] = setParagraph(`春夏～秋冬山川日月；${ten}`, { measure: 9 });
    const starts = new Map((line?.cells ?? []).map((cell) => [cell.text, cell.inline]));
    expect((starts.get('～') ?? 0) - (starts.get('夏') ?? 0)).toBeCloseTo(1);
    expect((starts.get('秋') ?? 0) - (starts.get('～') ?? 0)).toBeCloseTo(1);
    expect((starts.get('冬') ?? 0) - (starts.get('秋') ?? 0)).toBeGreaterThan(1.01);
  });
});

describe('point 27: pairs of ！ and ？', () => {
  test('share one cell in 竖排, as half-width marks', () => {
    expect(cellOf(setParagraph('谁信呢？！他'), '？！')).toMatchObject({
      advance: 1,
      paint: 'combine',
      display: '?!',
      start: 3,
      end: 5,
    });
  });

  test('three take two em', () => {
    expect(width('！！！')).toBeCloseTo(2);
  });

  test('two take one and a half em at most in 横排, the first losing its white', () => {
    expect(cuts(setParagraph('谁信呢？！他', { direction: 'horizontal' }), '？')).toEqual([0, 0.5]);
  });
});

describe('point 31: between Han and Latin', () => {
  test('a quarter em on both sides', () => {
    expect(width('Boeing')).toBeCloseTo(3.2 + 0.5);
  });

  test('none at the edges of a line and none beside a full-width mark', () => {
    const [line] = setParagraph('Boeing，Boeing');
    expect(line?.cells[0]?.inline).toBe(0);
    expect(line?.cells.at(-1)?.boxEnd).toBeCloseTo(3.2 + 1 + 3.2);
  });
});

describe('point 36: no orphan', () => {
  test('the last line has more than one character', () => {
    for (const tail of ['', '。', '。”']) {
      for (let length = 20; length <= 42; length++) {
        const lines = setParagraph(ten.repeat(5).slice(0, length) + tail, { measure: 20 });
        expect((lineTexts(lines).at(-1) ?? '').replace(/[。”]/g, '').length).toBeGreaterThan(1);
      }
    }
  });
});

describe('a space of the source', () => {
  test.each([
    ['他说 “好”', 5],
    ['好” 他', 3],
    ['好， 他', 3],
    ['（ 好', 2],
    ['好。 “他', 3.5],
    ['冲啊！ 前', 4],
    ['清淤 归来', 4.5],
    ['看—— 他', 4.5],
  ])('is none beside a full-width mark: %s', (text, expected) => {
    expect(width(text)).toBeCloseTo(expected);
  });

  test('is covered by a cell without length, and no place for white', () => {
    const [line] = setParagraph(`他说 “${ten}”他说${ten}`, { measure: 12 });
    const space = line?.cells.find(({ text }) => text === ' ');
    expect(space).toMatchObject({ advance: 0, start: 2, end: 3 });
    const extents = line?.cells.filter(({ text }) => /\p{Script=Han}/u.test(text)).map(extent) ?? [];
    expect(Math.max(...extents) - Math.min(...extents)).toBeLessThan(0.26);
  });

  test('does not part a bracket from what follows it', () => {
    for (let measure = 4; measure < 14; measure++) {
      const lines = lineTexts(setParagraph(`${ten}“ ${ten}” ，${ten}（ ${ten}`, { measure }));
      expect(lines.filter((line) => /[“（]\s*$/u.test(line))).toEqual([]);
      expect(lines.filter((line) => /^\s*[”，]/u.test(line))).toEqual([]);
    }
  });
});

describe('a line of nothing but pieces of an address', () => {
  test('is filled by white between its letters, not at its joints', () => {
    const address = 'https://www.example.org/archive/2022/october/issue-of-the-eleventh/page-three.html';
    for (const direction of ['vertical', 'horizontal'] as const) {
      const lines = setParagraph(address, { measure: 13, direction });
      expect(lines.length).toBeGreaterThan(2);
      for (const { cells } of lines.slice(0, -1)) {
        expect(cells.at(-1)?.boxEnd).toBeCloseTo(13, 6);
        const whites = cells.slice(1).map((cell, at) => {
          const before = cells[at];
          return cell.inline - (before === undefined ? NaN : before.inline + before.advance);
        });
        expect(Math.max(...whites) - Math.min(...whites)).toBeLessThan(1e-6);
      }
    }
  });
});
