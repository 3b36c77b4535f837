// How deep marks lie over each other where they share text, so that screen and paper draw them apart alike. Only marks that
// are drawn in the same place are in each other's way: fills, lines, signs beside the characters, strokes through them, frames.
import type { TextRange } from '../text/offsets';
import type { MarkStyle } from './annotation';

/** A passage of a mark, and how it is drawn among those it shares text with. */
export type PieceLevel = {
  /**
   * How many others it stands outside of, or lies over, where text runs in the direction: no two of the same place that
   * overlap have the same. In 横排 signs stand under the text as lines do, and outside of all lines there.
   */
  readonly level: { readonly vertical: number; readonly horizontal: number };
  /** Whether another one of its place that begins earlier lies under it, on whatever level. */
  readonly isOver: boolean;
};

/** Gives the levels of marks' passages, for each mark in the order of its ranges. */
export function levelMarks(
  marks: readonly {
    readonly style: MarkStyle;
    readonly created: string;
    readonly ranges: readonly TextRange[];
  }[],
): readonly (readonly PieceLevel[])[] {
  // Sorting is stable: pieces that are alike stay in the order of their marks.
  const pieces = marks
    .flatMap(({ style, created, ranges }, mark) =>
      ranges.map((range, at) => ({ place: placeOf[style], created, range, mark, at })),
    )
    .sort((a, b) => compareRanges(a.range, b.range) || compare(a.created, b.created));
  const clusters = lineLevelsBySign(pieces.filter(({ place }) => place === 'line' || place === 'sign'));
  const levels: PieceLevel[][] = marks.map(() => []);
  // For each place, the end of the last piece on each level.
  const ends = new Map<Place, number[]>();
  for (const piece of pieces) {
    const taken = ends.get(piece.place) ?? [];
    ends.set(piece.place, taken);
    const { start, end } = piece.range;
    const free = taken.findIndex((until) => until <= start);
    const vertical = free < 0 ? taken.length : free;
    const isOver = taken.some((until) => until > start);
    taken[vertical] = end;
    const horizontal = vertical + (clusters.get(piece) ?? 0);
    const own = levels[piece.mark];
    if (own !== undefined) own[piece.at] = { level: { vertical, horizontal }, isOver };
  }
  return levels;
}

/** In which order ranges are drawn: where two begin together, the longer one lies beneath. */
export function compareRanges(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end;
}

type Place = 'fill' | 'line' | 'sign' | 'through' | 'frame';

const placeOf = {
  highlight: 'fill',
  underline: 'line',
  wavy: 'line',
  emphasis: 'sign',
  circle: 'sign',
  strike: 'through',
  box: 'frame',
} as const satisfies { readonly [S in MarkStyle]: Place };

type Piece = { readonly place: Place; readonly range: TextRange };

/** For each sign among lines and signs that hang together, how many levels of lines there are. */
function lineLevelsBySign<P extends Piece>(pieces: readonly P[]): ReadonlyMap<P, number> {
  const levels = new Map<P, number>();
  let signs: P[] = [];
  let lineEnds: number[] = [];
  let end = -Infinity;
  const close = (): void => {
    for (const sign of signs) levels.set(sign, lineEnds.length);
    signs = [];
    lineEnds = [];
  };
  for (const piece of pieces) {
    if (piece.range.start >= end) close();
    end = Math.max(end, piece.range.end);
    if (piece.place === 'sign') signs.push(piece);
    else {
      const free = lineEnds.findIndex((until) => until <= piece.range.start);
      lineEnds[free < 0 ? lineEnds.length : free] = piece.range.end;
    }
  }
  close();
  return levels;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
