// How high the browser makes a line of a face when nothing is added to it, and how much higher than the capitals its
// middle lies.
import type { Face } from '../../src-core/typesetting/model';

/** Above and below the baseline, in em, as the bundled files have it. */
const extents: { readonly [F in Face]: readonly [ascent: number, descent: number] } = {
  song: [1.151, 0.286],
  'song-bold': [1.151, 0.286],
  'hei-bold': [1.16, 0.288],
};

/** A little more, so that the browser's own rounding of lengths does not make the line too low for its type. */
const allowance = 0.1;

/** In CSS pixels, for a size in CSS pixels; the browser rounds both extents to whole pixels of the screen. */
export function naturalHeight(face: Face, size: number, pixelRatio: number): number {
  const pixels = extents[face].map((extent) => Math.round(extent * size * pixelRatio));
  return (pixels.reduce((sum, extent) => sum + extent, 0) + allowance) / pixelRatio;
}

/** The height of capitals and figures, in em. */
const capitals: { readonly [F in Face]: number } = { song: 0.729, 'song-bold': 0.729, 'hei-bold': 0.733 };

/** How far up, in em, a line's middle lies from the middle of its capitals and figures. */
export function capitalsOffset(face: Face): number {
  const [ascent, descent] = extents[face];
  return (ascent - descent - capitals[face]) / 2;
}
