// How wide proportional characters are, as plain data. The main process reads the widths out of the font files once;
// the window gets the same numbers, so both set a line alike. A run is as wide as its characters together: there is no
// kerning, and the painters use none.
import type { Em, Face, LatinMetrics } from './model';

/** Advances of neighbouring code points in thousandths of an em; null where no bundled face has the character. */
export type AdvanceRange = { readonly first: number; readonly advances: readonly (number | null)[] };

export type LatinTable = { readonly [F in Exclude<Face, 'own'>]: readonly AdvanceRange[] } & {
  /** Of the face that the reader brought; while it is not there, Song stands in for it. */
  readonly own?: readonly AdvanceRange[];
};

/** The code points, first and last, whose advances a table holds: what may stand in a Latin run. */
export const latinRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x2ff],
  [0x370, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x2070, 0x218f],
  [0x2190, 0x22ff],
];

/** Puts an installed font's own advances before Song's, which stands in for what it lacks. */
export function withOwnFace(table: LatinTable, own: readonly AdvanceRange[]): LatinTable {
  const ranges = table.song.map(({ first, advances }) => {
    const known = own.find((range) => range.first === first)?.advances ?? [];
    return { first, advances: advances.map((advance, at) => known[at] ?? advance) };
  });
  return { ...table, own: ranges };
}

/** Gives metrics which add up the table's advances. A character without one counts as the painters set it. */
export function metricsFromTable(table: LatinTable): LatinMetrics {
  return {
    latinAdvance(face: Face, run: string): Em {
      let thousandths = 0;
      for (const character of run) thousandths += advanceOf(table[face] ?? table.song, character);
      return thousandths / 1000;
    },
  };
}

function advanceOf(ranges: readonly AdvanceRange[], character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  for (const { first, advances } of ranges) {
    const advance = advances[codePoint - first];
    if (advance !== undefined && advance !== null) return advance;
  }
  return advanceWithoutGlyph(character);
}

/** In thousandths of an em: nothing for marks and invisible characters, a full cell for the 〓 that stands in for others. */
function advanceWithoutGlyph(character: string): number {
  return /^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}]$/u.test(character) ? 0 : 1000;
}
