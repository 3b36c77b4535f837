// The pigments on paper, as the window shows them on its light themes: what lies under the text, and the stroke of the
// same hue for lines, dots and edges.
import type { MarkColor } from '../../../src-core/annotation/annotation';
import { customPigment } from '../../../src-core/annotation/custom-pigment';

/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [number, number, number];

type Pigment = { readonly fill: Rgb; readonly stroke: Rgb };

export type Pigments = { readonly [C in MarkColor]: Pigment };

const shared: { readonly [C in Exclude<MarkColor, 'custom'>]: Pigment } = {
  gamboge: { fill: rgb('#f5de7a'), stroke: rgb('#8a6d00') },
  cinnabar: { fill: rgb('#f3b9a6'), stroke: rgb('#b5412a') },
  rouge: { fill: rgb('#f0bacb'), stroke: rgb('#a8325a') },
  malachite: { fill: rgb('#b9ddbe'), stroke: rgb('#2c7445') },
  indigo: { fill: rgb('#b3d3e6'), stroke: rgb('#23648f') },
  ochre: { fill: rgb('#e2c3a0'), stroke: rgb('#8a5a24') },
  violet: { fill: rgb('#d2c3e6'), stroke: rgb('#6a4a9e') },
  ink: { fill: rgb('#d5d2cb'), stroke: rgb('#4d4942') },
};

/** The pigments with the colour that the user mixed, of a hue in degrees. */
export function pigmentsOf(hue: number): Pigments {
  const own = customPigment(hue, 'light');
  return { ...shared, custom: { fill: rgb(own.fill), stroke: rgb(own.stroke) } };
}

/** 朱砂 vermilion, for what belongs to the marks as a whole: their numbers. */
export const vermilion: Rgb = rgb('#9b3a26');

function rgb(hex: string): Rgb {
  const part = (start: number): number =>
    Math.round((Number.parseInt(hex.slice(start, start + 2), 16) / 255) * 1000) / 1000;
  return [part(1), part(3), part(5)];
}
