// What of a vertical line is unseen: spaces where readers would tear it, or run it together with the one before.
import { beforeAll, describe, expect, it } from 'vitest';
import type { SetLine } from '../../../src-core/typesetting/model';
import { PageResources } from '../../../src-main/export/pdf/page-resources';
import { paintLine, type LastPlace, type LineSetting } from '../../../src-main/export/pdf/paint-line';
import { createDocument } from '../../../src-main/export/pdf/pdf-document';
import { PdfFaces } from '../../../src-main/export/pdf/pdf-faces';
import { seenExtent, type ShownLine } from '../../../src-main/export/pdf/text-object';
import { openFonts } from '../../../src-main/fonts/font-files';
import { fontsFolder } from './exporting';

const body = 10;
const origin = { x: 300, y: 500 };

let setting: LineSetting;
beforeAll(async () => {
  const fonts = await openFonts(fontsFolder);
  if (!fonts.ok) throw new Error(fonts.error.code);
  const document = createDocument({
    width: 600,
    height: 600,
    language: 'zh-CN',
    title: '',
    author: '',
    subject: '',
    now: new Date(0),
    standard: 'pdf',
  });
  document.addPage();
  setting = {
    direction: 'vertical',
    faces: new PdfFaces(document, fonts.value, []),
    resources: new PageResources(document),
  };
});

/** A line of characters at places in em. */
function lineOf(places: readonly (readonly [character: string, inline: number])[]): SetLine {
  const cells = places.map(([text, inline], at) => ({
    start: at,
    end: at + 1,
    text,
    paint: 'upright' as const,
    inline,
    advance: 1,
    boxStart: inline,
    boxEnd: inline + 1,
    scale: 1,
    role: 'paragraph' as const,
  }));
  return {
    start: 0,
    end: cells.length,
    cells,
    block: 0,
    blockSize: 1.5,
    inline: 0,
    measure: 20,
    isLast: true,
    face: 'song',
    size: 1,
  };
}

function paint(line: SetLine, previous: LastPlace = null): ShownLine {
  return paintLine(setting, line, { origin, body, previous }).text;
}

/** The white between what stands in the line, in em, as poppler sees it. */
function gapsOf(text: ShownLine): readonly number[] {
  const extents = text.shown.map((shown) => seenExtent(text, shown));
  return extents.slice(1).map(({ start }, at) => (start - (extents[at]?.end ?? NaN)) / body);
}

describe('the unseen part of a vertical line', () => {
  it('fills white so wide that what follows would be torn off', () => {
    const text = paint(
      lineOf([
        ['说', 0],
        ['天', 2.05],
        ['下', 3.05],
        ['事', 4.3],
      ]),
    );
    expect(text.shown.map(({ isVisible }) => isVisible)).toEqual([true, false, true, true, true]);
    expect(Math.max(...gapsOf(text))).toBeLessThan(0.7);
  });

  it('parts it from a line before of larger type that ends at like height', () => {
    const line = lineOf([['李', 0]]);
    const size = 30;
    // As PDFium measures: by half the larger size.
    for (const away of [-14, -6, 0, 6, 14]) {
      const height = origin.y + away;
      const [space, first] = paint(line, { height, size }).shown;
      expect([space?.isVisible, first?.isVisible], `${away} points away`).toEqual([false, true]);
      const heightOfSpace = origin.y - (space?.at ?? NaN);
      expect(Math.abs(heightOfSpace - height)).toBeGreaterThan(size / 2);
      expect(Math.abs(heightOfSpace - origin.y)).toBeGreaterThan(body / 2);
    }
    expect(paint(line, { height: origin.y + 30, size }).shown).toHaveLength(1);
  });
});
