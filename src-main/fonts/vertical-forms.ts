// Which signs of a font can stand in a vertical line. A font made for 竖排 has forms of its own for brackets, dashes and
// marks, under `vert` in its GSUB table; a font without them, whatever else it says of vertical setting, has them as 横排
// wants them: brackets that do not turn, and a comma in the wrong corner (GB/T 15834, 5.2). Song lends those.
import type { Font } from 'fontkit';

/** Brackets, quotes, dashes, ellipses and the like lie along the line: they turn with it. */
const turning = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Pc}…⋯‥～＝]$/u;

/** These stand in a corner of their cell, of another one in 竖排; in the style of Taiwan in its middle in both. */
const cornered = /^[、。，．︑︒]$/u;

/** So far from the middle of its cell, in em, a mark still stands in it. */
const middling = 0.12;

/** Whether a character of the font, which it must have, can stand upright in a vertical line. */
export function standsVertically(font: Font, character: string): boolean {
  if (!/^[\p{P}～＝]$/u.test(character)) return true;
  if (changes(font, character)) return true;
  if (turning.test(character)) return false;
  if (cornered.test(character)) return isCentred(font, character);
  // The rest looks alike in both directions, in a font that was made for both.
  return changes(font, '（');
}

/** The signs of Chinese text that a font lends only to horizontal lines. */
export function horizontalSigns(font: Font): string {
  return signs.filter((sign) => has(font, sign) && !standsVertically(font, sign)).join('');
}

const signs = [
  ...'、。，．：；！？·・‧…⋯‥—―－–～〜＝＿（）〔〕［］｛｝《》〈〉「」『』【】〖〗〘〙〚〛｟｠“”‘’＂＇／＼｜＊＆＃％＠§※',
].filter((sign) => /^[\p{P}～＝]$/u.test(sign));

function changes(font: Font, character: string): boolean {
  if (!has(font, character)) return false;
  const [shaped] = font.layout(character, ['vert']).glyphs;
  return shaped !== undefined && shaped.id !== font.glyphForCodePoint(codePointOf(character)).id;
}

function isCentred(font: Font, character: string): boolean {
  const { bbox, advanceWidth } = font.glyphForCodePoint(codePointOf(character));
  return Math.abs((bbox.minX + bbox.maxX) / 2 - advanceWidth / 2) < middling * font.unitsPerEm;
}

function has(font: Font, character: string): boolean {
  return font.hasGlyphForCodePoint(codePointOf(character));
}

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
