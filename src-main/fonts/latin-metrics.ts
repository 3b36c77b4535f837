// Measures the proportional characters of the bundled faces. The result is plain data, so that the window can compose
// with the very numbers the PDF is painted with.
import type { AppError } from '../../src-core/ipc/app-error';
import { ok, type Result } from '../../src-core/result';
import {
  latinRanges,
  metricsFromTable,
  type AdvanceRange,
  type LatinTable,
} from '../../src-core/typesetting/latin-table';
import type { Face, LatinMetrics } from '../../src-core/typesetting/model';
import { fallbackFaces, openFonts, type OpenFonts } from './font-files';

/** Reads the advances of all faces out of the font files. */
export async function latinAdvanceTable(fontsFolder: string): Promise<Result<LatinTable, AppError>> {
  const fonts = await openFonts(fontsFolder);
  return fonts.ok ? ok(tableOf(fonts.value)) : fonts;
}

/** Gives the metrics the engine composes with, measured from the font files. */
export async function loadLatinMetrics(fontsFolder: string): Promise<Result<LatinMetrics, AppError>> {
  const table = await latinAdvanceTable(fontsFolder);
  return table.ok ? ok(metricsFromTable(table.value)) : table;
}

/** Measures faces that are open already. */
export function tableOf(fonts: OpenFonts): LatinTable {
  return {
    song: rangesOf(fonts, 'song'),
    'song-bold': rangesOf(fonts, 'song-bold'),
    'hei-bold': rangesOf(fonts, 'hei-bold'),
  };
}

function rangesOf(fonts: OpenFonts, face: Face): readonly AdvanceRange[] {
  return latinRanges.map(([first, last]) => ({
    first,
    advances: Array.from({ length: last - first + 1 }, (_, index) => advanceOf(fonts, face, first + index)),
  }));
}

/** In thousandths of an em, from the first face that has the character; the painter falls back alike. */
function advanceOf(fonts: OpenFonts, face: Face, codePoint: number): number | null {
  for (const candidate of fallbackFaces[face]) {
    const font = fonts[candidate];
    if (!font.hasGlyphForCodePoint(codePoint)) continue;
    return Math.round((font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm);
  }
  return null;
}
