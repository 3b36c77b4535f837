// How wide proportional type is: the numbers which the build read out of the bundled fonts, by which paper is set too, and
// those which the main process read out of an installed one. The window measures nothing itself, so that a line breaks
// alike on every machine, on the screen and in the PDF.
import { useMemo } from 'react';
import { metricsFromTable, withOwnFace, type LatinTable } from '../../src-core/typesetting/latin-table';
import type { TextFace } from '../../src-core/typesetting/faces';
import type { LatinMetrics } from '../../src-core/typesetting/model';
import { useOwnFace, type OwnFace } from '../state/own-face';
import { useSettings } from '../state/settings';

/** Put in its place by the build (electron.vite.config.ts). */
declare const bundledLatinAdvances: LatinTable;

/** What text is set in: its face, a name that tells this one from all others, and the measures of all faces. */
export type TypeFace = {
  readonly textFace: TextFace;
  readonly name: string;
  readonly metrics: LatinMetrics;
};

/** The measures of the bundled faces. */
export const bundledMetrics = metricsFromTable(bundledLatinAdvances);

/** Gives the face of the settings; Song while an installed one is not there. */
export function useTypeFace(): TypeFace {
  const chosen = useSettings(({ settings }) => settings.textFace);
  const family = useSettings(({ settings }) => settings.ownFont);
  const own = useOwnFace((state) => state.face);
  return useMemo(() => typeFaceOf(chosen, own?.family === family ? own : null), [chosen, family, own]);
}

function typeFaceOf(chosen: TextFace, own: OwnFace | null): TypeFace {
  if (chosen !== 'own') return { textFace: chosen, name: chosen, metrics: bundledMetrics };
  if (own === null) return { textFace: 'song', name: 'song', metrics: bundledMetrics };
  return {
    textFace: 'own',
    name: `own ${own.family}`,
    metrics: metricsFromTable(withOwnFace(bundledLatinAdvances, own.advances)),
  };
}

/** The CSS fonts that the bundled faces are asked for by, at a size that has no meaning: loading knows no sizes. */
const faceFonts = [
  "400 16px 'Jianbao Song Common'",
  "700 16px 'Jianbao Hei Common'",
  "700 16px 'Jianbao Song Common'",
];

/** Waits for the faces that every page is painted with. Rejects where one cannot be loaded. */
export async function loadFaces(): Promise<void> {
  const loaded = await Promise.all(faceFonts.map((font) => document.fonts.load(font, '国A1')));
  if (loaded.some((faces) => faces.length === 0))
    throw new Error('The window has no style for a bundled face.');
}
