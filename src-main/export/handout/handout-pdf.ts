// A handout as PDF, through the engine that sets issues: first to learn on which page each excerpt begins, then with the
// contents that say so.
import type { AppError } from '../../../src-core/ipc/app-error';
import type { Direction, Language, Paper } from '../../../src-core/ipc/contract';
import type { Issue } from '../../../src-core/publication/issue';
import { ok, type Result } from '../../../src-core/result';
import type { HandoutLine } from '../../../src-core/study/handout-lines';
import type { TextFace } from '../../../src-core/typesetting/faces';
import { metricsFromTable } from '../../../src-core/typesetting/latin-table';
import type { TypesettingStyle } from '../../../src-core/typesetting/page-spec';
import { openFonts, type OwnFont } from '../../fonts/font-files';
import { tableOf } from '../../fonts/latin-metrics';
import { exportPdf, type ExportedPdf, type PdfExportControl, type PdfExportOptions } from '../pdf/export-pdf';
import { layoutSheets } from '../pdf/impose';
import { planSheet } from '../pdf/paper';
import { anchorOfArticle, handoutIssue } from './handout-issue';

export type HandoutPdfOptions = {
  readonly title: string;
  readonly direction: Direction;
  readonly paper: Paper;
  /** Size of the body type in points. */
  readonly body: number;
  readonly pageNumbers: boolean;
  /** Half sheets in the order of folding; the handout is then set for paper half as large. */
  readonly booklet: boolean;
  /** The file to write, absolute. */
  readonly target: string;
  /** ISO 8601 instant. */
  readonly made: string;
  readonly language: Language;
  readonly fontsFolder: string;
  /** Digits, marks and titles as the reader has chosen them; as a first start has them by default. */
  readonly style?: TypesettingStyle;
  /** The face of the text; Song by default. */
  readonly textFace?: TextFace;
  readonly ownFont?: OwnFont;
};

/** All that decides what the document is like, wherever it goes. */
export type HandoutLook = Omit<HandoutPdfOptions, 'target'>;

/** Writes the file. Fails as the export of an issue does; a failure leaves an earlier file as it was. */
export async function writeHandoutPdf(
  lines: readonly HandoutLine[],
  options: HandoutPdfOptions,
  control: PdfExportControl,
): Promise<Result<ExportedPdf, AppError>> {
  const document = await handoutDocument(lines, options);
  return document.ok ? exportPdf({ ...document.value, target: options.target }, control) : document;
}

/** Gives what the export of issues is asked for to set the handout. Fails with 'font-missing'. */
export async function handoutDocument(
  lines: readonly HandoutLine[],
  options: HandoutLook,
): Promise<Result<Omit<PdfExportOptions, 'target'>, AppError>> {
  const { title, made, direction, language, fontsFolder, pageNumbers, booklet } = options;
  const { style, textFace, ownFont } = options;
  const pagesOf = await pageFinder(options);
  if (!pagesOf.ok) return pagesOf;
  // The numbers may lengthen the contents by a page; set once more, they hold.
  const rough = pagesOf.value(
    handoutIssue(lines, title, made, pagesOf.value(handoutIssue(lines, title, made))),
  );
  return ok({
    issue: handoutIssue(lines, title, made, rough),
    annotations: [],
    direction,
    paper: pagePaper(options),
    body: bodyOf(options),
    index: false,
    runningHeads: pageNumbers,
    booklet,
    now: new Date(made),
    language,
    fontsFolder,
    ...(style === undefined ? {} : { style }),
    ...(textFace === undefined ? {} : { textFace }),
    ...(ownFont === undefined ? {} : { ownFont }),
  });
}

/** Folded, a sheet has pages of half its size. */
function pagePaper({ paper, booklet }: HandoutLook): Paper {
  if (!booklet) return paper;
  return paper === 'A3' ? 'A4' : 'A5';
}

/** The small page of a booklet wants smaller type. */
function bodyOf({ body, booklet, paper }: HandoutLook): number {
  return booklet && paper !== 'A3' ? body * smallPage : body;
}

const smallPage = 0.85;

/** Gives what finds the page, from 1, on which each article of a handout begins. */
async function pageFinder(
  options: HandoutLook,
): Promise<Result<(issue: Issue) => ReadonlyMap<string, number>, AppError>> {
  const fonts = await openFonts(options.fontsFolder);
  if (!fonts.ok) return fonts;
  const metrics = metricsFromTable(tableOf(fonts.value));
  const { direction, style, textFace = 'song' } = options;
  const { spec, tiers } = planSheet(pagePaper(options), direction, {
    body: bodyOf(options),
    isOneColumn: direction === 'horizontal',
    ...(style === undefined ? {} : { style }),
  });
  return ok((issue) => {
    const pages = new Map<string, number>();
    layoutSheets(issue, { ...spec, textFace }, tiers, metrics, 0).pages.forEach(({ frames }, index) => {
      for (const { articleId } of frames) {
        const anchor = anchorOfArticle(articleId);
        if (anchor !== null && !pages.has(anchor)) pages.set(anchor, index + 1);
      }
    });
    return pages;
  });
}
