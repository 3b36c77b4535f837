// The installed font that the user reads in. The main process finds its file and measures it; the window asks the system
// for it by its name. Until it is there, and where it is not there any more, Song stands in for it.
import { create } from 'zustand';
import type { AdvanceRange } from '../../src-core/typesetting/latin-table';
import { call } from '../bridge/bridge';
import { post, report } from './notices';
import { useSettings } from './settings';

export type OwnFace = {
  readonly family: string;
  readonly advances: readonly AdvanceRange[];
  /** The height of its capitals, in em. */
  readonly capitals: number;
};

type OwnFaceState = {
  /** The font that is loaded; null while none is. */
  readonly face: OwnFace | null;
  /** The fonts to choose from; null before they were looked for. */
  readonly installed: readonly { readonly family: string; readonly name: string }[] | null;
};

/** The installed fonts as far as the window knows them. */
export const useOwnFace = create<OwnFaceState>(() => ({ face: null, installed: null }));

/** The families that the page's styles name: for either direction, and for vertical lines. */
const cssFamily = 'Jianbao Own';
const uprightFamily = 'Jianbao Own Upright';

/** The quotes are narrow in many a font: those are taken from Song, as on paper. */
const foreignQuotes = '‘’“”';

/** It reaches as far above and below its baseline as Song does, so that it stands on one line with what Song stands in for. */
const descriptors: FontFaceDescriptors = {
  ascentOverride: '115.1%',
  descentOverride: '28.6%',
  lineGapOverride: '0%',
};

let wanted = '';
let loaded: readonly FontFace[] = [];

/** Loads the font that the settings name, now and whenever they name another; the returned function stops it. */
export function followOwnFace(): () => void {
  const follow = (): void => {
    const { settings, isRead } = useSettings.getState();
    const family = isRead && settings.textFace === 'own' ? settings.ownFont : '';
    if (family === wanted) return;
    wanted = family;
    if (family !== '') void load(family);
  };
  follow();
  return useSettings.subscribe(follow);
}

/** Looks which fonts are installed. */
export async function findInstalledFonts(): Promise<void> {
  const result = await call('fonts.installed', {});
  if (result.ok) useOwnFace.setState({ installed: result.value });
  else report(result.error);
}

async function load(family: string): Promise<void> {
  if (useOwnFace.getState().face?.family === family) return;
  const measured = await call('fonts.measure', { family });
  if (!measured.ok) return report(measured.error);
  const fonts = measured.value === null ? null : await loadFonts(measured.value);
  // The user has chosen another in the meantime.
  if (family !== wanted) return;
  if (measured.value === null || fonts === null) return post({ kind: 'font-gone', family });
  for (const font of loaded) document.fonts.delete(font);
  for (const font of fonts) document.fonts.add(font);
  loaded = fonts;
  const { advances } = measured.value;
  useOwnFace.setState({ face: { family, advances, capitals: measureCapitals() } });
}

/** What the font cannot show in vertical lines is left out there, for Song to show. */
async function loadFonts(font: {
  readonly fullName: string;
  readonly postscriptName: string;
  readonly horizontalSigns: string;
}): Promise<readonly FontFace[] | null> {
  const source = [font.postscriptName, font.fullName].map((name) => `local(${JSON.stringify(name)})`);
  const load = (name: string, without: string): Promise<FontFace> =>
    new FontFace(name, source.join(', '), { ...descriptors, unicodeRange: rangeWithout(without) }).load();
  try {
    return await Promise.all([
      load(cssFamily, foreignQuotes),
      load(uprightFamily, foreignQuotes + font.horizontalSigns),
    ]);
  } catch {
    // The file is there, and the system does not know the font: for the page that is the same as none.
    return null;
  }
}

/** All of Unicode but some characters, as `unicode-range` states it. */
function rangeWithout(signs: string): string {
  const left = [...new Set(signs)].map((sign) => sign.codePointAt(0) ?? 0).sort((one, other) => one - other);
  const starts = [0, ...left.map((codePoint) => codePoint + 1)];
  const ends = [...left.map((codePoint) => codePoint - 1), 0x10_ffff];
  return starts
    .flatMap((start, at) => {
      const end = ends[at] ?? 0;
      return start > end ? [] : [`U+${start.toString(16)}-${end.toString(16)}`];
    })
    .join(', ');
}

const measuredSize = 1000;

function measureCapitals(): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('The window has no canvas.');
  context.font = `${measuredSize}px '${cssFamily}'`;
  return context.measureText('H').actualBoundingBoxAscent / measuredSize;
}
