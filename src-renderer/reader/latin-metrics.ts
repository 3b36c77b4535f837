// How wide proportional type is: the numbers which the build read out of the bundled fonts, by which paper is set too. The
// window measures nothing itself, so that a line breaks alike on every machine, on the screen and in the PDF.
import { metricsFromTable, type LatinTable } from '../../src-core/typesetting/latin-table';
import type { Face, LatinMetrics } from '../../src-core/typesetting/model';

/** Put in its place by the build (electron.vite.config.ts). */
declare const bundledLatinAdvances: LatinTable;

/** The CSS font of a face, at a size that has no meaning: loading knows no sizes. */
const faceFonts: { readonly [F in Face]: string } = {
  song: "400 16px 'Jianbao Song'",
  'song-bold': "700 16px 'Jianbao Song'",
  'hei-bold': "700 16px 'Jianbao Hei'",
};

/** Waits for the bundled faces, which the page is painted with, and gives their measures. Rejects where a face cannot be loaded. */
export async function loadLatinMetrics(): Promise<LatinMetrics> {
  const loaded = await Promise.all(Object.values(faceFonts).map((font) => document.fonts.load(font, '国A1')));
  if (loaded.some((faces) => faces.length === 0))
    throw new Error('The window has no style for a bundled face.');
  return metricsFromTable(bundledLatinAdvances);
}
