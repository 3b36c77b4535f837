// How a mark is drawn. Lines stand where a Chinese reader expects them: 直线 and 波浪线 to the left of a vertical line and
// under a horizontal one (GB/T 15834-2011, 5.2.4), dots and circles to the right or under it.
import type { Annotation, MarkStyle } from '../../../src-core/annotation/annotation';
import type { Direction, PaperRect, Point } from './page-geometry';
import { pdfNumber } from './pdf-document';
import { pigments, type Rgb } from './pigments';
import type { MarkedLine, MarkPiece } from './place-marks';

export type MarkShape = {
  readonly operators: string;
  /** What is drawn lies within. */
  readonly bounds: PaperRect;
};

/** The colour of a mark in its style. */
export function markColor({ style, color }: Pick<Annotation, 'style' | 'color'>): Rgb {
  return style === 'highlight' ? pigments[color].fill : pigments[color].stroke;
}

/** Draws the piece of a mark that lies on one page, in points of the page. */
export function markShape(
  annotation: Pick<Annotation, 'style' | 'color'>,
  piece: MarkPiece,
  direction: Direction,
): MarkShape {
  const color = markColor(annotation).map(pdfNumber).join(' ');
  const draw = drawings[annotation.style];
  const operators = piece.lines
    .map((line, index) =>
      draw(line, {
        direction,
        opens: piece.isFirst && index === 0,
        closes: piece.isLast && index === piece.lines.length - 1,
      }),
    )
    .filter((drawn) => drawn !== '');
  return {
    operators: [`${color} rg ${color} RG`, ...operators].join('\n'),
    bounds: grown(union(piece.lines.map(({ quad }) => quad)), reach(annotation.style, piece)),
  };
}

/** The smallest rectangle around others. */
export function union(rects: readonly PaperRect[]): PaperRect {
  return {
    left: Math.min(...rects.map(({ left }) => left)),
    bottom: Math.min(...rects.map(({ bottom }) => bottom)),
    right: Math.max(...rects.map(({ right }) => right)),
    top: Math.max(...rects.map(({ top }) => top)),
  };
}

type LinePlace = {
  readonly direction: Direction;
  /** Whether the mark begins, and ends, in this line. */
  readonly opens: boolean;
  readonly closes: boolean;
};

type Drawing = (line: MarkedLine, place: LinePlace) => string;

const drawings: { readonly [S in MarkStyle]: Drawing } = {
  highlight: ({ quad }) => `${rectangle(quad)} f`,
  underline: (line, place) => {
    const at = beside(line, place.direction, 'before', 0.1 * line.em);
    return `${width(line, 0.06)} ${at(0)} m ${at(lengthOf(line, place.direction))} l S`;
  },
  wavy: (line, place) => wave(line, place.direction),
  emphasis: (line, { direction }) =>
    line.characters.map((box) => circle(signCentre(box, line, direction), 0.085 * line.em, 'f')).join('\n'),
  circle: (line, { direction }) => {
    const circles = line.characters.map((box) =>
      circle(signCentre(box, line, direction), 0.1 * line.em, 'S'),
    );
    return circles.length === 0 ? '' : `${width(line, 0.035)} ${circles.join('\n')}`;
  },
  strike: (line, { direction }) => {
    const { left, right, top, bottom } = line.quad;
    const middle =
      direction === 'vertical'
        ? [(left + right) / 2, top, (left + right) / 2, bottom]
        : [left, (top + bottom) / 2, right, (top + bottom) / 2];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = middle;
    return `${width(line, 0.055)} ${pair({ x: x1, y: y1 })} m ${pair({ x: x2, y: y2 })} l S`;
  },
  box: (line, place) => box(line, place),
};

/** How far a style's drawing reaches beyond the quads, in points. */
function reach(style: MarkStyle, { lines }: MarkPiece): number {
  const em = Math.max(...lines.map((line) => line.em));
  return style === 'highlight' ? 0 : (style === 'strike' ? 0.1 : 0.3) * em;
}

function grown({ left, bottom, right, top }: PaperRect, by: number): PaperRect {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

/** Gives a place so far along the line, `distance` outside the given side of the characters. */
function beside(
  { quad }: MarkedLine,
  direction: Direction,
  side: 'before' | 'after',
  distance: number,
): (along: number) => string {
  return (along) =>
    pair(
      direction === 'horizontal'
        ? { x: quad.left + along, y: quad.bottom - distance }
        : { x: side === 'before' ? quad.left - distance : quad.right + distance, y: quad.top - along },
    );
}

function wave(line: MarkedLine, direction: Direction): string {
  const length = lengthOf(line, direction);
  const halves = Math.max(2, Math.round(length / (0.16 * line.em)));
  const step = length / halves;
  const near = beside(line, direction, 'before', 0.02 * line.em);
  const middle = beside(line, direction, 'before', 0.11 * line.em);
  const far = beside(line, direction, 'before', 0.2 * line.em);
  const curves = Array.from({ length: halves }, (_, half) => {
    const crest = half % 2 === 0 ? far : near;
    const start = half * step;
    return `${crest(start + step * 0.36)} ${crest(start + step * 0.64)} ${middle(start + step)} c`;
  });
  return `1 J 1 j ${width(line, 0.05)} ${middle(0)} m ${curves.join(' ')} S`;
}

/** A border which stays open where the mark goes on in another line. */
function box(line: MarkedLine, { direction, opens, closes }: LinePlace): string {
  const { left, bottom, right, top } = grown(line.quad, 0.05 * line.em);
  const corners =
    direction === 'vertical'
      ? [point(left, top), point(left, bottom), point(right, bottom), point(right, top)]
      : [point(left, bottom), point(right, bottom), point(right, top), point(left, top)];
  const [a, b, c, d] = corners.map(pair);
  const start = opens ? `${d} m ${a} l` : `${a} m`;
  const end = closes ? `${c} l` : `${c} m`;
  return `2 J 0 j ${width(line, 0.06)} ${start} ${b} l ${end} ${d} l S`;
}

/** In the white beside a character, half-way to the next line. */
function signCentre(
  { left, right, top, bottom }: PaperRect,
  { em }: MarkedLine,
  direction: Direction,
): Point {
  return direction === 'vertical'
    ? point(right + 0.17 * em, (top + bottom) / 2)
    : point((left + right) / 2, bottom - 0.17 * em);
}

/** The distance of a control point that makes four Bézier curves a circle. */
const roundness = 0.5523;

function circle({ x, y }: Point, radius: number, paint: 'f' | 'S'): string {
  const k = radius * roundness;
  const curve = (...numbers: readonly number[]): string => `${numbers.map(pdfNumber).join(' ')} c`;
  return [
    `${pair(point(x + radius, y))} m`,
    curve(x + radius, y + k, x + k, y + radius, x, y + radius),
    curve(x - k, y + radius, x - radius, y + k, x - radius, y),
    curve(x - radius, y - k, x - k, y - radius, x, y - radius),
    curve(x + k, y - radius, x + radius, y - k, x + radius, y),
    `h ${paint}`,
  ].join(' ');
}

function lengthOf({ quad }: MarkedLine, direction: Direction): number {
  return direction === 'vertical' ? quad.top - quad.bottom : quad.right - quad.left;
}

function width({ em }: MarkedLine, ofEm: number): string {
  return `${pdfNumber(ofEm * em)} w`;
}

function rectangle({ left, bottom, right, top }: PaperRect): string {
  return `${[left, bottom, right - left, top - bottom].map(pdfNumber).join(' ')} re`;
}

function point(x: number, y: number): Point {
  return { x, y };
}

function pair({ x, y }: Point): string {
  return `${pdfNumber(x)} ${pdfNumber(y)}`;
}
