// How a mark, or a title line of the type itself, is drawn beside its characters. Both painters draw by this: they only
// turn a place along and across the line into x and y.
//
// Lines stand where a Chinese reader expects them: 直线 (专名号) and 波浪线 (书名号) to the left of a vertical line and under
// a horizontal one, dots and circles to the right or under it (GB/T 15834-2011, 5.2.4 and 5.2.5; clreq, "indication
// punctuation marks"). All lengths are in em of the line's type.
import type { MarkStyle } from '../annotation/annotation';
import type { TextRange } from '../text/offsets';
import { positionInCell } from './layout-index';
import type { Cell, Em, LineBox } from './model';

/** A place by a line: `along` from the stretch's start, `across` from the middle of the type towards the next line. */
export type LinePoint = { readonly along: Em; readonly across: Em };

export type DrawStep =
  | { readonly kind: 'move' | 'line'; readonly to: LinePoint }
  | {
      readonly kind: 'curve';
      readonly to: LinePoint;
      /** The control points of a cubic curve. */
      readonly first: LinePoint;
      readonly second: LinePoint;
    };

export type MarkDrawing =
  | { readonly kind: 'stroke'; readonly thickness: Em; readonly steps: readonly DrawStep[] }
  | {
      readonly kind: 'signs';
      readonly centres: readonly LinePoint[];
      readonly radius: Em;
      /** Of a circle's line; null for a dot, which is filled. */
      readonly thickness: Em | null;
    };

/** The piece of a mark that stands in one line. */
export type MarkedStretch = {
  readonly length: Em;
  /** The middles of the characters that take a sign of their own; see {@link signMiddles}. */
  readonly signs: readonly Em[];
  /** Whether the mark begins, and ends, in this line. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** How many marks that are drawn in the same place stand here already: this one stands so many steps further out. */
  readonly level: number;
};

/** What is drawn with a brush; a highlight is a fill. */
export type StrokeStyle = 'underline' | 'wavy' | 'emphasis' | 'circle' | 'strike' | 'box';

/** How far out of the type's middle any drawing reaches, its line included; nothing is drawn beyond. */
export const drawingReach: Em = 1.04;

const lineAt: Em = 0.61;
const lineThickness: Em = 0.065;
const signAt: Em = 0.67;
const boxAt: Em = 0.56;
const levelStep: Em = 0.12;
/** What is deeper stands as far out as this: more would run into the next line. */
const mostSteps = { line: 3, sign: 2, frame: 3 } as const;
const mostStrikes = 6;

/** Two names side by side are two lines: each ends so far before its character does. */
const endWhite: Em = 0.08;

/** Gives the drawing of a stroke over a stretch of a line in one of the two directions. */
export function drawMark(
  style: StrokeStyle,
  direction: 'vertical' | 'horizontal',
  stretch: MarkedStretch,
): MarkDrawing {
  const outBy = (most: number): Em => levelStep * Math.min(stretch.level, most);
  switch (style) {
    case 'underline': {
      const { from, to } = withoutEnds(stretch);
      return stroke(lineThickness, straight(from, to, lineAt + outBy(mostSteps.line)));
    }
    case 'wavy': {
      const { from, to } = withoutEnds(stretch);
      return stroke(0.055, wave(from, to, lineAt + outBy(mostSteps.line)));
    }
    case 'strike':
      return stroke(0.06, straight(0, stretch.length, strikeAt(stretch.level)));
    case 'box':
      return stroke(0.06, frame(stretch, boxAt + outBy(mostSteps.frame)));
    case 'emphasis':
    case 'circle': {
      const out = outBy(mostSteps.sign);
      const across = direction === 'vertical' ? -signAt - out : signAt + out;
      return {
        kind: 'signs',
        centres: stretch.signs.map((along) => ({ along, across })),
        radius: style === 'emphasis' ? 0.085 : 0.11,
        thickness: style === 'emphasis' ? null : 0.04,
      };
    }
  }
}

/** Whether a mark of a style stands apart from all below it, or as far out as the deepest that does. */
export function isDrawnApart(style: MarkStyle, level: number): boolean {
  return level <= deepest[style];
}

/** More fills than this over each other would leave the text too little contrast. */
export const mostFills = 2;

/** How much of a highlight's thickness one that lies over it leaves free at either side, and how often at the most. */
const stripe = 1 / 12;
const mostInsets = 5;

const deepest = {
  highlight: mostInsets,
  underline: mostSteps.line,
  wavy: mostSteps.line,
  emphasis: mostSteps.sign,
  circle: mostSteps.sign,
  strike: mostStrikes,
  box: mostSteps.frame,
} as const satisfies Record<MarkStyle, number>;

/** How far in, as a part of the thickness, the highlight of a level lies. */
export function fillInset(level: number): number {
  return stripe * Math.min(level, mostInsets);
}

/** Which parts of its thickness a highlight fills: all of it, or, where it lies deep over others, a stripe at either side. */
export function fillStripes(level: number): readonly (readonly [from: number, to: number])[] {
  if (level < mostFills) return [[0, 1]];
  const from = fillInset(level);
  const to = from + stripe;
  return [
    [from, to],
    [1 - to, 1 - from],
  ];
}

/**
 * The middles of the characters of a range that take a dot or circle, in em from the line's start: of their own em, not
 * of the white that was put behind them. Marks of punctuation take none.
 */
export function signMiddles(line: Pick<LineBox, 'cells'>, range: TextRange): readonly Em[] {
  return line.cells
    .filter(
      (cell) => cell.start < range.end && cell.end > range.start && !/^[\p{P}\p{S}\p{Z}]*$/u.test(cell.text),
    )
    .map((cell) => middleOf(cell, range));
}

function middleOf(cell: Cell, range: TextRange): Em {
  if (cell.stops !== undefined) {
    const from = positionInCell(cell, Math.max(range.start, cell.start), 'start');
    return (from + positionInCell(cell, Math.min(range.end, cell.end), 'end')) / 2;
  }
  const from = Math.max(cell.inline, cell.boxStart);
  return (from + Math.min(cell.inline + cell.advance, cell.boxEnd)) / 2;
}

function withoutEnds({ length, opens, closes }: MarkedStretch): { readonly from: Em; readonly to: Em } {
  const white = Math.min(endWhite, length / 6);
  return { from: opens ? white : 0, to: closes ? length - white : length };
}

/** Strokes through the type stand to either side of its middle in turn, as far as the type reaches. */
function strikeAt(level: number): Em {
  const step = Math.min(level, mostStrikes);
  const away = strikeStep * Math.ceil(step / 2);
  return step % 2 === 0 ? 0 - away : away;
}

const strikeStep: Em = 0.13;

function stroke(thickness: Em, steps: readonly DrawStep[]): MarkDrawing {
  return { kind: 'stroke', thickness, steps };
}

function straight(from: Em, to: Em, across: Em): readonly DrawStep[] {
  return [
    { kind: 'move', to: { along: from, across } },
    { kind: 'line', to: { along: to, across } },
  ];
}

const waveLength: Em = 0.5;
const waveHeight: Em = 0.1;
/** How far along a half wave its control points stand. */
const roundness = 0.37;

/** Half waves to either side in turn, as many as make them of like length; the stretch is never left without one. */
function wave(from: Em, to: Em, across: Em): readonly DrawStep[] {
  const halves = Math.max(2, Math.round((to - from) / (waveLength / 2)));
  const half = (to - from) / halves;
  const steps: DrawStep[] = [{ kind: 'move', to: { along: from, across } }];
  for (let at = 0; at < halves; at++) {
    const start = from + at * half;
    // A curve reaches three quarters of the way to its control points.
    const crest = across + (at % 2 === 0 ? waveHeight : -waveHeight);
    steps.push({
      kind: 'curve',
      first: { along: start + half * roundness, across: crest },
      second: { along: start + half * (1 - roundness), across: crest },
      to: { along: start + half, across },
    });
  }
  return steps;
}

/** A border which stays open where the mark goes on in another line. */
function frame({ length, opens, closes }: MarkedStretch, side: Em): readonly DrawStep[] {
  const from = opens ? -(side - 0.5) : 0;
  const to = closes ? length + (side - 0.5) : length;
  const corner = (along: Em, across: Em): LinePoint => ({ along, across });
  return [
    { kind: 'move', to: corner(from, side) },
    { kind: opens ? 'line' : 'move', to: corner(from, -side) },
    { kind: 'line', to: corner(to, -side) },
    { kind: closes ? 'line' : 'move', to: corner(to, side) },
    { kind: 'line', to: corner(from, side) },
  ];
}
