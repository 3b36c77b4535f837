// Holds a painted page of the points issue against the acceptance list of vertical typesetting, by its ink alone, so that the
// window and the PDF are asked the same. What is wrong is told as sentences that begin with the number of the point.
import { measure, type PointParagraph, type pointStyles } from '../builders/points-issue';
import { blobsIn, type Blob, type PageInk } from './page-ink';

export type PaintedPage = {
  readonly ink: PageInk;
  /** From line to line, and white between the two tiers, in em. */
  readonly pitch: number;
  readonly gap: number;
  /** How many lines a tier holds; Infinity where the tiers of an article are alike. */
  readonly rows: number;
  readonly style: keyof typeof pointStyles;
};

type PaintedLine = {
  readonly tier: number;
  readonly row: number;
  readonly blobs: readonly Blob[];
  /** Where its 国 stand. */
  readonly cells: readonly number[];
};

/** How far a place may be off, in em: less than two of the window's pixels. */
const tolerance = 0.08;
const mostLean = 0.12;
/** 国 is larger than any letter, figure or mark. */
const leastHan = 0.74;

/** Gives what is wrong with a page, and which points were looked at. */
export function pointsOfPage(
  page: PaintedPage,
  paragraphs: readonly PointParagraph[],
): { readonly wrong: readonly string[]; readonly points: ReadonlySet<number> } {
  const wrong: string[] = [];
  const points = new Set<number>();
  const check = (point: number, is: boolean, words: string): void => {
    points.add(point);
    if (!is) wrong.push(`${point}: ${words}`);
  };
  const count = paragraphs.reduce((sum, { lines }) => sum + lines.length, 0);
  const read = readLines(page, count);
  // The glyph of 国 lies a little off its em box, in a face and with a program of its own each time.
  const lean = leanOf(read);
  check(3, Math.abs(lean) < mostLean, `the first lines begin ${lean.toFixed(2)} em off the grid`);
  const lines = read.map((line) => leanedBack(line, lean));
  const ofParagraph = new Map<string, readonly PaintedLine[]>();
  let next = 0;
  for (const { points: ofText, text, lines: expected } of paragraphs) {
    const painted = lines.slice(next, (next += expected.length));
    ofParagraph.set(text, painted);
    expected.forEach((places, at) => {
      if (places === null) return;
      const cells = painted[at]?.cells ?? [];
      const isThere =
        cells.length === places.length &&
        cells.every((cell, place) => Math.abs(cell - (places[place] ?? NaN)) < tolerance);
      for (const point of ofText) {
        check(point, isThere, `line ${at + 1} of ${text}: ${shown(cells)} and not ${shown(places)}`);
      }
    });
  }
  const lineOf = (text: string, at = 0): PaintedLine => {
    const line = ofParagraph.get(text)?.[at];
    if (line === undefined) throw new Error(`no line ${at} of ${text}`);
    return line;
  };
  checkTiers(page, paragraphs, lines, check);
  checkEdges(page, lineOf, check);
  checkForms(page, lineOf, check);
  checkBeside(page, lineOf, check);
  checkHeadline(page, lines, check);
  return { wrong, points };
}

type Check = (point: number, is: boolean, words: string) => void;
type LineOf = (text: string, at?: number) => PaintedLine;

const shown = (places: readonly number[]): string => places.map((place) => place.toFixed(2)).join(' ');

function tierStart({ gap }: PaintedPage, tier: number): number {
  return tier * (measure + gap);
}

function readLines(page: PaintedPage, most: number): readonly PaintedLine[] {
  const lines: PaintedLine[] = [];
  for (const tier of [0, 1]) {
    for (let row = 0; row < page.rows && lines.length < most; row++) {
      const blobs = blobsIn(page.ink, tierStart(page, tier), (row + 0.5) * page.pitch, {
        from: -0.6,
        to: measure + 0.6,
        least: -0.48,
        most: 0.48,
      });
      if (blobs.length === 0) break;
      lines.push({ tier, row, blobs, cells: hanOf(blobs).map(({ middle }) => middle - 0.5) });
    }
  }
  return lines;
}

/** How far the characters of a line of nothing else stand behind their places. */
function leanOf([, line]: readonly PaintedLine[]): number {
  const cells = line?.cells ?? [];
  return cells.reduce((sum, cell, at) => sum + cell - at, 0) / cells.length;
}

function leanedBack({ tier, row, blobs, cells }: PaintedLine, lean: number): PaintedLine {
  return {
    tier,
    row,
    blobs: blobs.map((blob) => ({
      ...blob,
      from: blob.from - lean,
      to: blob.to - lean,
      middle: blob.middle - lean,
    })),
    cells: cells.map((cell) => cell - lean),
  };
}

function hanOf(blobs: readonly Blob[]): readonly Blob[] {
  return blobs.filter(({ from, to, least, most }) => to - from >= leastHan && most - least >= leastHan);
}

function between({ blobs }: PaintedLine, from: number, to: number): readonly Blob[] {
  return blobs.filter(({ middle }) => middle > from && middle < to);
}

function checkTiers(
  page: PaintedPage,
  paragraphs: readonly PointParagraph[],
  lines: readonly PaintedLine[],
  check: Check,
): void {
  const first = lines.filter(({ tier }) => tier === 0).length;
  const second = lines.length - first;
  check(1, first > 0 && second > 0, `tiers of ${first} and ${second} lines`);
  const ends = paragraphs.flatMap(({ lines: { length } }) =>
    Array.from({ length }, (_, at) => length > 1 && at === length - 1),
  );
  check(37, ends[first] !== true, 'the second tier begins with the last line of a paragraph');
  const isFull = page.rows === Infinity ? Math.abs(first - second) <= 2 : first >= page.rows - 1;
  check(37, isFull, `the first tier has ${first} lines, the second ${second}`);
  const axis = lines.flatMap(({ blobs }) => hanOf(blobs).map(({ centre }) => centre));
  const off = axis.filter((centre) => Math.abs(centre - (axis[0] ?? 0)) > tolerance).length;
  check(4, axis.length > 0 && off === 0, `${off} of ${axis.length} characters are off the rows`);
  const white = { from: measure + 0.2, to: measure + page.gap - 0.2, least: -0.1, most: 0.1 };
  const rules = blobsIn(page.ink, 0, 5.5 * page.pitch, white, 0.1);
  const [rule] = rules;
  check(
    39,
    rules.length === 1 && rule !== undefined && Math.abs(rule.middle - measure - page.gap / 2) < tolerance,
    `the rule stands at ${rule?.middle ?? 'no place'}`,
  );
  check(39, (rule?.to ?? 1) - (rule?.from ?? 0) < 0.2, 'the rule is thick');
  check(39, blobsIn(page.ink, 0, -0.3, white, 0.1).length === 0, 'the rule is longer than the tiers');
}

function checkEdges(page: PaintedPage, lineOf: LineOf, check: Check): void {
  const [bracket] = lineOf('「国国国」国国').blobs;
  check(6, isWithin(bracket, 2, 2.5), `the bracket's ink is at ${bracket?.from ?? 'no place'}`);
  const [opening] = lineOf(`${'国'.repeat(18)}「国国国」国`, 1).blobs;
  check(7, isWithin(opening, 0, 0.5), `the bracket's ink is at ${opening?.from ?? 'no place'}`);
  const comma = lineOf(`${'国'.repeat(17)}，国国国`).blobs.at(-1);
  const place = page.style === 'plain' ? 0.5 : 0.25;
  check(8, isWithin(comma, 19 + place, 19.5 + place), `the comma is at ${comma?.from ?? 'no place'}`);
  const last = lineOf(`${'国'.repeat(17)}「国国」`).blobs.at(-1);
  check(13, last !== undefined && last.to - last.from > leastHan, 'a line ends with an opening bracket');
}

/** Whether ink lies between two places; a pixel at its edges may be half grey. */
function isWithin(blob: Blob | undefined, from: number, to: number): boolean {
  return blob !== undefined && blob.from > from - tolerance && blob.to < to + tolerance;
}

function checkForms(page: PaintedPage, lineOf: LineOf, check: Check): void {
  const isPlain = page.style === 'plain';
  const quotes = lineOf('国“国”国‘国’国');
  const [outer, inner] = [between(quotes, 3, 4), between(quotes, 7, 8)];
  check(
    20,
    outer.length > 0 &&
      outer.every((blob) => isWithin(blob, 3.35, 4)) &&
      Math.max(...outer.map(({ least, most }) => most - least)) > 0.45,
    '“ is no corner at the foot of its cell',
  );
  // ﹃ has two strokes where ﹁ has one.
  const ratio = inkOf(outer) / inkOf(inner);
  check(20, isPlain ? ratio > 1.05 : ratio < 0.95, `“ has ${ratio.toFixed(2)} times the ink of ‘`);
  const lying = between(lineOf('国“Boeing 737”国'), 3, 4.05).filter(({ middle }) => middle < 3.95);
  check(
    21,
    lying.length === 2 && lying.every((blob) => isWithin(blob, 3.5, 4) && blob.most - blob.least < 0.4),
    `the quote before Latin is ${shown(lying.flatMap(({ from, to }) => [from, to]))}`,
  );
  for (const at of [3, 5, 7]) {
    const [mark] = between(lineOf('国，国。国、国'), at, at + 1);
    const isPlaced = isPlain
      ? isWithin(mark, at, at + 0.5) && (mark?.most ?? 1) < 0.02
      : Math.abs((mark?.middle ?? NaN) - at - 0.5) < 0.13 && Math.abs(mark?.centre ?? NaN) < 0.13;
    check(23, isPlaced, `the mark at ${at} is at ${mark?.middle ?? NaN}, ${mark?.centre ?? NaN}`);
  }
  if (isPlain) checkTurned(lineOf('国（国）国～国'), check);
  const dash = lineOf('国——国……国');
  const strokes = between(dash, 3, 5);
  const [stroke] = strokes;
  check(
    25,
    strokes.length === 1 &&
      (stroke?.to ?? 0) - (stroke?.from ?? 0) > 1.8 &&
      Math.abs(stroke?.centre ?? 1) < 0.05,
    `—— is of ${strokes.length} strokes`,
  );
  const dots = between(dash, 6, 8);
  check(
    26,
    dots.length === 6 && dots.every(({ centre }) => Math.abs(centre) < 0.05),
    `…… is of ${dots.length} dots, at ${shown(dots.map(({ centre }) => centre))}`,
  );
  checkFigures(isPlain, lineOf, check);
}

function inkOf(blobs: readonly Blob[]): number {
  return blobs.reduce((sum, { ink }) => sum + ink, 0);
}

function checkTurned(line: PaintedLine, check: Check): void {
  const [bracket] = between(line, 3, 4);
  const [wave] = between(line, 7, 8);
  check(24, isWider(bracket), '（ does not lie across the line');
  check(24, wave !== undefined && !isWider(wave), '～ does not run down the line');
}

function isWider(blob: Blob | undefined): boolean {
  return blob !== undefined && blob.most - blob.least > blob.to - blob.from;
}

function checkFigures(isPlain: boolean, lineOf: LineOf, check: Check): void {
  const pair = between(lineOf('国？！国！！！国'), 3, 4);
  check(
    27,
    pair.length > 0 && pair.every(({ least, most }) => most - least > 0.2 && most - least < 1),
    '？！ are not in one cell',
  );
  for (const at of [3, 5]) {
    const [figure, ...more] = between(lineOf('国12国100国'), at, at + 1);
    const isAcross =
      figure !== undefined &&
      more.length === 0 &&
      figure.most - figure.least <= 1 + tolerance &&
      figure.most - figure.least > 0.7 &&
      Math.abs(figure.centre) < tolerance &&
      Math.abs(figure.middle - at - 0.5) < 0.1;
    check(28, isAcross, `the figure at ${at} is at ${figure?.middle ?? NaN}, ${figure?.centre ?? NaN}`);
  }
  const year = lineOf('国1949国');
  const digits = between(year, 3, 6.9);
  const end = year.cells[1] ?? NaN;
  check(
    29,
    isPlain ? digits.length === 4 : end > 5 && end < 6.3,
    `1949 ends at ${end}, of ${digits.length} digits`,
  );
  const latin = lineOf('国GDP国Boeing国，Boeing国');
  const capitals = between(latin, 3, 6);
  check(
    30,
    capitals.length === 3 && capitals.every(({ middle }, at) => Math.abs(middle - 3.5 - at) < 0.1),
    'GDP does not stand upright in three cells',
  );
  const after = latin.cells.find((cell) => cell > 7) ?? NaN;
  const word = between(latin, 7, after);
  check(
    30,
    word.length >= 5 && Math.max(...word.map(({ most, least }) => most - least)) < 0.98,
    'Boeing does not lie',
  );
  const [before, behind] = [(word[0]?.from ?? NaN) - 7, after - (word.at(-1)?.to ?? NaN)];
  check(31, isGap(before) && isGap(behind), `${before.toFixed(2)} and ${behind.toFixed(2)} em about Boeing`);
  const [letter] = between(latin, after + 2, after + 2.5);
  check(31, letter !== undefined && letter.from - after - 2 < 0.15, 'there is white between ， and Boeing');
}

/** A quarter em, and what white the letter itself has. */
function isGap(white: number): boolean {
  return white > 0.2 && white < 0.42;
}

/** What stands beside the type: dots at the right, lines at the left. */
function checkBeside(page: PaintedPage, lineOf: LineOf, check: Check): void {
  const beside = ({ tier, row }: PaintedLine, least: number, most: number): readonly Blob[] =>
    blobsIn(
      page.ink,
      tierStart(page, tier),
      (row + 0.5) * page.pitch,
      { from: 0, to: measure + 0.1, least, most },
      0.12,
    );
  const marked = lineOf(`${'国'.repeat(17)}「国国」`);
  const dots = beside(marked, -0.8, -0.56);
  check(
    33,
    dots.length === 4 &&
      dots.every(({ middle }, at) => Math.abs(middle - (marked.cells[2 + at] ?? NaN) - 0.5) < tolerance),
    `dots at ${shown(dots.map(({ middle }) => middle))}`,
  );
  const names = beside(marked, 0.56, 0.68);
  const [first, second] = names;
  check(
    34,
    names.length === 2 &&
      Math.abs((first?.from ?? NaN) - (marked.cells[8] ?? NaN)) < 0.12 &&
      Math.abs((second?.to ?? NaN) - (marked.cells[11] ?? NaN) - 1) < 0.15 &&
      (second?.from ?? NaN) - (first?.to ?? NaN) > 0.05,
    `name lines ${names.map(({ from, to }) => `${from.toFixed(2)}–${to.toFixed(2)}`).join(', ')}`,
  );
  const titled = lineOf('国《国国》国');
  const waves = beside(titled, 0.5, 0.75);
  const signs = between(titled, 2, 8).length;
  check(
    35,
    page.style === 'plain'
      ? waves.length === 0 && signs === 6
      : waves.length === 1 && signs === 4 && isWithin(waves[0], 3, 5),
    `${waves.length} lines beside a title of ${signs} signs`,
  );
}

/** The headline of the second article: three sizes, and the text after it on the rows of the page again. */
function checkHeadline(page: PaintedPage, lines: readonly PaintedLine[], check: Check): void {
  const found = [0, 1].map((tier) => headlineIn(page, tier, lines)).find((bands) => bands.length === 3);
  const [kicker, headline, deck] = found ?? [];
  check(38, found !== undefined, 'no headline of three lines is there');
  if (kicker === undefined || headline === undefined || deck === undefined) return;
  check(
    38,
    headline > kicker * 1.15 && Math.abs(kicker - deck) < 0.1,
    `sizes ${shown([kicker, headline, deck])}`,
  );
}

/** How thick the lines of ink between the last line of the first article and the first of the second are. */
function headlineIn(page: PaintedPage, tier: number, lines: readonly PaintedLine[]): readonly number[] {
  const inTier = lines.filter((line) => line.tier === tier);
  const lastRow = Math.max(
    -1,
    ...lines.filter((line) => page.rows === Infinity || line.tier === tier).map(({ row }) => row),
  );
  if (inTier.length === 0) return [];
  const { ink, pitch } = page;
  const from = tier === 0 ? 0 : tierStart(page, 1);
  const to = page.rows === Infinity ? tierStart(page, 1) + measure : from + measure;
  const start = (lastRow + 1) * pitch;
  const bands: { from: number; to: number }[] = [];
  let isOpen = false;
  for (let block = start; block < start + 22; block += ink.step) {
    let inked = 0;
    for (let inline = from; inline < to; inline += ink.step)
      if (ink.dark(inline, block) >= 0.4) inked += ink.step;
    // A rule between articles runs along all of the line.
    const isInked = inked > 0.1 && inked < (to - from) * 0.9;
    const band = isOpen ? bands.at(-1) : undefined;
    if (isInked && band === undefined) bands.push({ from: block, to: block + ink.step });
    else if (isInked && band !== undefined) band.to = block + ink.step;
    isOpen = isInked;
  }
  const first = bands.findIndex((band) => isBodyRow(page, from, band));
  return bands.slice(0, Math.max(0, first)).map((band) => band.to - band.from);
}

/** Whether a band of ink is a line of the body, in the middle of a row of the page. */
function isBodyRow({ ink, pitch }: PaintedPage, start: number, band: { from: number; to: number }): boolean {
  const middle = (band.from + band.to) / 2;
  const row = Math.floor(middle / pitch);
  if (Math.abs(middle - (row + 0.5) * pitch) > 0.1) return false;
  const whole = { from: -0.1, to: measure + 0.1, least: -0.52, most: 0.52 };
  return hanOf(blobsIn(ink, start, (row + 0.5) * pitch, whole)).length >= 17;
}
