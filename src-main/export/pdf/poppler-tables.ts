// What poppler takes for tables of two by two blocks, to be read row by row.
import { meetsInHeight, meetsInWidth, type SeenBlock } from './seen-block';

/** Edges agree when they are no further apart, in em of the smallest block. */
const agreeing = { x: 0.7, y: 0.5 } as const;

/**
 * Gives the tables. A table is a block, the nearest to its right, the nearest below it and the nearest to its right and below, which
 * agree in an edge or the middle both from side to side and from top to bottom. Tables that share a block are one.
 */
export function findTables(blocks: readonly SeenBlock[]): readonly (readonly SeenBlock[])[] {
  const tables: SeenBlock[][] = [];
  for (const block of blocks) {
    const others = neighbours(blocks, block);
    if (others === null || !isTable(block, others)) continue;
    const found = [block, others.right, others.below, others.across];
    const known = tables.findLast((table) => found.some((member) => table.includes(member)));
    if (known === undefined) {
      tables.push(found);
      continue;
    }
    for (const table of tables) {
      if (table !== known)
        table.splice(0, table.length, ...table.filter((member) => !found.includes(member)));
    }
    known.push(...found.filter((member) => !known.includes(member)));
  }
  return tables.filter((table) => table.length > 0);
}

type Neighbours = { readonly right: SeenBlock; readonly below: SeenBlock; readonly across: SeenBlock };

function neighbours(blocks: readonly SeenBlock[], block: SeenBlock): Neighbours | null {
  let right: SeenBlock | null = null;
  let below: SeenBlock | null = null;
  let across: SeenBlock | null = null;
  for (const other of blocks) {
    if (other === block) continue;
    if (meetsInHeight(other, block) && other.left > block.right && other.left < (right?.left ?? Infinity)) {
      right = other;
    } else if (
      meetsInWidth(other, block) &&
      other.top > block.bottom &&
      other.top < (below?.top ?? Infinity)
    ) {
      below = other;
    } else if (
      other.left > block.right &&
      other.left < (across?.left ?? Infinity) &&
      other.top > block.bottom &&
      other.top < (across?.top ?? Infinity)
    ) {
      across = other;
    }
  }
  if (right === null || below === null || across === null) return null;
  const isCrossed =
    !meetsInWidth(below, across) &&
    !meetsInHeight(right, across) &&
    !meetsInWidth(right, below) &&
    !meetsInHeight(right, below) &&
    meetsInWidth(across, right) &&
    meetsInHeight(across, below);
  return isCrossed ? { right, below, across } : null;
}

function isTable(block: SeenBlock, { right, below, across }: Neighbours): boolean {
  const size = Math.min(block.size, right.size, below.size, across.size);
  const agree = (one: number, other: number, most: number): boolean => Math.abs(one - other) <= most * size;
  const horizontal = [
    ({ left }: SeenBlock) => left,
    (found: SeenBlock) => (found.left + found.right) / 2,
    (found: SeenBlock) => found.right,
  ];
  const vertical = [
    ({ top }: SeenBlock) => top,
    (found: SeenBlock) => (found.top + found.bottom) / 2,
    ({ bottom }: SeenBlock) => bottom,
  ];
  return (
    horizontal.some(
      (edge) => agree(edge(block), edge(below), agreeing.x) && agree(edge(right), edge(across), agreeing.x),
    ) &&
    vertical.some(
      (edge) => agree(edge(block), edge(right), agreeing.y) && agree(edge(below), edge(across), agreeing.y),
    )
  );
}
