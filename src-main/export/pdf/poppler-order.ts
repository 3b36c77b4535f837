// In what order poppler reads a page: its rules, as a model to prove a page by before it is written.
//
// poppler gathers lines to blocks, looks for tables of two by two blocks, stretches the others over what stands below
// them, and sorts. What it takes for a table it reads row by row, which tears the columns of a newspaper apart. The model
// knows whole lines of one size each, as we write them, on a page that is written in one direction.
// Measures are poppler 22.12's; the order of blocks is that of T. M. Breuel, High Performance Document Layout Analysis.
import type { Direction } from './page-geometry';
import { findTables } from './poppler-tables';
import { meetsInHeight, meetsInWidth, type SeenBlock, type SeenBox, type SeenLine } from './seen-block';

export type SeenOrder = {
  /** In the order they are read. */
  readonly blocks: readonly SeenBlock[];
  /** The blocks of each table, which is none on a page that is read right. */
  readonly tables: readonly (readonly SeenBlock[])[];
};

/** Lines are of one block when they are no further apart than `pitch`, and of sizes no more different than `likeness`. */
const joining = { pitch: 1.5, likeness: 0.05, within: 0.5, beside: 0.7, withinLikeness: 0.6 } as const;

/** Up to three lines that stand beside a block are taken in where nothing else is, no further off than `beside`. */
const outlying = { beside: 1, likeness: 0.2, most: 3 } as const;

/** Lines are looked up in drawers so many points high. */
const drawer = 4;

/** How a font's em box lies about the baseline. */
const emBox = { above: 0.88, below: 0.12 } as const;

/** Gives the order in which poppler reads lines that are all written in `direction`. */
export function popplerOrder(lines: readonly SeenLine[], direction: Direction): SeenOrder {
  const blocks = [
    ...gather(lines, direction, (line) => line.isTurned !== true),
    // Each way of turning is gathered for itself, in poppler's own order of them.
    ...gather(lines, direction, (line) => line.isTurned === true),
  ];
  const tables = findTables(blocks);
  const placed = stretch(blocks, tables);
  return { blocks: sort(placed, direction), tables };
}

/** Makes blocks: each begins with a line near the page's head (竖排: its left) and takes in what it can reach. */
function gather(
  lines: readonly SeenLine[],
  direction: Direction,
  isOfThem: (line: SeenLine) => boolean,
): readonly SeenBlock[] {
  const left = lines
    .map((line, index): LineLeft => ({ line, index, drawer: Math.trunc(line.base / drawer), isTaken: false }))
    .filter(({ line }) => isOfThem(line))
    .sort((one, other) => one.drawer - other.drawer || startsFirst(one.line, other.line));
  const blocks: SeenBlock[] = [];
  let firstLeft = 0;
  for (;;) {
    while (left[firstLeft]?.isTaken === true) firstLeft++;
    const first = left[firstLeft];
    if (first === undefined) return blocks;
    // The line that starts earliest in the first four drawers, so that none begins with a raised sign.
    let seed = first;
    for (let at = firstLeft + 1; at < left.length; at++) {
      const candidate = left[at];
      if (candidate === undefined || candidate.drawer >= first.drawer + 4) break;
      if (!candidate.isTaken && startsFirst(candidate.line, seed.line) < 0) seed = candidate;
    }
    const { size } = seed.line;
    const taken = [seed.index];
    let { start, end } = seed.line;
    let least = seed.line.base;
    let most = least;
    seed.isTaken = true;
    for (let found = true; found;) {
      found = false;
      for (let at = firstLeft; at < left.length; at++) {
        const candidate = left[at];
        if (candidate === undefined || candidate.isTaken) continue;
        const { line } = candidate;
        // They are in the order of their drawers: none after this one can be reached.
        if (candidate.drawer * drawer > most + joining.pitch * size + drawer) break;
        const follows =
          line.start < end &&
          line.end > start &&
          Math.abs(line.size - size) < joining.likeness * size &&
          line.base >= least - joining.pitch * size &&
          line.base <= most + joining.pitch * size &&
          (line.base < least || line.base > most);
        const lies =
          line.start < end + joining.beside * size &&
          line.end > start - joining.beside * size &&
          Math.abs(line.size - size) < joining.withinLikeness * size &&
          line.base >= least - joining.within * size &&
          line.base <= most + joining.within * size;
        if (!follows && !lies) continue;
        taken.push(candidate.index);
        candidate.isTaken = true;
        start = Math.min(start, line.start);
        end = Math.max(end, line.end);
        if (follows) {
          least = Math.min(least, line.base);
          most = Math.max(most, line.base);
        }
        found = true;
      }
      for (const side of found ? [] : (['before', 'behind'] as const)) {
        for (const one of outlyingOf(left, firstLeft, { start, end, least, most, size }, side)) {
          taken.push(one.index);
          one.isTaken = true;
          start = Math.min(start, one.line.start);
          end = Math.max(end, one.line.end);
          least = Math.min(least, one.line.base);
          most = Math.max(most, one.line.base);
          found = true;
        }
      }
    }
    taken.sort((one, other) => one - other);
    blocks.push(blockOf(lines, taken, size, direction));
  }
}

type LineLeft = {
  readonly line: SeenLine;
  readonly index: number;
  readonly drawer: number;
  isTaken: boolean;
};

type Reached = Pick<SeenLine, 'start' | 'end' | 'size'> & { readonly least: number; readonly most: number };

/** What stands before or behind all lines of a block and is few enough to be taken in: one line of each drawer. */
function outlyingOf(
  left: readonly LineLeft[],
  from: number,
  { start, end, size, least, most }: Reached,
  side: 'before' | 'behind',
): readonly LineLeft[] {
  const found: LineLeft[] = [];
  for (let at = from; at < left.length; at++) {
    const one = left[at];
    if (one === undefined || one.drawer * drawer > most + joining.within * size + drawer) break;
    const { line } = one;
    const gap = side === 'before' ? start - line.end : line.start - end;
    if (one.isTaken || gap < 0 || gap >= outlying.beside * size) continue;
    if (line.base < least - joining.within * size || line.base > most + joining.within * size) continue;
    if (Math.abs(line.size - size) >= outlying.likeness * size) continue;
    if (one.drawer !== found.at(-1)?.drawer) found.push(one);
  }
  return found.length > outlying.most ? [] : found;
}

/** What is upside down starts at its right. */
function startsFirst(one: SeenLine, other: SeenLine): number {
  return one.isTurned === true ? other.end - one.end : one.start - other.start;
}

function blockOf(
  lines: readonly SeenLine[],
  taken: readonly number[],
  size: number,
  direction: Direction,
): SeenBlock {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const take = (left: number, right: number, top: number, bottom: number): void => {
    box.left = Math.min(box.left, left);
    box.right = Math.max(box.right, right);
    box.top = Math.min(box.top, top);
    box.bottom = Math.max(box.bottom, bottom);
  };
  let isTurned = false;
  for (const index of taken) {
    const line = lines[index];
    if (line === undefined) continue;
    const { start, end, base } = line;
    isTurned ||= line.isTurned === true;
    if (line.isTurned === true)
      take(start, end, base - emBox.below * line.size, base + emBox.above * line.size);
    else if (direction === 'vertical') take(base, base + line.size, start, end);
    else take(start, end, base - emBox.above * line.size, base + emBox.below * line.size);
  }
  return { lines: taken, size, isTurned, ...box };
}

/** A block, the box that stands for it when blocks are sorted, and its table's number. */
type Placed = { readonly block: SeenBlock; readonly table: number; readonly outer: SeenBox };

/** A table counts as one; any other block reaches over what stands below it, as far as nothing is beside it. */
function stretch(blocks: readonly SeenBlock[], tables: readonly (readonly SeenBlock[])[]): readonly Placed[] {
  return blocks.map((block) => {
    const table = tables.findIndex((members) => members.includes(block));
    const members = tables[table];
    if (members === undefined) return { block, table, outer: stretched(blocks, block) };
    const outer = {
      left: Math.min(...members.map(({ left }) => left)),
      right: Math.max(...members.map(({ right }) => right)),
      top: Math.min(...members.map(({ top }) => top)),
      bottom: Math.max(...members.map(({ bottom }) => bottom)),
    };
    return { block, table, outer };
  });
}

function stretched(blocks: readonly SeenBlock[], block: SeenBlock): SeenBox {
  let most = Infinity;
  let least = 0;
  for (const other of blocks) {
    if (other === block || !meetsInHeight(block, other)) continue;
    if (other.left > block.right) most = Math.min(most, other.left);
    if (other.right < block.left) least = Math.max(least, other.right);
  }
  let { left, right } = block;
  for (const other of blocks) {
    if (other === block || other.top < block.bottom) continue;
    if (other.right <= most) right = Math.max(right, other.right);
    if (other.left >= least) left = Math.min(left, other.left);
  }
  return { left, right, top: block.top, bottom: block.bottom };
}

/** Sorts so that each comes after all that must be read before it, visiting them depth first. */
function sort(placed: readonly Placed[], direction: Direction): readonly SeenBlock[] {
  const { isRelated, isLinked } = relation(placed, ({ outer: one }, { outer: other }) =>
    isAbove(one, other, direction),
  );
  const beside = ({ block, outer: one }: Placed, { outer: other }: Placed): boolean => {
    if (block.isTurned) return other.right <= one.left;
    return direction === 'vertical' ? one.top <= other.bottom : one.right <= other.left;
  };
  const isBefore = (one: Placed, at: number, other: Placed, otherAt: number): boolean => {
    if (other.table >= 0 && one.table === other.table) return isEarlierCell(one.block, other.block);
    if (isRelated(at, otherAt)) return true;
    // Unless a third leads from the other to the one.
    return beside(one, other) && !isLinked(otherAt, at);
  };
  const sorted: SeenBlock[] = [];
  const visited = new Set<Placed>();
  const visit = (one: Placed, at: number): void => {
    if (visited.has(one)) return;
    visited.add(one);
    placed.forEach((other, otherAt) => {
      if (!visited.has(other) && isBefore(other, otherAt, one, at)) visit(other, otherAt);
    });
    sorted.push(one.block);
  };
  placed.forEach(visit);
  return sorted;
}

type Relation = {
  readonly isRelated: (one: number, other: number) => boolean;
  /** Whether some third is related to by the one, and to the other. */
  readonly isLinked: (one: number, other: number) => boolean;
};

/** Asks each pair once, and keeps the answers as bits: pages are proved thousands of times. */
function relation<T>(members: readonly T[], holds: (one: T, other: T) => boolean): Relation {
  const words = Math.ceil(members.length / 32);
  const to = new Int32Array(members.length * words);
  const from = new Int32Array(members.length * words);
  const set = (bits: Int32Array, at: number, bit: number): void => {
    const word = at * words + (bit >> 5);
    bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
  };
  members.forEach((one, at) =>
    members.forEach((other, otherAt) => {
      if (!holds(one, other)) return;
      set(to, at, otherAt);
      set(from, otherAt, at);
    }),
  );
  return {
    isRelated: (one, other) => ((to[one * words + (other >> 5)] ?? 0) & (1 << (other & 31))) !== 0,
    isLinked: (one, other) => {
      for (let word = 0; word < words; word++) {
        if (((to[one * words + word] ?? 0) & (from[other * words + word] ?? 0)) !== 0) return true;
      }
      return false;
    },
  };
}

/** Whether the one leads to the other: above it in 横排, to its right in 竖排, where both lie in the same strip. */
function isAbove(one: SeenBox, other: SeenBox, direction: Direction): boolean {
  return direction === 'vertical'
    ? meetsInHeight(one, other) && one.right > other.right
    : meetsInWidth(one, other) && one.top < other.top;
}

function isEarlierCell(one: SeenBlock, other: SeenBlock): boolean {
  return (one.right <= other.left && meetsInHeight(one, other)) || one.bottom <= other.top;
}
