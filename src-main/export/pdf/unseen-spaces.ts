// Spaces that are read but not seen, put where readers would else take text apart or together wrongly. A space is
// doubled, since poppler leaves single ones out of account.
import type { FoundGlyph, PdfFaces } from './pdf-faces';
import type { Reach } from './reach';
import { emBoxCentre, type Glyph, type VerticalMetrics } from './pdf-font';
import { seenExtent, type Shown, type ShownLine } from './text-object';

/** The glyph of unseen words: a full em wide, and with ink, for PDFium passes over text without extent. */
export const inkCarrier = '一';

/** What stands further off, in em, is not of the same block to poppler (seven tenths, and a little less). */
export const nearEnough = 0.6;

/** Draws a line out with unseen spaces, so that poppler sees it begin and end where `reach` says. */
export function drawOut(faces: PdfFaces, line: ShownLine, { before, behind }: Reach): ShownLine {
  const carrier = carrierOf(faces, line);
  const places = line.shown.map(({ at }) => at);
  const ends = line.shown.map((shown) => seenExtent(line, shown).end);
  // Where a space must be put to be seen at a place, and where it must be put to be seen to end there.
  const [ahead, back] = line.direction === 'vertical' ? [line.size, line.size / 2] : [0, line.size];
  const shown = [...line.shown];
  if (before !== null) shown.unshift(...spacesBetween(line, carrier, before + ahead, Math.min(...places)));
  if (behind !== null) {
    const last = Math.max(...ends);
    const spaces = spacesBetween(line, carrier, last, Math.max(last, behind - line.size));
    // A first space close to the line's end is only needed where the next would be too far off to belong to it.
    const next = spaces[1]?.at ?? behind - back - ahead;
    const isNear = next - last <= nearEnough * line.size;
    shown.push(...spaces.slice(isNear ? 1 : 0).map((space) => ({ ...space, at: space.at + ahead })));
    const [space] = spaces;
    if (space !== undefined) shown.push({ ...space, at: behind - back });
  }
  return { ...line, shown };
}

/**
 * What carries the spaces of a line: a glyph of its own face. PDFium takes characters for one that lie over each other
 * and have the same code, though they be of two faces.
 */
function carrierOf(faces: PdfFaces, { shown: [first] }: ShownLine): FoundGlyph {
  const glyph = first?.font.glyph(inkCarrier, 'plain') ?? null;
  return first === undefined || glyph === null
    ? faces.findCarrier('song', inkCarrier)
    : { font: first.font, glyph };
}

/** Doubled spaces from one place on a line to another, an em long each and no more than an em apart. */
export function spacesBetween(
  { direction, size }: Pick<ShownLine, 'direction' | 'size'>,
  { font, glyph }: FoundGlyph,
  from: number,
  to: number,
): readonly Shown[] {
  const metrics = direction === 'vertical' ? unseen({ size }, glyph, size) : null;
  const code = font.code(glyph, '  ', metrics);
  const count = Math.max(1, Math.ceil((to - from) / size - 0.01));
  const gap = (to - from) / count;
  return Array.from({ length: count }, (_, index) => ({
    font,
    code,
    isVisible: false,
    reach: direction === 'vertical' ? size / 2 : size,
    at: from + index * gap,
    after: NaN,
  }));
}

/** Metrics for a character that is read but not seen; `advance` in points. */
export function unseen({ size }: Pick<ShownLine, 'size'>, glyph: Glyph, advance: number): VerticalMetrics {
  return { advance: (-advance / size) * 1000, originX: glyph.width / 2, originY: emBoxCentre + 500 };
}
