// The sheets that can be printed on, and how much type stands on them.
import { defaultStyle, type PageSpec, type TypesettingStyle } from '../../../src-core/typesetting/page-spec';
import type { Paper } from '../../../src-core/ipc/contract';
import type { PaperSize } from '../../../src-core/ipc/export-choices';
import type { TierPlan } from './impose';
import type { Direction, PageGeometry } from './page-geometry';

const pointsPerMillimetre = 72 / 25.4;

/**
 * Lines nearer than 1.5 em are one block of text to every reader; at 1.5 em poppler's own rounding decides, and beyond
 * it loses their order.
 */
export const tierPitch = 1.45;

/** Characters in a line that read well in narrow setting. */
const idealMeasure = 20;

/**
 * White between tiers, in em. Within 1 em poppler runs lines together, and marks whose white was cut away reach half an
 * em out of their line: at its start in both directions, at its end in 横排. In 竖排 poppler also sees every character an
 * em too high.
 */
const leastGap: { readonly [D in Direction]: number } = { vertical: 2.8, horizontal: 2.8 };

type Sheet = {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly bottom: number; readonly side: number };
  /** Points. */
  readonly body: number;
};

const sheets: { readonly [P in Paper]: Sheet } = {
  A4: { width: 210, height: 297, margins: { top: 22, bottom: 16, side: 15 }, body: 10.5 },
  A3: { width: 297, height: 420, margins: { top: 26, bottom: 20, side: 18 }, body: 10.5 },
  A5: { width: 148, height: 210, margins: { top: 17, bottom: 12, side: 12 }, body: 9 },
  B5: { width: 176, height: 250, margins: { top: 19, bottom: 14, side: 13 }, body: 9 },
  // 11 by 17 inches.
  tabloid: { width: 279.4, height: 431.8, margins: { top: 26, bottom: 20, side: 18 }, body: 10.5 },
};

/** A sheet by its name, or one of the user's own. */
export type ChosenPaper = Paper | PaperSize;

/** Sheets smaller than this across have smaller type and margins, in millimetres. */
const smallSheet = 190;

/** The margins of a sheet of any size grow with it, as those of the named ones do. */
function sheetOf(paper: ChosenPaper): Sheet {
  if (typeof paper === 'string') return sheets[paper];
  const least = Math.min(paper.width, paper.height);
  const share = (part: number, most: number): number =>
    Math.min(most, Math.max(10, Math.round(least * part)));
  return {
    ...paper,
    margins: { top: share(0.105, 26) + 2, bottom: share(0.076, 20), side: share(0.071, 18) },
    body: isSmall(paper) ? 9 : 10.5,
  };
}

function isSmall(paper: ChosenPaper): boolean {
  const { width, height } = typeof paper === 'string' ? sheets[paper] : paper;
  return Math.min(width, height) < smallSheet;
}

/** Where notes stand beside the type area, before its head in 竖排, at the end of its lines in 横排. In em of the body. */
export type NoteBand = {
  /** Size of the notes' type. */
  readonly size: number;
  /** Characters in a line of a note. */
  readonly measure: number;
  /** From one line of a note to the next. */
  readonly pitch: number;
  /** White between the band and the type area; numbers stand there in 横排. */
  readonly gap: number;
  /** Whether each tier has a band of its own, in the white between the tiers 旁批; else the page has one 眉批. */
  readonly isPerTier: boolean;
};

/** Notes are set in three quarters of the body's size; their lines a little shorter on small paper and between tiers. */
export function noteBandOf(paper: ChosenPaper, direction: Direction, place: 'head' | 'side'): NoteBand {
  const longest = direction === 'vertical' ? 9 : 10;
  return {
    size: 0.76,
    measure: longest - (isSmall(paper) ? 2 : 0) - (place === 'side' ? 1 : 0),
    pitch: 1.02,
    gap: direction === 'vertical' ? 1 : 1.9,
    isPerTier: place === 'side',
  };
}

/** How far a band of notes with their numbers reaches out of the type area, in em of the body. */
export function bandDepth({ size, measure, gap }: NoteBand, direction: Direction): number {
  return gap + measure * size + (direction === 'vertical' ? 0.9 : 0);
}

/** What the engine is asked for, how the sheet is parted, and where the type area lies on it. */
export type SheetPlan = {
  readonly spec: PageSpec;
  readonly tiers: TierPlan;
  readonly geometry: PageGeometry;
};

export type SheetSetting = {
  /** Size of the body type in points; the paper's own where it is left out. */
  readonly body?: number | undefined;
  /** Is kept free beside the type, for notes. */
  readonly band?: NoteBand | null;
  /** Whether lines run over the whole width, as large print in 横排 does. */
  readonly isOneColumn?: boolean;
  /** As a first start has it where it is left out. */
  readonly style?: TypesettingStyle;
};

/** Fits whole characters and whole lines within the margins, and centres them between the sides. */
export function planSheet(
  paper: ChosenPaper,
  direction: Direction,
  { body, band = null, isOneColumn = false, style = defaultStyle }: SheetSetting = {},
): SheetPlan {
  const known = sheetOf(paper);
  const sheet: Sheet = { ...known, body: body ?? known.body };
  const width = sheet.width * pointsPerMillimetre;
  const height = sheet.height * pointsPerMillimetre;
  const depth = band === null ? 0 : bandDepth(band, direction) * sheet.body;
  const [over, beside] = direction === 'vertical' ? [depth, 0] : [0, depth];
  const top = sheet.margins.top * pointsPerMillimetre + over;
  const typeWidth = (sheet.width - 2 * sheet.margins.side) * pointsPerMillimetre - beside;
  const typeHeight = height - top - sheet.margins.bottom * pointsPerMillimetre;
  const [along, across] = direction === 'vertical' ? [typeHeight, typeWidth] : [typeWidth, typeHeight];
  const inlineSize = Math.floor(along / sheet.body);
  const blockSize = Math.floor(across / (sheet.body * tierPitch)) * tierPitch;
  const usedWidth = (direction === 'vertical' ? blockSize : inlineSize) * sheet.body;
  const tiers = planTiers(inlineSize, direction, band, isOneColumn);
  return {
    spec: {
      direction,
      inlineSize,
      blockSize,
      linePitch: tierPitch,
      tierGap: tiers.gap,
      measure: { min: tiers.measure, max: tiers.measure },
      style,
    },
    tiers,
    geometry: {
      direction,
      width,
      height,
      marginTop: top,
      marginStart: (width - usedWidth - beside) / 2,
      body: sheet.body,
    },
  };
}

/** Parts a type area so many em along the line into tiers. */
export function planTiers(
  inlineSize: number,
  direction: Direction,
  band: NoteBand | null,
  isOneColumn: boolean,
): TierPlan {
  const notes = band?.isPerTier === true ? bandDepth(band, direction) : 0;
  const least = leastGap[direction] + notes;
  const wanted = Math.max(1, Math.round((inlineSize + least) / (idealMeasure + least)));
  const count = isOneColumn ? 1 : wanted;
  const measure = Math.floor((inlineSize - (count - 1) * least) / count);
  const gap = count === 1 ? least : (inlineSize - count * measure) / (count - 1);
  // Notes stand before the tier they belong to in 竖排, behind it in 横排; the rule on their other side.
  const white = (gap - notes) / 2;
  return { count, measure, gap, rule: direction === 'vertical' ? white : notes + white };
}
