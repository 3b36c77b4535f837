// The printed pages 版 of an issue on paper, each on one sheet as the window shows it: set by the same function, in the
// shape of the sheet, in type as large as its text lets it be. What no sheet holds in legible type goes on to another.
//
// A sheet is written only when the model of poppler has proved that every reader finds its text in order. One that cannot
// be proved is set a little otherwise, a few times; then with one of its headlines within the first tier of its text, each
// in turn, then with all; and where none of that helps its text flows from tier to tier.
import type { ArticleId, Issue } from '../../../src-core/publication/issue';
import type { LatinMetrics, PageLayout } from '../../../src-core/typesetting/model';
import {
  loadOf,
  onPaper,
  paperOf,
  setSide,
  sidesOf,
  type Paper,
  type PrintedSide,
  type SheetOptions,
} from '../../../src-core/typesetting/printed-sheets';
import { layoutSheets, type TierPlan } from './impose';
import type { PageGeometry } from './page-geometry';
import { planTiers, tierPitch, type SheetPlan } from './paper';
import type { SpaceWord } from './seen-frames';
import { onlyWith, runsOfArticles } from './sheet-runs';

/** A sheet, and how it is parted: in tiers, or, made up as a whole, kept in order by unseen words. */
export type NewspaperSheet = {
  readonly page: PageLayout;
  readonly tiers: TierPlan;
  readonly words: readonly SpaceWord[] | null;
};

/** An issue set in whole pages, and the plan that all its sheets follow. */
export type NewspaperPlan = { readonly sheets: readonly NewspaperSheet[]; readonly sheet: SheetPlan };

/** Gives the unseen words with which every reader finds the text of a page in its order; null where none are known. */
export type PageProof = (page: PageLayout, geometry: PageGeometry) => readonly SpaceWord[] | null;

export type NewspaperSetting = {
  /** The sheet that articles in columns would take: its margins are kept. */
  readonly sheet: SheetPlan;
  /** Whether the sheet's size of type was asked for; else it is as large as the text lets it be. */
  readonly isSized: boolean;
  /** Whether notes stand beside the type area, for which the sheet keeps room by its own size of type. */
  readonly hasNotes: boolean;
  readonly metrics: LatinMetrics;
  /** How many sheets stand before the issue. */
  readonly firstSheet: number;
  readonly prove: PageProof;
  /** Throws where the work is to stop. */
  readonly check: () => void;
};

/** The body's size in points: no smaller than 小六号, the least that newspapers print, no larger than looks well. */
const bodySizes = { least: 6.6, most: 11.5 } as const;

/** Poppler takes lines for one block that are no further apart than one and a half em. */
const linePitch = 1.49;

/**
 * How a page may be set: the white between its tiers in em, its shape by the sheet's, and which articles have their headline
 * within a tier.
 */
type Variation = {
  readonly tierGap: number;
  readonly share: number;
  readonly headsInTier?: ReadonlySet<ArticleId>;
};

/**
 * The first is how pages are set; the others are tried where it cannot be proved. Marks whose white was cut away reach half
 * an em out of their line: with two em between tiers, as on the screen, poppler runs their lines together.
 */
const variations: readonly [Variation, ...Variation[]] = [
  { tierGap: 2.5, share: 1 },
  { tierGap: 3, share: 1 },
  { tierGap: 2.5, share: 0.97 },
  { tierGap: 2.75, share: 0.985 },
  { tierGap: 3.25, share: 0.955 },
];

/** Sets all printed pages of an issue that has text. */
export function setNewspaper(issue: Issue, setting: NewspaperSetting): NewspaperPlan {
  const { geometry, spec } = setting.sheet;
  const [along, across] = [spec.inlineSize * geometry.body, spec.blockSize * geometry.body];
  const [width, height] = geometry.direction === 'vertical' ? [across, along] : [along, across];
  const least = setting.isSized ? geometry.body : bodySizes.least;
  const most = setting.isSized || setting.hasNotes ? geometry.body : bodySizes.most;
  const options: SheetOptions = {
    direction: geometry.direction,
    shape: width / height,
    style: spec.style,
    face: { textFace: spec.textFace ?? 'song', metrics: setting.metrics },
    linePitch,
    tierGap: variations[0].tierGap,
    largestArea: (width * height) / least ** 2,
    smallestHeight: height / most,
  };
  const sides = sidesOf(issue);
  const loads = sides.map(loadOf);
  const fullest = sides[loads.indexOf(Math.max(...loads))];
  if (fullest === undefined) throw new RangeError('the issue has no text');
  const paper = paperOf(setSide(issue, fullest, options));
  const sheet = sheetFor(paper, setting.sheet, { along, across });
  const sheets: NewspaperSheet[] = [];
  for (const side of sides) {
    sheets.push(...setSheets({ ...setting, issue, options, paper, sheet }, side, sheets.length));
  }
  return { sheets, sheet };
}

/** The type area is set in whole characters and lines: what is left of the room beside it is shared between its sides. */
function sheetFor(
  paper: Paper,
  { geometry, ...plan }: SheetPlan,
  { along, across }: { readonly along: number; readonly across: number },
): SheetPlan {
  const { inlineSize, blockSize } = paper;
  const body = Math.min(along / inlineSize, across / blockSize);
  const left = geometry.direction === 'vertical' ? across - blockSize * body : along - inlineSize * body;
  return {
    spec: { ...plan.spec, inlineSize, blockSize, linePitch },
    tiers: { count: 1, measure: inlineSize, gap: 0 },
    geometry: { ...geometry, body, marginStart: geometry.marginStart + left / 2 },
  };
}

type Setting = NewspaperSetting & {
  readonly issue: Issue;
  readonly options: SheetOptions;
  readonly paper: Paper;
};

/** Sets the sheets of a printed page, of which so many stand before it in the issue. */
function setSheets(setting: Setting, side: PrintedSide, before: number): readonly NewspaperSheet[] {
  const [first, ...others] = variations;
  const pages = setAs(setting, side, first, before);
  const proofs = pages.map((page) => prove(setting, page));
  const isProved = proofs.every((words) => words !== null);
  const sheets: NewspaperSheet[] = [];
  for (const run of isProved ? [] : runsOfArticles(pages)) {
    const isKept =
      sheets.length === run.from && proofs.slice(run.from, run.to).every((words) => words !== null);
    const alone = isKept ? null : onlyWith(setting.issue, side, run.articles);
    if (alone === null) {
      sheets.push(...wholeSheets(setting, pages.slice(run.from, run.to), proofs.slice(run.from, run.to)));
      continue;
    }
    const own = { ...setting, issue: alone.issue };
    // Where the number of sheets before has changed, what tells it is set anew.
    const tries = [
      ...(sheets.length === run.from ? others : variations),
      ...withHeadsInTier(pages.slice(run.from, run.to)),
    ];
    sheets.push(
      ...(firstProved(own, alone.side, tries, { before: before + sheets.length, count: run.to - run.from }) ??
        inTiers(own, alone.side, before + sheets.length)),
    );
  }
  return isProved ? wholeSheets(setting, pages, proofs) : sheets;
}

/** Each headline that spans tiers of the pages is kept within its first in turn, the page set as at first; then all are. */
function withHeadsInTier(pages: readonly PageLayout[]): readonly Variation[] {
  const [first, ...others] = variations;
  const frames = pages.flatMap((page) => page.frames);
  const spanning = frames.flatMap(({ role, articleId, rect }) => {
    const body = frames.find((frame) => frame.articleId === articleId && frame.role !== 'headline');
    const spans = role === 'headline' && body !== undefined && rect.inlineSize > 1.5 * body.rect.inlineSize;
    return spans ? [articleId] : [];
  });
  const all = new Set(spanning);
  return [
    ...(all.size > 1 ? [...all].map((id) => ({ ...first, headsInTier: new Set([id]) })) : []),
    ...(all.size > 0 ? [first, ...others].map((variation) => ({ ...variation, headsInTier: all })) : []),
  ];
}

function firstProved(
  setting: Setting,
  side: PrintedSide,
  tries: readonly Variation[],
  { before, count }: { readonly before: number; readonly count: number },
): readonly NewspaperSheet[] | null {
  for (const variation of tries) {
    const pages = setAs(setting, side, variation, before);
    if (pages.length > count) continue;
    const proofs: (readonly SpaceWord[] | null)[] = [];
    for (const page of pages) {
      const words = prove(setting, page);
      if (words === null) break;
      proofs.push(words);
    }
    if (proofs.length === pages.length) return wholeSheets(setting, pages, proofs);
  }
  return null;
}

function setAs(
  { issue, options, paper, firstSheet }: Setting,
  side: PrintedSide,
  { share, ...variation }: Variation,
  before: number,
): readonly PageLayout[] {
  const sheetsBefore = firstSheet + before;
  const set = setSide(issue, side, { ...options, ...variation, shape: options.shape * share, sheetsBefore });
  return onPaper(set, paper);
}

function prove({ check, prove: proofOf, sheet }: Setting, page: PageLayout): readonly SpaceWord[] | null {
  check();
  return proofOf(page, sheet.geometry);
}

function wholeSheets(
  { sheet: { tiers } }: Setting,
  pages: readonly PageLayout[],
  proofs: readonly (readonly SpaceWord[] | null)[],
): readonly NewspaperSheet[] {
  return pages.map((page, at) => ({ page, tiers, words: proofs[at] ?? [] }));
}

/** Sheets of the same size on which text flows from tier to tier, each headline within its tier: see impose.ts. */
function inTiers(
  { issue, sheet: { spec }, metrics, firstSheet }: Setting,
  { articles }: PrintedSide,
  before: number,
): readonly NewspaperSheet[] {
  const ids = new Set(articles.map(({ articleId }) => articleId));
  const alone: Issue = {
    ...issue,
    articles: [...articles],
    pages: issue.pages.map((page) => ({ ...page, articleIds: page.articleIds.filter((id) => ids.has(id)) })),
  };
  const inlineSize = Math.floor(spec.inlineSize);
  const blockSize = Math.floor(spec.blockSize / tierPitch) * tierPitch;
  const tiers = planTiers(inlineSize, spec.direction, null, false);
  const sheet = { ...spec, inlineSize, blockSize, linePitch: tierPitch, tierGap: tiers.gap };
  const sheetsBefore = firstSheet + before;
  const { pages } = layoutSheets(alone, sheet, tiers, metrics, sheetsBefore, sheetsBefore === 0);
  return pages.map((page) => ({ page, tiers, words: null }));
}
