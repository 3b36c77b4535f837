// Points 33 and 34 of the acceptance list, and what both painters draw marks by.
import { describe, expect, test } from 'vitest';
import {
  drawingReach,
  drawMark,
  signMiddles,
  type LinePoint,
  type MarkDrawing,
  type MarkedStretch,
  type StrokeStyle,
} from '../../../src-core/typesetting/mark-drawing';
import { cellOf, setParagraph } from '../../builders/set-paragraph';

const ten = '春夏秋冬山川日月星辰';
const styles: readonly StrokeStyle[] = ['underline', 'wavy', 'emphasis', 'circle', 'strike', 'box'];
const whole: MarkedStretch = { length: 3, signs: [0.5, 1.5, 2.5], opens: true, closes: true, level: 0 };

/** Every place a drawing names. */
function places(drawing: MarkDrawing): readonly LinePoint[] {
  return drawing.kind === 'signs' ? drawing.centres : drawing.steps.map((step) => step.to);
}

function alongs(drawing: MarkDrawing): readonly [from: number, to: number] {
  const all = places(drawing).map(({ along }) => along);
  return [Math.min(...all), Math.max(...all)];
}

describe('point 33: emphasis dots', () => {
  test('stand right of a vertical line and under a horizontal one, clear of the type', () => {
    for (const style of ['emphasis', 'circle'] as const) {
      for (const { across } of places(drawMark(style, 'vertical', whole))) expect(across).toBeLessThan(-0.5);
      for (const { across } of places(drawMark(style, 'horizontal', whole)))
        expect(across).toBeGreaterThan(0.5);
    }
  });

  test('stand at the middle of each character, in a loose line too', () => {
    // Nine characters over ten em.
    const [line] = setParagraph(`${ten}；${ten}`, { measure: 10 });
    const cells = line?.cells ?? [];
    expect(cells[1]?.inline).toBeGreaterThan(1.05);
    expect(signMiddles({ cells }, { start: 0, end: cells.length })).toEqual(
      cells.map((cell) => cell.inline + cell.advance / 2),
    );
  });

  test('are left out beside marks of punctuation', () => {
    const cells = setParagraph('春，“夏”')[0]?.cells ?? [];
    expect(signMiddles({ cells }, { start: 0, end: 5 })).toEqual(
      ['春', '夏'].map((text) => {
        const cell = cellOf([{ cells }], text);
        return cell.inline + cell.advance / 2;
      }),
    );
  });

  test('stand at the middle of the letters of a word that are marked', () => {
    const cells = setParagraph('Boeing')[0]?.cells ?? [];
    const [middle = NaN] = signMiddles({ cells }, { start: 0, end: 1 });
    expect(middle).toBeCloseTo(0.35);
  });
});

describe('point 34: name and title lines', () => {
  test('stand left of a vertical line and under a horizontal one, clear of the type', () => {
    for (const style of ['underline', 'wavy'] as const) {
      for (const direction of ['vertical', 'horizontal'] as const) {
        for (const { across } of places(drawMark(style, direction, whole)))
          expect(across).toBeGreaterThan(0.5);
      }
    }
  });

  test('leave a gap between two names that stand side by side', () => {
    for (const style of ['underline', 'wavy'] as const) {
      const [, end] = alongs(drawMark(style, 'vertical', whole));
      const [start] = alongs(drawMark(style, 'vertical', whole));
      expect(whole.length - end + start).toBeGreaterThan(0.1);
    }
  });

  test('are unbroken within one name, from line to line', () => {
    for (const style of ['underline', 'wavy'] as const) {
      const part = { ...whole, opens: false, closes: false };
      expect(alongs(drawMark(style, 'vertical', part))).toEqual([0, whole.length]);
      const drawing = drawMark(style, 'vertical', part);
      if (drawing.kind !== 'stroke') throw new Error('a line is a stroke');
      expect(drawing.steps.filter((step) => step.kind === 'move')).toHaveLength(1);
    }
  });

  test('are drawn however short the stretch is', () => {
    for (const style of ['underline', 'wavy'] as const) {
      const [from, to] = alongs(drawMark(style, 'vertical', { ...whole, length: 0.2 }));
      expect(to - from).toBeGreaterThan(0.1);
    }
  });
});

describe('a drawing', () => {
  test('reaches no further than is said', () => {
    for (const style of styles) {
      for (const level of [0, 1, 2, 5]) {
        for (const direction of ['vertical', 'horizontal'] as const) {
          const drawing = drawMark(style, direction, { ...whole, level });
          const own =
            drawing.kind === 'signs' ? drawing.radius + (drawing.thickness ?? 0) / 2 : drawing.thickness / 2;
          for (const { across } of places(drawing)) {
            expect(Math.abs(across) + own).toBeLessThanOrEqual(drawingReach + 1e-9);
          }
        }
      }
    }
  });

  test('of a first mark does not meet that of the next line at the pitch clreq asks for marks on both sides', () => {
    const pitch = 1.625;
    const extent = (style: StrokeStyle): readonly [least: number, most: number] => {
      const drawing = drawMark(style, 'vertical', whole);
      const own =
        drawing.kind === 'signs' ? drawing.radius + (drawing.thickness ?? 0) / 2 : drawing.thickness / 2;
      const steps = drawing.kind === 'stroke' ? drawing.steps : [];
      const bends = steps.flatMap((step) => (step.kind === 'curve' ? [step.first, step.second] : []));
      const all = [...places(drawing), ...bends].map(({ across }) => across);
      return [Math.min(...all) - own, Math.max(...all) + own];
    };
    for (const left of styles) {
      for (const right of styles) expect(extent(left)[1]).toBeLessThan(pitch + extent(right)[0]);
    }
  });

  test('of a box is open where the mark goes on in another line', () => {
    const moves = (opens: boolean, closes: boolean): number => {
      const drawing = drawMark('box', 'vertical', { ...whole, opens, closes });
      return drawing.kind === 'stroke' ? drawing.steps.filter((step) => step.kind === 'move').length : NaN;
    };
    expect([moves(true, true), moves(false, true), moves(true, false), moves(false, false)]).toEqual([
      1, 2, 2, 3,
    ]);
  });
});
