// The wavy lines that stand for 《》 where the style asks for them (GB/T 15834-2011, 5.2.4): ink, and no text.
import { drawMark } from '../../../src-core/typesetting/mark-drawing';
import type { SetLine } from '../../../src-core/typesetting/model';
import { titleStretches } from '../../../src-core/typesetting/title-lines';
import { drawingOperators } from './mark-shape';
import type { Direction, Point } from './page-geometry';

/** Gives the operators that draw a line's title lines; `origin` is where its middle axis starts, `size` its em in points. */
export function titleOperators(
  line: Pick<SetLine, 'cells'>,
  direction: Direction,
  origin: Point,
  size: number,
): readonly string[] {
  return titleStretches(line).map((stretch) => {
    const start =
      direction === 'vertical'
        ? { x: origin.x, y: origin.y - stretch.start * size, direction }
        : { x: origin.x + stretch.start * size, y: origin.y, direction };
    return `q 0 G ${drawingOperators(drawMark('wavy', direction, stretch), start, size)} Q`;
  });
}
