// The colour that the user mixes beside the eight pigments. Only its hue is chosen: how light and how full it is follows
// from what the text on it needs (WCAG 2.2, 1.4.3), so that no choice can make a passage hard to read.

/** A colour as CSS writes it: #rrggbb. */
export type Hex = `#${string}`;

/** What lies under the text, and the stroke of the same hue for lines, dots and edges. */
export type Pigment = { readonly fill: Hex; readonly stroke: Hex };

/** The hue, in degrees, of one who has chosen none: a blue green, farthest from the eight. */
export const customHue = 172;

/** Relative luminance (WCAG 2.2) of fills and strokes, on light paper and on dark. */
const luminances = {
  light: { fill: 0.64, stroke: 0.13 },
  dark: { fill: 0.05, stroke: 0.46 },
} as const;

/** How full the colours are, from 0 to 1 (HSL). */
const saturations = { light: { fill: 0.45, stroke: 0.62 }, dark: { fill: 0.4, stroke: 0.6 } } as const;

/** Gives the pigment of a hue, in degrees, for themes with light paper or with dark. */
export function customPigment(hue: number, ground: 'light' | 'dark'): Pigment {
  return {
    fill: withLuminance(hue, saturations[ground].fill, luminances[ground].fill),
    stroke: withLuminance(hue, saturations[ground].stroke, luminances[ground].stroke),
  };
}

type Color = readonly [red: number, green: number, blue: number];

/** The colour of a hue and saturation which has the luminance: found by halving, for luminance grows with lightness. */
function withLuminance(hue: number, saturation: number, wanted: number): Hex {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (luminance(fromHsl(hue, saturation, middle)) < wanted) low = middle;
    else high = middle;
  }
  const parts = fromHsl(hue, saturation, low).map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

/** CSS Color 4, section 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number): Color {
  const part = (n: number): number => {
    const k = (n + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [part(0), part(8), part(4)];
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
