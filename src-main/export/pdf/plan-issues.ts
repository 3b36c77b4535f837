// The sheets of the issues, one issue after the other, each with its marks and their notes.
import type { Annotation } from '../../../src-core/annotation/annotation';
import type { Language } from '../../../src-core/ipc/contract';
import type { ExportLayout } from '../../../src-core/ipc/export-choices';
import type { Article, ArticleId, Issue } from '../../../src-core/publication/issue';
import type { IssueLayout, LatinMetrics, PageLayout } from '../../../src-core/typesetting/model';
import { partsOfPages } from '../../../src-core/typesetting/page-parts';
import { sidesOf } from '../../../src-core/typesetting/printed-sheets';
import { setHeadNotes } from './head-notes';
import { layoutSheets } from './impose';
import { articleName } from './links';
import type { MarkedIssue } from './mark-index';
import { setNewspaper, type NewspaperPlan, type PageProof } from './newspaper';
import { toPaperRect, type Direction } from './page-geometry';
import { bandDepth, type NoteBand, type SheetPlan } from './paper';
import { placeMarks, type PlacedMark } from './place-marks';
import { plainPage, type PlannedPage, type PlannedPart } from './planned';
import { haveSeveralAuthors } from './signed';
import { documentTitle, indexWords } from './words';

/** An issue to export, and the standing marks to show; none for the bare issue. */
export type IssueWithMarks = { readonly issue: Issue; readonly annotations: readonly Annotation[] };

export type LaidIssue = {
  readonly pages: readonly PlannedPage[];
  readonly marked: MarkedIssue;
  /** Marks whose notes found no room over their columns. */
  readonly left: readonly PlacedMark[];
};

export type IssueSetting = {
  readonly direction: Direction;
  readonly layout: ExportLayout;
  readonly sheet: SheetPlan;
  readonly band: NoteBand | null;
  readonly language: Language;
  readonly metrics: LatinMetrics;
  /** Whether the size of type was asked for. */
  readonly isSized: boolean;
  readonly prove: PageProof;
  /** Throws where the work is to stop. */
  readonly check: () => void;
};

/** Lays all issues out; sheets and marks are counted through them all. */
export function layIssues(issues: readonly IssueWithMarks[], setting: IssueSetting): readonly LaidIssue[] {
  const { band, metrics, direction, language } = setting;
  const laid: LaidIssue[] = [];
  const isSigned = haveSeveralAuthors(issues.flatMap(({ annotations }) => annotations));
  let firstSheet = 0;
  let firstNumber = 1;
  for (const [at, { issue, annotations }] of issues.entries()) {
    setting.check();
    const { sheets, sheet } = laySheets(issue, setting, firstSheet);
    const { geometry, spec, tiers } = sheet;
    const layout: IssueLayout = { direction, pages: sheets.map(({ page }) => page) };
    const from = { sheet: firstSheet, number: firstNumber };
    const marks = placeMarks(issue, annotations, layout, geometry, from);
    const part: PlannedPart = {
      title: documentTitle(issue),
      kind: 'issue',
      structure: 'text',
      articles: issue.articles,
      sheet,
    };
    const bandsPerSheet = band?.isPerTier === true ? tiers.count : 1;
    const head =
      band === null
        ? { notes: [], left: [] }
        : setHeadNotes(notedMarks(marks.placed, sheet, firstSheet, bandsPerSheet), {
            direction,
            pages: layout.pages.length * bandsPerSheet,
            blockSize: spec.blockSize,
            band,
            metrics,
            style: spec.style,
            elsewhere: indexWords[language].elsewhere,
            isSigned,
          });
    const names = new Map(issue.articles.map(({ articleId }, index) => [articleId, articleName(at, index)]));
    const sheetsBefore = firstSheet;
    const pages = sheets.map(({ page, tiers: parted, words }, index) => ({
      ...plainPage(part, withHeadOverBand(page, band, direction), {
        style: 'arabic',
        number: sheetsBefore + index + 1,
      }),
      tiers: parted,
      words,
      marks: marks.placed.flatMap((mark) =>
        mark.pieces.filter((piece) => piece.page === sheetsBefore + index).map((piece) => ({ mark, piece })),
      ),
      notes: head.notes
        .filter((note) => Math.floor(note.page / bandsPerSheet) === index)
        .map((note) => ({ ...note, page: index, tier: tierOfBand(note.page % bandsPerSheet, sheet, band) })),
      places: page.frames.flatMap(({ articleId, rect }) => {
        const name = names.get(articleId);
        return name === undefined ? [] : [{ name, rect: toPaperRect(geometry, rect) }];
      }),
    }));
    laid.push({ pages, marked: { issue, marks }, left: head.left });
    firstSheet += pages.length;
    firstNumber += marks.placed.length;
  }
  return laid;
}

/** The sheets of an issue, and the plan that they follow. */
function laySheets(
  issue: Issue,
  setting: Omit<IssueSetting, 'direction' | 'language'>,
  firstSheet: number,
): NewspaperPlan {
  const { sheet, layout, band } = setting;
  if (layout === 'newspaper' && sidesOf(issue).length > 0)
    return setNewspaper(issue, { ...setting, firstSheet, hasNotes: band !== null });
  const { pages } = layoutIssueSheets(issue, setting, firstSheet);
  return { sheets: pages.map((page) => ({ page, tiers: sheet.tiers, words: null })), sheet };
}

/** How many sheets the issues take. */
export function countSheets(
  issues: readonly IssueWithMarks[],
  setting: Pick<IssueSetting, 'layout' | 'sheet' | 'metrics' | 'check'>,
): number {
  const counting = { ...setting, band: null, isSized: true, prove: () => [] };
  return issues.reduce((count, { issue }) => {
    setting.check();
    return count + laySheets(issue, counting, count).sheets.length;
  }, 0);
}

function layoutIssueSheets(
  issue: Issue,
  { layout, sheet: { spec, tiers }, metrics }: Pick<IssueSetting, 'layout' | 'sheet' | 'metrics'>,
  firstSheet: number,
): IssueLayout {
  if (layout !== 'article') return layoutSheets(issue, spec, tiers, metrics, firstSheet);
  const pages: PageLayout[] = [];
  for (const articles of articlesAlone(issue)) {
    const ids = new Set(articles.map(({ articleId }) => articleId));
    const alone: Issue = { ...issue, articles, pages: pagesWith(issue, ids) };
    pages.push(...layoutSheets(alone, spec, tiers, metrics, firstSheet + pages.length, false).pages);
  }
  return { direction: spec.direction, pages };
}

/** Each article with the label over it, in the order of the issue's pages. */
function articlesAlone(issue: Issue): readonly Article[][] {
  return [...partsOfPages(issue, true).values()].flatMap((parts) =>
    parts.map(({ label, article }) => (label === null ? [article] : [label, article])),
  );
}

function pagesWith({ pages }: Issue, ids: ReadonlySet<ArticleId>): Issue['pages'] {
  return pages
    .map((page) => ({ ...page, articleIds: page.articleIds.filter((id) => ids.has(id)) }))
    .filter(({ articleIds }) => articleIds.length > 0);
}

/** The tier at which a band of notes stands: the page's own at the first in 竖排, at the last in 横排. */
function tierOfBand(at: number, { tiers, geometry }: SheetPlan, band: NoteBand | null): number {
  if (band?.isPerTier === true) return at;
  return geometry.direction === 'vertical' ? 0 : tiers.count - 1;
}

function notedMarks(
  marks: readonly PlacedMark[],
  { geometry, tiers }: SheetPlan,
  firstSheet: number,
  bandsPerSheet: number,
) {
  return marks.flatMap((mark) => {
    const [piece] = mark.pieces;
    const [line] = piece?.lines ?? [];
    if (mark.annotation.note === '' || piece === undefined || line === undefined) return [];
    const { quad } = line;
    const points =
      geometry.direction === 'vertical'
        ? geometry.width - geometry.marginStart - (quad.left + quad.right) / 2
        : geometry.height - geometry.marginTop - (quad.top + quad.bottom) / 2;
    const along =
      geometry.direction === 'vertical'
        ? geometry.height - geometry.marginTop - quad.top
        : quad.left - geometry.marginStart;
    const tier = Math.floor((along / geometry.body + tiers.gap / 2) / (tiers.measure + tiers.gap));
    const band = bandsPerSheet === 1 ? 0 : Math.min(bandsPerSheet - 1, Math.max(0, tier));
    const page = (piece.page - firstSheet) * bandsPerSheet + band;
    return [{ mark, page, block: points / geometry.body }];
  });
}

/** Moves the running head out over the band of notes. */
function withHeadOverBand(page: PageLayout, band: NoteBand | null, direction: Direction): PageLayout {
  if (band === null || direction === 'horizontal') return page;
  const depth = bandDepth(band, direction);
  return {
    ...page,
    furniture: page.furniture.map((furniture) =>
      furniture.kind === 'running'
        ? { ...furniture, rect: { ...furniture.rect, inline: furniture.rect.inline - depth } }
        : furniture,
    ),
  };
}
