// How high the browser makes a line of a face when nothing is added to it, and how much higher than the capitals its
// middle lies.
import type { Face } from '../../src-core/typesetting/model';
import { useOwnFace } from '../state/own-face';

/** Above and below the baseline, in em, and the height of capitals and figures. */
type FaceExtents = { readonly ascent: number; readonly descent: number; readonly capitals: number };

/** As the bundled files have it; the styles give Kai, and the window an installed font, the extents of Song. */
const song: FaceExtents = { ascent: 1.151, descent: 0.286, capitals: 0.729 };

const extents: { readonly [F in Exclude<Face, 'own'>]: FaceExtents } = {
  song,
  'song-bold': song,
  kai: { ...song, capitals: 0.695 },
  hei: { ascent: 1.16, descent: 0.288, capitals: 0.733 },
  'hei-bold': { ascent: 1.16, descent: 0.288, capitals: 0.733 },
};

/** A little more, so that the browser's own rounding of lengths does not make the line too low for its type. */
const allowance = 0.1;

/** In CSS pixels, for a size in CSS pixels; the browser rounds both extents to whole pixels of the screen. */
export function naturalHeight(face: Face, size: number, pixelRatio: number): number {
  const { ascent, descent } = extentsOf(face);
  const pixels = [ascent, descent].map((extent) => Math.round(extent * size * pixelRatio));
  return (pixels.reduce((sum, extent) => sum + extent, 0) + allowance) / pixelRatio;
}

/** How far up, in em, a line's middle lies from the middle of its capitals and figures. */
export function capitalsOffset(face: Face): number {
  const { ascent, descent, capitals } = extentsOf(face);
  return (ascent - descent - capitals) / 2;
}

function extentsOf(face: Face): FaceExtents {
  if (face !== 'own') return extents[face];
  return { ...song, capitals: useOwnFace.getState().face?.capitals ?? song.capitals };
}
