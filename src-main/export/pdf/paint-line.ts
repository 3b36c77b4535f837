// One line of type: its text for a text object, and what is ink alone. Everything that is text stays in the line's own
// run, where each reader finds it: lying Latin and digits set across are there as invisible aliases, with their outlines
// drawn apart. A run of its own is torn out of place by pdftotext.
import type { Cell, Face, GlyphShift, SetLine } from '../../../src-core/typesetting/model';
import type { Direction, Point } from './page-geometry';
import type { PageResources } from './page-resources';
import { pdfNumber, pdfScale } from './pdf-document';
import { signsOf } from './line-signs';
import type { PdfFaces } from './pdf-faces';
import { emBoxCentre, type Glyph, type PdfFont, type VerticalMetrics } from './pdf-font';
import { titleOperators } from './paint-titles';
import { seenExtent, type Shown, type ShownLine } from './text-object';
import { inkCarrier, nearEnough, spacesBetween, unseen } from './unseen-spaces';

export type LineSetting = {
  /** Whether all is drawn as ink, to be seen but not read; false where it is not stated. */
  readonly isInkOnly?: boolean;
  readonly direction: Direction;
  readonly faces: PdfFaces;
  readonly resources: PageResources;
};

export type PaintedLine = {
  readonly text: ShownLine;
  /** Operators for what is only ink, an artifact of the same line. */
  readonly ink: string;
  /** Of the last character, in this line or before it. */
  readonly last: LastPlace;
};

/** At which height of the page the pen stood for a character, and its size, in points; null for none yet. */
export type LastPlace = { readonly height: number; readonly size: number } | null;

/** Where a line lies. Lengths in points. */
export type LinePlace = {
  /** The start of its middle axis. */
  readonly origin: Point;
  /** The size of the body type. */
  readonly body: number;
  /** Of the last character before this line. */
  readonly previous: LastPlace;
};

/** Characters that one unseen character can stand for: MuPDF reads no more than eight. */
const longestWord = 7;

/** A line as it is built up. */
type Sketch = LineSetting &
  ShownLine & {
    readonly face: Face;
    readonly lastCell: Cell | undefined;
    readonly shown: Shown[];
    readonly ink: string[];
    /** The lying word that is not yet at its end. */
    word: { readonly text: string; readonly at: number; readonly end: number } | null;
  };

/** Paints a line. */
export function paintLine(setting: LineSetting, line: SetLine, place: LinePlace): PaintedLine {
  const sketch: Sketch = {
    ...setting,
    face: line.face,
    size: line.size * place.body,
    origin: place.origin,
    lastCell: line.cells.at(-1),
    shown: [],
    ink: [],
    word: null,
  };
  for (const cell of line.cells) {
    if (cell.paint !== 'rotate') endWord(sketch);
    sketchCell(sketch, cell);
  }
  endWord(sketch);
  fillHead(sketch, -line.inline * place.body);
  if (sketch.direction === 'vertical') fillGaps(sketch);
  partFromPrevious(sketch, place.previous);
  const last = sketch.shown.at(-1);
  return {
    text: sketch,
    ink: [...sketch.ink, ...titleOperators(line, sketch.direction, sketch.origin, sketch.size)].join('\n'),
    last: last === undefined ? place.previous : { height: heightOf(sketch, last.at), size: sketch.size },
  };
}

function sketchCell(sketch: Sketch, cell: Cell): void {
  const isVertical = sketch.direction === 'vertical';
  switch (cell.paint) {
    case 'upright':
    case 'vertical':
      if (cell.shift !== undefined && !isVertical) sketchShifted(sketch, cell, cell.shift);
      else sketchFullWidth(sketch, cell);
      break;
    case 'rotate':
      sketchRun(sketch, cell);
      break;
    case 'combine':
      if (isVertical) sketchCombined(sketch, cell);
      else sketchRun(sketch, cell);
      break;
    case 'rule':
      if (/[—―⸺]/u.test(cell.text)) sketchRule(sketch, cell);
      else sketchFullWidth(sketch, cell);
      break;
  }
}

/** Characters in cells of their own, each in the middle of its share of the cell. */
function sketchFullWidth(sketch: Sketch, cell: Cell): void {
  const signs = signsOf(sketch.faces, cell, cell === sketch.lastCell);
  const form = sketch.direction === 'vertical' ? 'vert' : 'plain';
  const share = (cell.advance * sketch.size) / signs.length;
  signs.forEach(({ character, text }, index) => {
    const at = cell.inline * sketch.size + index * share;
    const { font, glyph } = sketch.faces.find(sketch.face, character, form);
    if (sketch.direction === 'vertical') {
      const advance = (share / sketch.size) * 1000;
      const { along, across } = cell.shift ?? unshifted;
      showVertical(sketch, font, glyph, text, at, true, {
        advance: -advance,
        originX: glyph.width / 2 + across * 1000,
        originY: emBoxCentre + advance / 2 + along * 1000,
      });
    } else {
      const white = share - (glyph.width / 1000) * sketch.size;
      showHorizontal(sketch, font, glyph, text, at + white / 2, true);
    }
  });
}

const unshifted: GlyphShift = { along: 0, across: 0 };

/** A mark of a horizontal line that stands higher than its face has it: it is drawn apart, and read where it belongs. */
function sketchShifted(sketch: Sketch, cell: Cell, { along, across }: GlyphShift): void {
  for (const { character, text } of signsOf(sketch.faces, cell, cell === sketch.lastCell)) {
    const { font, glyph } = sketch.faces.find(sketch.face, character, 'plain');
    const at = cell.inline * sketch.size;
    showHorizontal(sketch, font, glyph, text, at, false);
    drawPlain(sketch, font, glyph, at + along * sketch.size, across);
  }
}

/** Proportional characters one after the other: upright along a horizontal line, lying on their side in a vertical one. */
function sketchRun(sketch: Sketch, cell: Cell): void {
  const size = sketch.size * cell.scale;
  const signs = signsOf(sketch.faces, cell, cell === sketch.lastCell).map((sign) => ({
    ...sign,
    ...sketch.faces.find(sketch.face, sign.character, 'plain'),
  }));
  const width = signs.reduce((sum, { glyph }) => sum + (glyph.width / 1000) * size, 0);
  // A sign in a cell of its own, and no run as wide as its letters, stands in the middle.
  const white = cell.stops === undefined ? (cell.advance * sketch.size - width) / 2 : 0;
  const start = cell.inline * sketch.size + white;
  let at = start;
  let end = 0;
  for (const { source, text, font, glyph } of signs) {
    end += source.length;
    const stop = cell.stops?.[end - 1];
    const next = stop === undefined ? at + (glyph.width / 1000) * size : start + stop * size;
    if (sketch.direction === 'horizontal') {
      showHorizontal(sketch, font, glyph, text, at, true);
    } else if (/^\s$/u.test(source)) {
      endWord(sketch);
      showDrawn(sketch, text, at, next - at);
    } else {
      drawLying(sketch, font, glyph, at, size);
      addToWord(sketch, text, at, next);
    }
    at = next;
  }
}

/** A lying word goes on through all cells that its letters stand in. */
function addToWord(sketch: Sketch, text: string, at: number, end: number): void {
  // Not parted after a hyphen, which poppler drops where a word ends with it.
  if (sketch.word !== null && sketch.word.text.length >= longestWord && !sketch.word.text.endsWith('-')) {
    endWord(sketch);
  }
  sketch.word = { text: (sketch.word?.text ?? '') + text, at: sketch.word?.at ?? at, end };
}

function endWord(sketch: Sketch): void {
  const { word } = sketch;
  sketch.word = null;
  if (word !== null) showDrawn(sketch, word.text, word.at, word.end - word.at);
}

/** 直排内横排: characters side by side across a vertical line, in the middle of their cell. */
function sketchCombined(sketch: Sketch, cell: Cell): void {
  const at = cell.inline * sketch.size;
  const signs = signsOf(sketch.faces, cell, cell === sketch.lastCell).map((sign) => ({
    text: sign.text,
    ...sketch.faces.find(sketch.face, sign.character, 'plain'),
  }));
  let left = signs.reduce((sum, { glyph }) => sum + glyph.width, 0) * (cell.scale / -2);
  for (const { font, glyph } of signs) {
    const down = (cell.advance * 1000 + font.capHeight * cell.scale) / 2;
    drawStanding(sketch, font, glyph, at, left, down, cell.scale);
    left += glyph.width * cell.scale;
  }
  showDrawn(sketch, signs.map(({ text }) => text).join(''), at, cell.advance * sketch.size);
}

/**
 * Puts words that are drawn apart into a vertical line as one unseen character. Letter by letter they would be lost on
 * poppler, for which every character of a vertical line is an em long.
 */
function showDrawn(sketch: Sketch, text: string, at: number, advance: number): void {
  const { font, glyph } = sketch.faces.findCarrier(sketch.face, inkCarrier);
  showVertical(sketch, font, glyph, text, at, false, unseen(sketch, glyph, advance));
}

/** —— is drawn as one rule, which no two glyphs make without a gap; the dashes themselves are there unseen. */
function sketchRule(sketch: Sketch, cell: Cell): void {
  const signs = signsOf(sketch.faces, cell, cell === sketch.lastCell);
  const share = (cell.advance * sketch.size) / signs.length;
  let thickness = 0;
  signs.forEach(({ character, text }, index) => {
    const at = cell.inline * sketch.size + index * share;
    const { font, glyph } = sketch.faces.findCarrier(sketch.face, character);
    thickness = dashThickness(font) * sketch.size;
    if (sketch.direction === 'vertical') {
      showVertical(sketch, font, glyph, text, at, false, unseen(sketch, glyph, share));
    } else {
      showHorizontal(sketch, font, glyph, text, at, false);
    }
  });
  drawBar(sketch, cell.inline * sketch.size, cell.advance * sketch.size, thickness);
}

/**
 * Fills the white before a horizontal line that starts inside its frame, as headlines do, with spaces: nothing may stand
 * nearer to the frame's start, or the text beside it seems to go on there. A space is doubled, since poppler leaves
 * single ones out of account.
 */
function fillHead(sketch: Sketch, frameStart: number): void {
  const [first] = sketch.shown;
  if (first === undefined || sketch.direction === 'vertical') return;
  if (first.at - frameStart < 0.9 * sketch.size) return;
  const { font, glyph } = sketch.faces.findCarrier(sketch.face, inkCarrier);
  sketch.shown.unshift(...spacesBetween(sketch, { font, glyph }, frameStart, first.at));
}

/**
 * Fills wide white within a vertical line, as a justified line of few characters has it, with spaces: what stands further
 * off is torn from its line. A space is doubled, since poppler leaves single ones out of account.
 */
function fillGaps(sketch: Sketch): void {
  const { font, glyph } = sketch.faces.findCarrier(sketch.face, inkCarrier);
  const filled = sketch.shown.flatMap((shown, index): readonly Shown[] => {
    const before = sketch.shown[index - 1];
    if (before === undefined) return [shown];
    const end = seenExtent(sketch, before).end;
    const gap = seenExtent(sketch, shown).start - end;
    if (gap <= nearEnough * sketch.size) return [shown];
    return [
      {
        font,
        code: font.code(glyph, '  ', unseen(sketch, glyph, gap)),
        isVisible: false,
        reach: gap / 2,
        at: end + sketch.size,
        after: NaN,
      },
      shown,
    ];
  });
  sketch.shown.splice(0, Infinity, ...filled);
}

/**
 * PDFium sorts characters of like height from left to right, by half the larger one's size, though one should end a line and
 * the other begin the next. A space between them, higher up, keeps them apart.
 */
function partFromPrevious(sketch: Sketch, previous: LastPlace): void {
  const [first] = sketch.shown;
  if (first === undefined || previous === null || sketch.direction === 'horizontal') return;
  const largest = Math.max(sketch.size, previous.size);
  if (!(Math.abs(heightOf(sketch, first.at) - previous.height) < 0.7 * largest)) return;
  const { font, glyph } = sketch.faces.findCarrier(sketch.face, inkCarrier);
  const metrics = unseen(sketch, glyph, sketch.size);
  sketch.shown.unshift({
    font,
    code: font.code(glyph, ' ', metrics),
    isVisible: false,
    reach: 0,
    // Unlike the height of either.
    at: Math.min(first.at, sketch.origin.y - previous.height) - largest,
    after: NaN,
  });
}

function heightOf({ origin }: Sketch, at: number): number {
  return origin.y - at;
}

function showVertical(
  sketch: Sketch,
  font: PdfFont,
  glyph: Glyph,
  text: string,
  at: number,
  isVisible: boolean,
  metrics: VerticalMetrics,
): void {
  if (sketch.isInkOnly === true) {
    if (isVisible) drawStanding(sketch, font, glyph, at, -metrics.originX, metrics.originY, 1);
    return;
  }
  // Some readers do not move the pen past text that is not painted: the next character states its own place.
  const after = isVisible ? at - (Math.round(metrics.advance) / 1000) * sketch.size : NaN;
  sketch.shown.push({
    font,
    code: font.code(glyph, text, metrics),
    isVisible,
    // poppler deals the advance out to the characters that the code stands for.
    reach: (1 - 1 / text.length) * (Math.abs(metrics.advance) / 1000) * sketch.size,
    at,
    after,
  });
}

function showHorizontal(
  sketch: Sketch,
  font: PdfFont,
  glyph: Glyph,
  text: string,
  at: number,
  isVisible: boolean,
): void {
  if (sketch.isInkOnly === true) {
    if (isVisible) drawPlain(sketch, font, glyph, at);
    return;
  }
  // PDFium sorts by place: where white was cut away on both sides of two marks, the second must not come first.
  const behind = Math.max(at, (sketch.shown.at(-1)?.at ?? -Infinity) + 0.01);
  const width = (glyph.width / 1000) * sketch.size;
  const after = isVisible ? behind + width : NaN;
  sketch.shown.push({ font, code: font.code(glyph, text, null), isVisible, reach: width, at: behind, after });
}

/** Draws a glyph turned clockwise, its em box in the middle of the line. */
function drawLying(sketch: Sketch, font: PdfFont, glyph: Glyph, at: number, size: number): void {
  const name = sketch.resources.outline(font, glyph);
  if (name === null) return;
  const scale = pdfScale(size / 1000);
  const x = pdfNumber(sketch.origin.x - (emBoxCentre / 1000) * size);
  const y = pdfNumber(sketch.origin.y - at);
  sketch.ink.push(`q 0 -${scale} ${scale} 0 ${x} ${y} cm /${name} Do Q`);
}

/** Draws an upright glyph; `left` and `down` say where its origin lies from the pen, in thousandths of the line's size. */
function drawStanding(
  sketch: Sketch,
  font: PdfFont,
  glyph: Glyph,
  at: number,
  left: number,
  down: number,
  scale: number,
): void {
  const name = sketch.resources.outline(font, glyph);
  if (name === null) return;
  const unit = sketch.size / 1000;
  const factor = pdfScale(unit * scale);
  const x = pdfNumber(sketch.origin.x + left * unit);
  const y = pdfNumber(sketch.origin.y - at - down * unit);
  sketch.ink.push(`q ${factor} 0 0 ${factor} ${x} ${y} cm /${name} Do Q`);
}

/** Draws a glyph along a horizontal line. */
function drawPlain(sketch: Sketch, font: PdfFont, glyph: Glyph, at: number, across = 0): void {
  const name = sketch.resources.outline(font, glyph);
  if (name === null) return;
  const factor = pdfScale(sketch.size / 1000);
  const x = pdfNumber(sketch.origin.x + at);
  const y = pdfNumber(sketch.origin.y - (emBoxCentre / 1000 + across) * sketch.size);
  sketch.ink.push(`q ${factor} 0 0 ${factor} ${x} ${y} cm /${name} Do Q`);
}

function drawBar(sketch: Sketch, at: number, length: number, thickness: number): void {
  const { x, y } = sketch.origin;
  // The white at both ends that a dash has; between dashes there is none.
  const bearing = sketch.size * 0.04;
  const rectangle =
    sketch.direction === 'vertical'
      ? [x - thickness / 2, y - at - length + bearing, thickness, length - 2 * bearing]
      : [x + at + bearing, y - thickness / 2, length - 2 * bearing, thickness];
  sketch.ink.push(`${rectangle.map(pdfNumber).join(' ')} re f`);
}

/** How thick the face's own dash is, in em. */
function dashThickness({ font }: PdfFont): number {
  const { bbox } = font.glyphForCodePoint(0x2014);
  return (bbox.maxY - bbox.minY) / font.unitsPerEm;
}
