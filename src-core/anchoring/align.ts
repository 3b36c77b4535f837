// Lays a pattern into a stretch of text so that as few characters as possible differ: a semi-global edit distance
// (Sellers 1980), where text before and after the pattern costs nothing. The path is kept, so that it is known where
// every character of the pattern came to stand.
import type { CodeUnits } from '../text/offsets';

export type Alignment = {
  /** For each unit of the pattern, where in the text it is met: before it and after it. */
  readonly before: Uint32Array;
  readonly after: Uint32Array;
  /** Which units of the pattern stand in the text as they are; 1 for those. */
  readonly kept: Uint8Array;
};

const diagonal = 0;
const skipPattern = 1;
const skipText = 2;

/** Aligns a pattern with `text.slice(from, to)`; costs time and room of pattern length × stretch length. */
export function align(pattern: string, text: string, from: CodeUnits, to: CodeUnits): Alignment {
  const width = to - from + 1;
  const moves = new Uint8Array((pattern.length + 1) * width);
  let row = new Uint32Array(width);
  let above = new Uint32Array(width);
  for (let i = 1; i <= pattern.length; i++) {
    [row, above] = [above, row];
    const unit = pattern.charCodeAt(i - 1);
    row[0] = i;
    moves[i * width] = skipPattern;
    for (let j = 1; j < width; j++) {
      const kept = unit === text.charCodeAt(from + j - 1);
      const through = (above[j - 1] ?? 0) + (kept ? 0 : 1);
      const down = (above[j] ?? 0) + 1;
      const along = (row[j - 1] ?? 0) + 1;
      const least = Math.min(through, down, along);
      row[j] = least;
      moves[i * width + j] = through === least ? diagonal : down === least ? skipPattern : skipText;
    }
  }
  return trace(pattern, text, from, width, moves, lowest(row));
}

function lowest(row: Uint32Array): number {
  let best = 0;
  for (let j = 1; j < row.length; j++) if ((row[j] ?? 0) < (row[best] ?? 0)) best = j;
  return best;
}

function trace(
  pattern: string,
  text: string,
  from: CodeUnits,
  width: number,
  moves: Uint8Array,
  end: number,
): Alignment {
  const before = new Uint32Array(pattern.length);
  const after = new Uint32Array(pattern.length);
  const kept = new Uint8Array(pattern.length);
  let j = end;
  for (let i = pattern.length; i > 0;) {
    const move = j === 0 ? skipPattern : moves[i * width + j];
    if (move === skipText) {
      j--;
      continue;
    }
    i--;
    after[i] = from + j;
    if (move === diagonal) {
      j--;
      if (pattern.charCodeAt(i) === text.charCodeAt(from + j)) kept[i] = 1;
    }
    before[i] = from + j;
  }
  return { before, after, kept };
}
