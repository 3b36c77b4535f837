// Measures the proportional characters of the bundled faces. The result is plain data, so that the window can compose
// with the very numbers the PDF is painted with.
import type { Font } from 'fontkit';
import type { AppError } from '../../src-core/ipc/app-error';
import { ok, type Result } from '../../src-core/result';
import {
  latinRanges,
  metricsFromTable,
  type AdvanceRange,
  type LatinTable,
} from '../../src-core/typesetting/latin-table';
import type { Face, LatinMetrics } from '../../src-core/typesetting/model';
import { bundledFaces, fallbackFaces, fontWith, openFonts, type OpenFonts } from './font-files';

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
  const faces: readonly Face[] = fonts.own === undefined ? bundledFaces : [...bundledFaces, 'own'];
  return Object.fromEntries(faces.map((face) => [face, rangesOf(fonts, face)])) as LatinTable;
}

/** Measures an installed font by itself; what it lacks has no advance. */
export function ownRanges(font: Font): readonly AdvanceRange[] {
  return rangesWith((codePoint) => advanceIn(font, codePoint));
}

function rangesOf(fonts: OpenFonts, face: Face): readonly AdvanceRange[] {
  return rangesWith((codePoint) => {
    // From the first face that has the character; the painters fall back alike.
    for (const candidate of fallbackFaces[face]) {
      const font = fontWith(fonts, candidate, String.fromCodePoint(codePoint));
      if (font !== null) return advanceIn(font, codePoint);
    }
    return null;
  });
}

function rangesWith(advanceOf: (codePoint: number) => number | null): readonly AdvanceRange[] {
  return latinRanges.map(([first, last]) => ({
    first,
    advances: Array.from({ length: last - first + 1 }, (_, index) => advanceOf(first + index)),
  }));
}

/** In thousandths of an em. */
function advanceIn(font: Font, codePoint: number): number | null {
  if (!font.hasGlyphForCodePoint(codePoint)) return null;
  return Math.round((font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm);
}
