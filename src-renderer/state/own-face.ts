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

/** The family that the page's styles name. */
const cssFamily = 'Jianbao Own';

/**
 * All but the quotes, which are narrow in many a font: those are taken from Song, as on paper. And it reaches as far above
 * and below its baseline as Song does, so that it stands on one line with what Song stands in for.
 */
const descriptors: FontFaceDescriptors = {
  unicodeRange: 'U+0-2017, U+201A-201B, U+201E-10FFFF',
  ascentOverride: '115.1%',
  descentOverride: '28.6%',
  lineGapOverride: '0%',
};

let wanted = '';
let loaded: FontFace | null = null;

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
  const font = measured.value === null ? null : await loadFont(measured.value);
  // The user has chosen another in the meantime.
  if (family !== wanted) return;
  if (measured.value === null || font === null) return post({ kind: 'font-gone', family });
  if (loaded !== null) document.fonts.delete(loaded);
  document.fonts.add(font);
  loaded = font;
  const { advances } = measured.value;
  useOwnFace.setState({ face: { family, advances, capitals: measureCapitals() } });
}

async function loadFont(names: {
  readonly fullName: string;
  readonly postscriptName: string;
}): Promise<FontFace | null> {
  const source = [names.postscriptName, names.fullName].map((name) => `local(${JSON.stringify(name)})`);
  try {
    return await new FontFace(cssFamily, source.join(', '), descriptors).load();
  } catch {
    // The file is there, and the system does not know the font: for the page that is the same as none.
    return null;
  }
}

const measuredSize = 1000;

function measureCapitals(): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('The window has no canvas.');
  context.font = `${measuredSize}px '${cssFamily}'`;
  return context.measureText('H').actualBoundingBoxAscent / measuredSize;
}
