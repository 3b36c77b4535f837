// What stands on which sheet: the issues one after the other, each with its marks and their notes, then the notes and
// the index at the end. Everything is laid out before the first page is written; what is kept of it is small.
import type { Annotation } from '../../../src-core/annotation/annotation';
import type { Language, Paper } from '../../../src-core/ipc/contract';
import type { ExportNotes } from '../../../src-core/ipc/export-choices';
import { articleTitle } from '../../../src-core/publication/article-text';
import type { Article, Issue } from '../../../src-core/publication/issue';
import type { LatinMetrics, PageLayout } from '../../../src-core/typesetting/model';
import { rangeToQuads } from '../../../src-core/typesetting/range-to-quads';
import { endNotes } from './end-notes';
import { setHeadNotes, type HeadNote } from './head-notes';
import { layoutSheets, type TierPlan } from './impose';
import type { BackMatter } from './back-matter';
import { markIndex, type MarkedIssue } from './mark-index';
import { toPaperRect, type Direction, type PageGeometry, type PaperRect } from './page-geometry';
import { bandDepth, noteBandOf, planSheet, type NoteBand, type SheetPlan } from './paper';
import { placeMarks, type MarkPiece, type PlacedMark } from './place-marks';
import { documentTitle, indexWords } from './words';

/** An issue to export, and the standing marks to show; none for the bare issue. */
export type IssueWithMarks = { readonly issue: Issue; readonly annotations: readonly Annotation[] };

export type PlanOptions = {
  readonly issues: readonly IssueWithMarks[];
  readonly direction: Direction;
  readonly paper: Paper;
  /** Whether an index of the marks follows the issues; the marks are then numbered. */
  readonly index: boolean;
  /** Where notes are printed: over the columns, at the end, or not at all. */
  readonly notes: ExportNotes;
  /** Whether sheets without marks are left out; where no sheet has any, all stay. */
  readonly markedPagesOnly: boolean;
  /** Size of the body type in points; the paper's own where it is left out. */
  readonly body: number | undefined;
  /** Whether running heads stand on the sheets; by default they do. */
  readonly runningHeads?: boolean;
  readonly language: Language;
};

/** What belongs together: an issue, or what follows them all. */
export type PlannedPart = {
  readonly title: string;
  readonly kind: 'issue' | 'back';
  readonly articles: readonly Article[];
};

export type PageMark = { readonly mark: PlacedMark; readonly piece: MarkPiece };

/** The number with which an entry at the end begins, and the mark it is about. */
export type PlannedEntry = { readonly rect: PaperRect; readonly mark: number };

export type PlannedPage = {
  readonly part: PlannedPart;
  readonly layout: PageLayout;
  /** The sheet's number as it is printed on it, counted from 1. */
  readonly label: number;
  readonly marks: readonly PageMark[];
  readonly notes: readonly HeadNote[];
  /** The entries of notes and index that begin here. */
  readonly entries: readonly PlannedEntry[];
};

export type ExportPlan = {
  readonly geometry: PageGeometry;
  readonly tiers: TierPlan;
  readonly band: NoteBand | null;
  readonly parts: readonly PlannedPart[];
  readonly pages: readonly PlannedPage[];
  readonly marks: readonly PlacedMark[];
  readonly orphans: readonly Annotation[];
  /** Whether numbers stand beside the marks. */
  readonly isNumbered: boolean;
  /** The numbers of the marks that have an entry at the end, and of those whose place is on a sheet. */
  readonly entries: ReadonlySet<number>;
  readonly shown: ReadonlySet<number>;
};

/** Lays everything out. */
export function planExport(options: PlanOptions, metrics: LatinMetrics): ExportPlan {
  const { direction, paper, language } = options;
  const hasNotes = options.issues.some(({ annotations }) => annotations.some(({ note }) => note !== ''));
  const band = options.notes === 'head' && hasNotes ? noteBandOf(paper, direction) : null;
  const sheet = planSheet(paper, direction, options.body, band);
  const laid = layIssues(options, sheet, band, metrics);
  const marked = laid.map(({ marked: one }) => one);
  const left = laid.flatMap((one) => one.left);
  const ended =
    options.notes === 'end'
      ? marked.flatMap(({ marks }) => marks.placed.filter(({ annotation }) => annotation.note !== ''))
      : options.index
        ? []
        : left;
  const back = [
    ...(ended.length === 0 ? [] : [endNotes(ended, language)]),
    ...(options.index ? [markIndex(marked, { notes: options.notes !== 'end', language })] : []),
  ].filter((matter) => matter !== null);
  const all = laid.flatMap(({ pages }) => pages);
  const withMarks = all.filter((page) => page.marks.length > 0);
  const chosen = options.markedPagesOnly && withMarks.length > 0 ? withMarks : all;
  const sheetsBefore = all.length;
  const backPages = layBack(back, options, sheet, metrics, sheetsBefore);
  const pages = [...chosen, ...backPages];
  return {
    geometry: sheet.geometry,
    tiers: sheet.tiers,
    band,
    parts: [...new Set(pages.map(({ part }) => part))],
    pages: pages.map((page) => ({
      ...page,
      layout:
        options.runningHeads === false
          ? withoutHead(page.layout)
          : withHeadOverBand(page.layout, band, direction),
    })),
    marks: marked.flatMap(({ marks }) => marks.placed),
    orphans: marked.flatMap(({ marks }) => marks.orphans),
    isNumbered: options.index || options.notes !== 'none',
    entries: new Set(pages.flatMap(({ entries }) => entries.map(({ mark }) => mark))),
    shown: new Set(chosen.flatMap(({ marks }) => marks.map(({ mark }) => mark.number))),
  };
}

type LaidIssue = {
  readonly pages: readonly PlannedPage[];
  readonly marked: MarkedIssue;
  readonly left: readonly PlacedMark[];
};

function layIssues(
  options: PlanOptions,
  { spec, tiers, geometry }: SheetPlan,
  band: NoteBand | null,
  metrics: LatinMetrics,
): readonly LaidIssue[] {
  const laid: LaidIssue[] = [];
  let firstSheet = 0;
  let firstNumber = 1;
  for (const { issue, annotations } of options.issues) {
    const layout = layoutSheets(issue, spec, tiers, metrics, firstSheet);
    const marks = placeMarks(issue, annotations, layout, geometry, {
      sheet: firstSheet,
      number: firstNumber,
    });
    const part: PlannedPart = { title: documentTitle(issue), kind: 'issue', articles: issue.articles };
    const head =
      band === null
        ? { notes: [], left: [] }
        : setHeadNotes(notedMarks(marks.placed, geometry, firstSheet), {
            direction: options.direction,
            pages: layout.pages.length,
            blockSize: spec.blockSize,
            band,
            metrics,
            elsewhere: indexWords[options.language].elsewhere,
          });
    const sheet = firstSheet;
    const pages = layout.pages.map((page, at) => ({
      part,
      layout: page,
      label: sheet + at + 1,
      marks: marks.placed.flatMap((mark) =>
        mark.pieces.filter((piece) => piece.page === sheet + at).map((piece) => ({ mark, piece })),
      ),
      notes: head.notes.filter((note) => note.page === at),
      entries: [],
    }));
    laid.push({ pages, marked: { issue, marks }, left: head.left });
    firstSheet += pages.length;
    firstNumber += marks.placed.length;
  }
  return laid;
}

function notedMarks(marks: readonly PlacedMark[], geometry: PageGeometry, firstSheet: number) {
  return marks.flatMap((mark) => {
    const [piece] = mark.pieces;
    const [line] = piece?.lines ?? [];
    if (mark.annotation.note === '' || piece === undefined || line === undefined) return [];
    const { quad } = line;
    const points =
      geometry.direction === 'vertical'
        ? geometry.width - geometry.marginStart - (quad.left + quad.right) / 2
        : geometry.height - geometry.marginTop - (quad.top + quad.bottom) / 2;
    return [{ mark, page: piece.page - firstSheet, block: points / geometry.body }];
  });
}

/** Lays out what follows the issues, each matter from a new sheet. */
function layBack(
  matters: readonly BackMatter[],
  { issues }: PlanOptions,
  { spec, tiers, geometry }: SheetPlan,
  metrics: LatinMetrics,
  sheetsBefore: number,
): readonly PlannedPage[] {
  const [first] = issues;
  if (first === undefined) return [];
  const pages: PlannedPage[] = [];
  for (const { article, entries } of matters) {
    const { publication, date, ...bare } = first.issue;
    const named = issues.length > 1 ? {} : { publication, date };
    const issue: Issue = {
      ...bare,
      ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
      articles: [article],
      pages: [{ articleIds: [article.articleId] }],
    };
    const part: PlannedPart = { title: articleTitle(article), kind: 'back', articles: [article] };
    const layout = layoutSheets(issue, spec, tiers, metrics, sheetsBefore + pages.length, false);
    const places = entries.flatMap(({ mark, range }) =>
      rangeToQuads(layout, article.articleId, range)
        .slice(0, 1)
        .map((quad) => ({ page: quad.page, entry: { rect: toPaperRect(geometry, quad), mark } })),
    );
    const label = sheetsBefore + pages.length + 1;
    pages.push(
      ...layout.pages.map((page, at) => ({
        part,
        layout: page,
        label: label + at,
        marks: [],
        notes: [],
        entries: places.filter(({ page: on }) => on === at).map(({ entry }) => entry),
      })),
    );
  }
  return pages;
}

function withoutHead(page: PageLayout): PageLayout {
  return { ...page, furniture: page.furniture.filter(({ kind }) => kind !== 'running') };
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
