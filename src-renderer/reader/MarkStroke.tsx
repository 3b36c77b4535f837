// The strokes of a teacher's brush. In 竖排 lines stand at the left of the column, dots and circles at its right; in 横排
// both stand below (GB/T 15834 5.2, clreq "indication punctuation marks"). Drawn along the line (t) and across it (c),
// and only here turned into x and y.
import type { ReactNode } from 'react';
import type { MarkStyle } from '../../src-core/annotation/annotation';
import type { Direction } from '../../src-core/ipc/contract';
import type { Quad } from '../../src-core/typesetting/model';
import type { PlacedLine } from './line-index';

type MarkStrokeProps = {
  readonly style: Exclude<MarkStyle, 'highlight'>;
  readonly quad: Quad;
  /** The line that the quad covers a piece of. */
  readonly line: PlacedLine;
  readonly direction: Direction;
  readonly body: number;
  /** Strokes over strokes of the same kind stand a little further out. */
  readonly level: number;
};

/** Draws a stroke over the piece of a line; its element has the size of a fill. */
export function MarkStroke({
  style,
  quad,
  line: placed,
  direction,
  body,
  level,
}: MarkStrokeProps): ReactNode {
  const em = quad.blockSize * body;
  const length = quad.inlineSize * body;
  const across = em * 2;
  const middle = across / 2;
  const vertical = direction === 'vertical';
  const out = em * (0.64 + 0.12 * Math.min(level, 2));
  const point = (t: number, c: number): string => (vertical ? `${across - c} ${t}` : `${t} ${c}`);
  const line = (c: number): string => `M${point(0, c)}L${point(length, c)}`;
  const size = vertical ? { width: across, height: length } : { width: length, height: across };
  return (
    <svg
      className={`stroke-drawing${vertical ? ' is-vertical' : ''}`}
      {...size}
      aria-hidden="true"
      focusable="false"
    >
      {drawing()}
    </svg>
  );

  function drawing(): ReactNode {
    switch (style) {
      case 'underline':
        return <path d={line(middle + out)} strokeWidth={em * 0.07} />;
      case 'strike':
        return <path d={line(middle)} strokeWidth={em * 0.07} />;
      case 'wavy':
        return <path d={wave(length, em, middle + out, point)} strokeWidth={em * 0.065} />;
      case 'box':
        return (
          <path d={frame(length, middle - em * 0.6, middle + em * 0.6, point)} strokeWidth={em * 0.06} />
        );
      case 'emphasis':
      case 'circle': {
        const c = vertical ? middle - out : middle + out;
        return centers(quad, placed, body).map((t) => {
          const [x, y] = vertical ? [across - c, t] : [t, c];
          return style === 'emphasis' ? (
            <circle key={t} className="is-filled" cx={x} cy={y} r={em * 0.085} />
          ) : (
            <circle key={t} cx={x} cy={y} r={em * 0.12} strokeWidth={em * 0.05} />
          );
        });
      }
    }
  }
}

type PointText = (t: number, c: number) => string;

function wave(length: number, em: number, c: number, point: PointText): string {
  const step = em * 0.25;
  const count = Math.max(2, Math.round(length / step));
  const actual = length / count;
  let path = `M${point(0, c)}`;
  for (let index = 0; index < count; index++) {
    const side = index % 2 === 0 ? 1 : -1;
    path += `Q${point((index + 0.5) * actual, c + side * em * 0.14)} ${point((index + 1) * actual, c)}`;
  }
  return path;
}

function frame(length: number, from: number, to: number, point: PointText): string {
  return `M${point(0, from)}L${point(length, from)}L${point(length, to)}L${point(0, to)}Z`;
}

/** Where the characters of the piece stand along it, in pixels; marks of punctuation carry no dot. */
function centers(quad: Quad, { line, rect }: PlacedLine, body: number): readonly number[] {
  const { start, end } = quad.range;
  return line.cells
    .filter((cell) => cell.start >= start && cell.end <= end && /[\p{L}\p{N}]/u.test(cell.text))
    .map((cell) => (rect.inline + ((cell.boxStart + cell.boxEnd) / 2) * line.size - quad.inline) * body);
}
