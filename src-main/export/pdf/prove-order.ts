// Proves a page made up as a whole by the model of poppler: with what words put between its frames it is read in its order.
import { fencesOf, fenceSizes } from './fences';
import type { Direction } from './page-geometry';
import { popplerOrder, type SeenOrder } from './poppler-order';
import type { SeenBlock, SeenLine } from './seen-block';
import { seenFrame, wordLine, type SpaceWord } from './seen-frames';
import { wallsOf } from './walls';

/** A page as poppler sees it: its frames by their lines, how many characters stand in them, the body's size in points. */
export type SeenPage = {
  readonly frames: readonly (readonly SeenLine[])[];
  readonly direction: Direction;
  readonly characters: number;
  readonly em: number;
};

/** Gives the words that keep poppler in the order of a page's frames; null where the model does not prove it. */
export function proveOrder(page: SeenPage): readonly SpaceWord[] | null {
  const { direction, em } = page;
  const frames = page.frames.flatMap((lines) => seenFrame(lines, direction) ?? []);
  if (direction === 'horizontal') return proved(page, wallsOf(frames, em));
  for (const sizes of fenceSizes) {
    const words = proved(page, fencesOf(frames, em, sizes));
    if (words !== null) return words;
  }
  return null;
}

/** The words given with those that part tables; null where that is not enough. */
function proved(
  { frames, direction, characters }: SeenPage,
  given: readonly SpaceWord[] | null,
): readonly SpaceWord[] | null {
  const text = frames.flat();
  let words = given;
  for (let mending = 0; words !== null && mending < mostMendings; mending++) {
    if (!isWrittenUpright(words, characters)) return null;
    const fault = firstFault(text, words, direction);
    if (fault === null) return words;
    const partings = fault.tables.flatMap((table) => tableParting(table, direction));
    if (partings.length === 0) return null;
    words = [...words, ...partings];
  }
  return null;
}

/** Poppler reads a page as most of its characters are turned; what is upside down must stay well below their half. */
function isWrittenUpright(words: readonly SpaceWord[], characters: number): boolean {
  const turned = 2 * words.filter(({ isTurned }) => isTurned).length;
  return turned <= mostTurned * characters;
}

const mostTurned = 0.9;

/** Tables are parted so many times. */
const mostMendings = 6;

/** White less than this between two blocks takes no word. Points. */
const leastGap = 0.2;

/** A small word between the first two blocks of a table: what stands beside each other is then no row of it. */
function tableParting([block, right]: readonly SeenBlock[], direction: Direction): readonly SpaceWord[] {
  if (block === undefined || right === undefined) return [];
  const gap = right.left - block.right;
  if (gap < leastGap) return [];
  const middle = (Math.max(block.top, right.top) + Math.min(block.bottom, right.bottom)) / 2;
  const at = block.right + gap / 2;
  const size = Math.min(0.2, gap / 3);
  return direction === 'vertical'
    ? [{ left: at - size / 2, right: at - size / 2, base: middle, size, isTurned: false, isStop: true }]
    : [{ left: at - size / 2, right: at + size / 2, base: middle, size, isTurned: false }];
}

/** Where edges all but touch, rounding may decide; the order must stand either way. Points. */
const slack = 0.015;
const jitters = { text: 0.006, word: 0.0015 } as const;

/** The page is proved as it is, with all type a little larger and smaller, and with every edge moved a little. */
const rounds = [0, slack, -slack, 0, 0, 0, 0, 0];

/** What poppler makes of the page in the first round in which it does not read it in order; null where there is none. */
function firstFault(
  lines: readonly SeenLine[],
  words: readonly SpaceWord[],
  direction: Direction,
): SeenOrder | null {
  const spaces = words.map(wordLine);
  for (const [round, growth] of rounds.entries()) {
    const isMoved = round > 0 && growth === 0;
    const text = isMoved
      ? lines.map((line) => movedText(line, round))
      : lines.map((line) => ({
          ...line,
          start: line.start - growth,
          end: line.end + growth,
          size: line.size + growth / 5,
        }));
    const moved = round === 0 ? spaces : spaces.map((word, at) => movedWord(word, round, at));
    const order = popplerOrder([...text, ...moved], direction);
    if (!isInOrder(order, text, direction)) return order;
  }
  return null;
}

/** Moves a word by what looks like chance, the same for the same round and place. */
function movedWord(word: SeenLine, round: number, at: number): SeenLine {
  const by = (salt: number): number => jitters.word * chance(at * 7 + salt, round);
  return { ...word, start: word.start + by(1), end: word.end + by(2), base: word.base + by(3) };
}

/** Moves the ends of a line of text; those at one place are rounded alike. */
function movedText(line: SeenLine, round: number): SeenLine {
  const by = (place: number): number => jitters.text * chance(Math.round(place * 500), round);
  return { ...line, start: line.start + by(line.start), end: line.end + by(line.end) };
}

/** Gives a number from -1 to 1, the same for the same seed and round. */
function chance(seed: number, round: number): number {
  const mixed = Math.imul(seed + 1, 2654435761 + round * 40503) >>> 12;
  return ((mixed & 1023) / 1023 - 0.5) * 2;
}

function isInOrder({ blocks }: SeenOrder, text: readonly SeenLine[], direction: Direction): boolean {
  let next = 0;
  for (const { lines, isTurned } of blocks) {
    if (isTurned) continue;
    let before: SeenLine | null = null;
    for (const index of lines) {
      const line = text[index];
      if (line === undefined) continue;
      if (index !== next++) return false;
      if (before !== null && !follows(before, line, direction)) return false;
      before = line;
    }
  }
  return next === text.length;
}

/** Whether a line of a block comes after another: what lies beside each other in one is joined to a single line. */
function follows(before: SeenLine, line: SeenLine, direction: Direction): boolean {
  const step = direction === 'vertical' ? before.base - line.base : line.base - before.base;
  return step > 0.6 * line.size;
}
