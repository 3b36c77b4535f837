// How a mark is drawn on paper. What is drawn beside the characters is said by the engine, for the screen alike; here it
// is turned into operators.
import type { Annotation } from '../../../src-core/annotation/annotation';
import {
  drawingReach,
  drawMark,
  fillStripes,
  type LinePoint,
  type MarkDrawing,
} from '../../../src-core/typesetting/mark-drawing';
import type { Direction, PaperRect, Point } from './page-geometry';
import { pdfNumber } from './pdf-document';
import type { Pigments, Rgb } from './pigments';
import type { MarkedLine, MarkPiece } from './place-marks';

export type MarkShape = {
  readonly operators: string;
  /** What is drawn lies within. */
  readonly bounds: PaperRect;
};

/** In which direction the text runs, and with which colours it is marked. */
export type MarkSetting = { readonly direction: Direction; readonly pigments: Pigments };

/** The colour of a mark in its style. */
export function markColor({ style, color }: Pick<Annotation, 'style' | 'color'>, pigments: Pigments): Rgb {
  return style === 'highlight' ? pigments[color].fill : pigments[color].stroke;
}

/** Draws the piece of a mark that lies on one page, in points of the page. */
export function markShape(
  annotation: Pick<Annotation, 'style' | 'color'>,
  piece: MarkPiece,
  { direction, pigments }: MarkSetting,
): MarkShape {
  const color = markColor(annotation, pigments).map(pdfNumber).join(' ');
  const { style } = annotation;
  const operators = piece.lines
    .map((line) => {
      if (style === 'highlight') return `${filledBy(line, direction).map(rectangle).join(' ')} f`;
      const stretch = {
        length: lengthOf(line, direction) / line.em,
        signs: line.signs,
        opens: line.opens,
        closes: line.closes,
        level: line.level,
      };
      return drawingOperators(drawMark(style, direction, stretch), lineStart(line, direction), line.em);
    })
    .filter((drawn) => drawn !== '');
  return {
    operators: [`${color} rg ${color} RG`, ...operators].join('\n'),
    bounds: grown(union(piece.lines.map(({ quad }) => quad)), style === 'highlight' ? 0 : reach(piece)),
  };
}

/** What a highlight fills of its piece of a line: all of it, or stripes where it lies deep over others. */
export function filledBy({ quad, level }: MarkedLine, direction: Direction): readonly PaperRect[] {
  const { left, right, bottom, top } = quad;
  return fillStripes(level).map(([from, to]) =>
    direction === 'vertical'
      ? { ...quad, left: left + (right - left) * from, right: left + (right - left) * to }
      : { ...quad, bottom: bottom + (top - bottom) * from, top: bottom + (top - bottom) * to },
  );
}

/** Draws the sign of a note on the whole: a full square of the mark's stroke, before the first line it stands at. */
export function noteSign(
  { color }: Pick<Annotation, 'color'>,
  { lines }: MarkPiece,
  { direction, pigments }: MarkSetting,
): MarkShape {
  const [first] = lines;
  if (first === undefined) throw new Error('a piece of a mark has no line');
  const { x, y } = lineStart(first, direction);
  const half = 0.2 * first.em;
  const away = 0.5 * first.em;
  const centre = direction === 'vertical' ? { x, y: y + away } : { x: x - away, y };
  const bounds = {
    left: centre.x - half,
    right: centre.x + half,
    bottom: centre.y - half,
    top: centre.y + half,
  };
  const ink = pigments[color].stroke.map(pdfNumber).join(' ');
  return { operators: `${ink} rg\n${rectangle(bounds)} f`, bounds };
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

/** How far drawings may reach beyond the quads, in points. */
function reach({ lines }: MarkPiece): number {
  return (drawingReach - 0.5) * Math.max(...lines.map(({ em }) => em));
}

function grown({ left, bottom, right, top }: PaperRect, by: number): PaperRect {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

/** Where a line's middle axis starts on paper, and the way it runs. */
type LineStart = Point & { readonly direction: Direction };

function lineStart({ quad }: MarkedLine, direction: Direction): LineStart {
  const { left, bottom, right, top } = quad;
  return direction === 'vertical'
    ? { x: (left + right) / 2, y: top, direction }
    : { x: left, y: (bottom + top) / 2, direction };
}

/** Gives the operators of a drawing in the current colour; `em` in points. Empty for a drawing of nothing. */
export function drawingOperators(drawing: MarkDrawing, start: LineStart, em: number): string {
  const at = ({ along, across }: LinePoint): Point =>
    start.direction === 'vertical'
      ? { x: start.x - across * em, y: start.y - along * em }
      : { x: start.x + along * em, y: start.y - across * em };
  if (drawing.kind === 'signs') {
    const { centres, radius, thickness } = drawing;
    if (centres.length === 0) return '';
    const paint = thickness === null ? 'f' : 'S';
    const width = thickness === null ? [] : [`${pdfNumber(thickness * em)} w`];
    return [...width, ...centres.map((centre) => circle(at(centre), radius * em, paint))].join('\n');
  }
  const steps = drawing.steps.map((step) => {
    switch (step.kind) {
      case 'move':
        return `${pair(at(step.to))} m`;
      case 'line':
        return `${pair(at(step.to))} l`;
      case 'curve':
        return `${pair(at(step.first))} ${pair(at(step.second))} ${pair(at(step.to))} c`;
    }
  });
  // A border's open sides end squarely.
  return `0 J 1 j ${pdfNumber(drawing.thickness * em)} w ${steps.join(' ')} S`;
}

/** The distance of a control point that makes four Bézier curves a circle. */
const roundness = 0.5523;

function circle({ x, y }: Point, radius: number, paint: 'f' | 'S'): string {
  const k = radius * roundness;
  const curve = (...numbers: readonly number[]): string => `${numbers.map(pdfNumber).join(' ')} c`;
  return [
    `${pair({ x: x + radius, y })} m`,
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

function rectangle({ left, bottom, right, top }: PaperRect): string {
  return `${[left, bottom, right - left, top - bottom].map(pdfNumber).join(' ')} re`;
}

function pair({ x, y }: Point): string {
  return `${pdfNumber(x)} ${pdfNumber(y)}`;
}
