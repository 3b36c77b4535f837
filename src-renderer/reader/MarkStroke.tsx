// The strokes of a teacher's brush, drawn as the engine says: it gives places along and across the line, and only here they
// are turned into x and y.
import type { ReactNode } from 'react';
import type { Direction } from '../../src-core/ipc/contract';
import {
  drawMark,
  signMiddles,
  type LinePoint,
  type MarkDrawing,
  type StrokeStyle,
} from '../../src-core/typesetting/mark-drawing';
import type { Quad } from '../../src-core/typesetting/model';
import type { PlacedLine } from './line-index';

type MarkStrokeProps = {
  readonly style: StrokeStyle;
  readonly quad: Quad;
  /** The line that the quad covers a piece of. */
  readonly line: PlacedLine;
  /** Whether the mark begins, and ends, in this piece. */
  readonly ends: { readonly opens: boolean; readonly closes: boolean };
  readonly direction: Direction;
  readonly body: number;
  /** Strokes over strokes of the same kind stand a little further out. */
  readonly level: number;
};

/** Draws a stroke over the piece of a line; its element has the size of a fill. */
export function MarkStroke({
  style,
  quad,
  line: { line, rect },
  ends,
  direction,
  body,
  level,
}: MarkStrokeProps): ReactNode {
  const start = (quad.inline - rect.inline) / line.size;
  const drawing = drawMark(style, direction, {
    length: quad.inlineSize / line.size,
    signs: signMiddles(line, quad.range).map((middle) => middle - start),
    ...ends,
    level,
  });
  return (
    <Drawing
      drawing={drawing}
      direction={direction}
      em={line.size * body}
      length={quad.inlineSize / line.size}
    />
  );
}

/** Draws what stands beside a stretch of a line; `em` in CSS pixels, `length` in em. */
export function Drawing(props: {
  readonly drawing: MarkDrawing;
  readonly direction: Direction;
  readonly em: number;
  readonly length: number;
}): ReactNode {
  const { drawing, direction, em, length } = props;
  const isVertical = direction === 'vertical';
  const half = em * 1.1;
  const place = ({ along, across }: LinePoint): readonly [x: number, y: number] =>
    isVertical ? [half - across * em, along * em] : [along * em, half + across * em];
  const size = isVertical
    ? { width: 2 * half, height: length * em }
    : { width: length * em, height: 2 * half };
  return (
    <svg
      className={`stroke-drawing${isVertical ? ' is-vertical' : ''}`}
      {...size}
      aria-hidden="true"
      focusable="false"
    >
      {drawing.kind === 'stroke' ? (
        <path d={pathOf(drawing, place)} strokeWidth={drawing.thickness * em} />
      ) : (
        drawing.centres.map((centre) => {
          const [x, y] = place(centre);
          return drawing.thickness === null ? (
            <circle key={centre.along} className="is-filled" cx={x} cy={y} r={drawing.radius * em} />
          ) : (
            <circle
              key={centre.along}
              cx={x}
              cy={y}
              r={drawing.radius * em}
              strokeWidth={drawing.thickness * em}
            />
          );
        })
      )}
    </svg>
  );
}

function pathOf(
  { steps }: MarkDrawing & { readonly kind: 'stroke' },
  place: (point: LinePoint) => readonly [x: number, y: number],
): string {
  const words = (point: LinePoint): string => place(point).join(' ');
  return steps
    .map((step) => {
      switch (step.kind) {
        case 'move':
          return `M${words(step.to)}`;
        case 'line':
          return `L${words(step.to)}`;
        case 'curve':
          return `C${words(step.first)} ${words(step.second)} ${words(step.to)}`;
      }
    })
    .join('');
}
