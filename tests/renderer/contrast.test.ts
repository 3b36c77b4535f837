// The colours of the style sheet, held against what the eye needs: WCAG 2.2 contrast of text, alone and on the pigments.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { customPigment } from '../../src-core/annotation/custom-pigment';
import { markColors } from '../../src-core/annotation/palette';

const sheet = readFileSync(new URL('../../src-renderer/styles/tokens.css', import.meta.url), 'utf8');
const themes = ['paper', 'white', 'sepia', 'dark', 'contrast'] as const;

type Color = readonly [red: number, green: number, blue: number];

/** The custom properties of a theme that are plain colours; later rules win, as in the browser. */
function colorsOf(theme: string): ReadonlyMap<string, Color> {
  const colors = new Map<string, Color>();
  for (const [, selectors = '', body = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const isFor = selectors.includes(`[data-theme='${theme}']`);
    if (!isFor) continue;
    for (const [, name = '', hex = ''] of body.matchAll(/(--[\w-]+):\s*#([0-9a-f]{6})\s*;/g)) {
      colors.set(name, toColor(hex));
    }
  }
  return colors;
}

function toColor(hex: string): Color {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  return [red, green, blue];
}

function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Color, other: Color): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(themes)('%s', (theme) => {
  const colors = colorsOf(theme);
  const color = (name: string): Color => {
    const found = colors.get(name);
    if (found === undefined) throw new Error(`the theme ${theme} has no ${name}`);
    return found;
  };
  const ink = color('--ink');
  const isDark = theme === 'dark' || theme === 'contrast';
  const mix = (one: Color, other: Color): Color => {
    const blend = (at: 0 | 1 | 2): number => (isDark ? Math.max(one[at], other[at]) : one[at] * other[at]);
    return [blend(0), blend(1), blend(2)];
  };

  test('text stands out from paper, desk and what lies over them', () => {
    for (const ground of ['--paper', '--desk', '--raised']) {
      expect(contrast(ink, color(ground)), ground).toBeGreaterThanOrEqual(7);
    }
  });

  test('what is active stands out, and so do the words on it', () => {
    for (const ground of ['--paper', '--desk', '--raised', '--on-accent']) {
      expect(contrast(color('--accent'), color(ground)), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(markColors)('text on %s can be read, and over any second pigment too', (pigment) => {
    const fill = color(`--mark-${pigment}`);
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.9);
    for (const second of markColors) {
      expect(contrast(ink, mix(fill, color(`--mark-${second}`))), second).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('text on the own colour can be read whatever its hue, over any second pigment too', () => {
    const ground = isDark ? 'dark' : 'light';
    const fills = markColors.map((pigment) => color(`--mark-${pigment}`));
    for (let hue = 0; hue < 360; hue++) {
      const { fill, stroke } = customPigment(hue, ground);
      const own = toColor(fill.slice(1));
      const least = Math.min(...[...fills, own].map((second) => contrast(ink, mix(own, second))));
      expect(least, `hue ${hue}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(toColor(stroke.slice(1)), color('--paper')), `hue ${hue}`).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(markColors)('strokes of %s can be told from the paper', (pigment) => {
    expect(contrast(color(`--stroke-${pigment}`), color('--paper'))).toBeGreaterThanOrEqual(3);
  });
});
