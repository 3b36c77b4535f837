// The annotated PDF: an issue set on paper by the engine that sets it on the screen, its text exact for every reader,
// its marks real annotations. Pages are written as they are made, so the work keeps little in memory and can be stopped
// between any two of them.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Annotation } from '../../../src-core/annotation/annotation';
import type { Language, Paper } from '../../../src-core/ipc/contract';
import { AppFailure, type AppError } from '../../../src-core/ipc/app-error';
import { articleTitle } from '../../../src-core/publication/article-text';
import type { Article, Issue } from '../../../src-core/publication/issue';
import { fail, ok, type Result } from '../../../src-core/result';
import { metricsFromTable } from '../../../src-core/typesetting/latin-table';
import type { PageLayout } from '../../../src-core/typesetting/model';
import { openFonts, type OpenFonts } from '../../fonts/font-files';
import { tableOf } from '../../fonts/latin-metrics';
import { replaceFile } from '../replace-file';
import { layoutSheets, type TierPlan } from './impose';
import { IssueStructure } from './issue-structure';
import { MarkAnnotations } from './mark-annotations';
import { markIndex } from './mark-index';
import { markNumber } from './mark-number';
import { paintPage, type PagePainting } from './paint-page';
import { toPaperRect, type Direction, type PageGeometry } from './page-geometry';
import { PageResources } from './page-resources';
import { planSheet } from './paper';
import { createDocument, type PdfDocument } from './pdf-document';
import { PdfFaces } from './pdf-faces';
import { placeMarks, type PlacedMark, type PlacedMarks } from './place-marks';
import { documentTitle, indexWords } from './words';

export type PdfExportOptions = {
  readonly issue: Issue;
  /** The standing marks to show; none for the bare issue. */
  readonly annotations: readonly Annotation[];
  readonly direction: Direction;
  readonly paper: Paper;
  /** Whether an index of the marks follows the issue; the marks are then numbered. */
  readonly index: boolean;
  /** The file to write, absolute. It is replaced only when the export is complete. */
  readonly target: string;
  readonly now: Date;
  readonly language: Language;
  readonly fontsFolder: string;
};

export type PdfExportControl = {
  readonly signal?: AbortSignal;
  /** Told after each page. */
  readonly onProgress?: (progress: { readonly page: number; readonly pages: number }) => void;
};

export type ExportedPdf = {
  readonly file: string;
  readonly pages: number;
  /** How many marks are in the file. */
  readonly annotations: number;
  /** Marks that are not in the text any more, and stand only in the index. */
  readonly orphans: number;
  /** Characters which no bundled face has; they are shown as 〓 and read as themselves. */
  readonly missingCharacters: readonly string[];
};

/** Writes the PDF. Fails with 'font-missing', 'target-unwritable', 'disk-full' or 'cancelled'; the target is then as it was. */
export async function exportPdf(
  options: PdfExportOptions,
  control: PdfExportControl = {},
): Promise<Result<ExportedPdf, AppError>> {
  const fonts = await openFonts(options.fontsFolder);
  if (!fonts.ok) return fonts;
  try {
    stopIfCancelled(control);
    const plan = planExport(options, fonts.value);
    let missingCharacters: readonly string[] = [];
    await replaceFile(options.target, async (write) => {
      missingCharacters = await writePdf(options, control, plan, fonts.value, write);
    });
    return ok({
      file: options.target,
      pages: plan.pages.length,
      annotations: plan.marks.placed.length,
      orphans: plan.marks.orphans.length,
      missingCharacters,
    });
  } catch (problem) {
    if (problem instanceof AppFailure) return fail(problem.error);
    throw problem;
  }
}

type PlannedPage = { readonly layout: PageLayout; readonly isIndex: boolean };

type ExportPlan = {
  readonly geometry: PageGeometry;
  readonly tiers: TierPlan;
  readonly pages: readonly PlannedPage[];
  readonly articles: readonly Article[];
  readonly marks: PlacedMarks;
};

function planExport(options: PdfExportOptions, fonts: OpenFonts): ExportPlan {
  const { issue, annotations, direction, language } = options;
  const metrics = metricsFromTable(tableOf(fonts));
  const { spec, tiers, geometry } = planSheet(options.paper, direction);
  const layout = layoutSheets(issue, spec, tiers, metrics, 0);
  const marks = placeMarks(issue, annotations, layout, geometry);
  const index = options.index ? markIndex(issue, marks, language) : null;
  const indexPages =
    index === null ? [] : layoutSheets(index, spec, tiers, metrics, layout.pages.length).pages;
  return {
    geometry,
    tiers,
    pages: [
      ...layout.pages.map((page) => ({ layout: page, isIndex: false })),
      ...indexPages.map((page) => ({ layout: page, isIndex: true })),
    ],
    articles: [...issue.articles, ...(index?.articles ?? [])],
    marks,
  };
}

async function writePdf(
  options: PdfExportOptions,
  control: PdfExportControl,
  plan: ExportPlan,
  fonts: OpenFonts,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<readonly string[]> {
  const { geometry, pages } = plan;
  const title = documentTitle(options.issue);
  const document = createDocument({
    width: geometry.width,
    height: geometry.height,
    language: 'zh-CN',
    title,
    author: authorsOf(plan.marks.placed),
    subject: options.issue.articles.map(articleTitle).join('；'),
    now: options.now,
  });
  const painting = beginPainting(document, plan, fonts, title);
  const annotations = new MarkAnnotations(document, geometry, painting.structure, options.language);
  const marksOfPage = groupByPage(plan.marks.placed);
  const bookmarked = new Set<string>();
  for (const [index, page] of pages.entries()) {
    stopIfCancelled(control);
    document.addPage();
    paintPage(painting, page.layout);
    for (const { mark, piece } of page.isIndex ? [] : (marksOfPage.get(index) ?? [])) {
      annotations.add(mark, piece);
      if (options.index && piece.isFirst) markNumber(painting, mark, piece);
    }
    addBookmarks(painting, page, index, bookmarked, indexWords[options.language].title);
    await drain(document, write);
    control.onProgress?.({ page: index + 1, pages: pages.length });
    // Lets the window's messages through, a request to stop among them.
    await nextTurn();
  }
  stopIfCancelled(control);
  painting.structure.end();
  painting.faces.embed();
  describe(document);
  document.end();
  await drain(document, write);
  stopIfCancelled(control);
  return painting.faces.missing;
}

function beginPainting(
  document: PdfDocument,
  plan: ExportPlan,
  fonts: OpenFonts,
  title: string,
): PagePainting {
  return {
    document,
    geometry: plan.geometry,
    tiers: plan.tiers,
    direction: plan.geometry.direction,
    faces: new PdfFaces(document, fonts),
    resources: new PageResources(document),
    structure: new IssueStructure(document, title),
    articles: new Map(plan.articles.map((article) => [article.articleId, article])),
  };
}

type PageMark = { readonly mark: PlacedMark; readonly piece: PlacedMark['pieces'][number] };

function groupByPage(marks: readonly PlacedMark[]): ReadonlyMap<number, readonly PageMark[]> {
  const pages = new Map<number, PageMark[]>();
  for (const mark of marks) {
    for (const piece of mark.pieces) {
      const known = pages.get(piece.page);
      if (known === undefined) pages.set(piece.page, [{ mark, piece }]);
      else known.push({ mark, piece });
    }
  }
  return pages;
}

/** A bookmark for each article, where its first frame stands. */
function addBookmarks(
  { document, geometry, articles }: PagePainting,
  { layout, isIndex }: PlannedPage,
  pageNumber: number,
  bookmarked: Set<string>,
  indexTitle: string,
): void {
  for (const frame of layout.frames) {
    const article = articles.get(frame.articleId);
    if (article === undefined || bookmarked.has(frame.articleId)) continue;
    bookmarked.add(frame.articleId);
    const { top } = toPaperRect(geometry, frame.rect);
    document.outline.addItem(isIndex ? indexTitle : articleTitle(article), {
      pageNumber,
      // pdfkit counts both from the far edges; this is the left edge, a little above the frame.
      top: Math.max(0, geometry.height - top - geometry.body),
      left: geometry.width,
    });
  }
}

/**
 * What the catalog says of the whole: how pages are numbered, how many bookmarks there are. That a vertical issue is
 * read from the right is left unsaid: PDFium takes /Direction /R2L for right-to-left script and turns every line round.
 */
function describe(document: PdfDocument): void {
  document._root.data['PageLabels'] = { Nums: [0, { S: 'D', St: 1 }] };
  // pdfkit leaves it out, and readers then take the outline for closed.
  document.outline.outlineData['Count'] = document.outline.children.length;
}

function authorsOf(marks: readonly PlacedMark[]): string {
  return [...new Set(marks.map(({ annotation }) => annotation.author))]
    .filter((name) => name !== '')
    .join('；');
}

/** Moves what the document has written so far to the file. */
async function drain(document: PdfDocument, write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  for (;;) {
    const chunk: unknown = document.read();
    if (!(chunk instanceof Uint8Array)) return;
    await write(chunk);
  }
}

function stopIfCancelled({ signal }: PdfExportControl): void {
  if (signal?.aborted === true) throw new AppFailure({ code: 'cancelled' });
}
