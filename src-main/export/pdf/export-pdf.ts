// The annotated PDF: issues set on paper by the engine that sets them on the screen, their text exact for every reader,
// their marks real annotations.
import type { Font } from 'fontkit';
import type { Annotation } from '../../../src-core/annotation/annotation';
import type { ColorMeanings, Language, Paper } from '../../../src-core/ipc/contract';
import type {
  ExportLayout,
  ExportMarks,
  ExportMatter,
  ExportNotes,
  ExportStandard,
  PaperSize,
} from '../../../src-core/ipc/export-choices';
import { AppFailure, type AppError } from '../../../src-core/ipc/app-error';
import type { Sounds } from '../../../src-core/ipc/room-contract';
import type { Issue } from '../../../src-core/publication/issue';
import { fail, ok, type Result } from '../../../src-core/result';
import { defaultStyle, type TypesettingStyle } from '../../../src-core/typesetting/page-spec';
import { customHue as firstHue } from '../../../src-core/annotation/custom-pigment';
import { metricsFromTable } from '../../../src-core/typesetting/latin-table';
import type { TextFace } from '../../../src-core/typesetting/faces';
import { openFonts, type OwnFont } from '../../fonts/font-files';
import { fontFolders } from '../../fonts/installed-fonts';
import { findSystemFaces } from '../../fonts/system-faces';
import { tableOf } from '../../fonts/latin-metrics';
import { replaceFile } from '../replace-file';
import { bookletSides } from './booklet';
import type { Direction } from './page-geometry';
import { missingFrom } from './pdf-faces';
import { pigmentsOf } from './pigments';
import { planExport } from './plan-export';
import type { IssueWithMarks } from './plan-issues';
import type { ExportPlan } from './planned';
import { pageProof } from './prove-page';
import { stopIfCancelled, writePdf, type PdfExportControl } from './write-pdf';

export type { PdfExportControl } from './write-pdf';

export type PdfExportOptions = {
  readonly issue: Issue;
  /** The standing marks to show; none for the bare issue. */
  readonly annotations: readonly Annotation[];
  /** Further issues, each from a new sheet. */
  readonly more?: readonly IssueWithMarks[];
  readonly direction: Direction;
  readonly paper: Paper;
  /** Size of the body type in points; the paper's own where it is left out. */
  readonly body?: number;
  /** Whether an index of the marks follows; the marks are then numbered. */
  readonly index: boolean;
  /** Where notes are printed; not at all by default. Numbers tie them to their marks. */
  readonly notes?: ExportNotes;
  /** Whether marks are real annotations (the default), or painted into the page. */
  readonly marks?: ExportMarks;
  /** Whether sheets without marks are left out. */
  readonly markedPagesOnly?: boolean;
  /** Whether articles follow each other on the sheets (the default), or each begins one. */
  readonly layout?: ExportLayout;
  /** What stands before and after the issues; nothing by default. */
  readonly matter?: readonly ExportMatter[];
  /** Names the document; by default what it holds does. */
  readonly title?: string;
  /** A sheet in millimetres in the place of `paper`. */
  readonly paperSize?: PaperSize;
  /** So many sheets the issues are to fill. */
  readonly fitPages?: number;
  /** Plain PDF by default. */
  readonly standard?: ExportStandard;
  /** What the user means by colours, for the legend. */
  readonly colorMeanings?: ColorMeanings;
  /** The hue of the user's own colour, in degrees. */
  readonly customHue?: number;
  /** Whether running heads with the pages' numbers stand on them; they do by default. */
  readonly runningHeads?: boolean;
  /** Whether two pages stand beside each other on a sheet, in the order in which sheets are folded to a booklet. */
  readonly booklet?: boolean;
  /** How text is set: digits, marks, titles; as a first start has it by default. */
  readonly style?: TypesettingStyle;
  /** How rare a character must be for its sound to stand beside it; by default none does. */
  readonly sounds?: Sounds;
  /** The face of the text; Song by default. `ownFont` is the one that 'own' stands for. */
  readonly textFace?: TextFace;
  readonly ownFont?: OwnFont;
  /** The file to write, absolute. It is replaced only when the export is complete. */
  readonly target: string;
  readonly now: Date;
  readonly language: Language;
  readonly fontsFolder: string;
  /** Where faces are looked for that have what the bundled ones lack; by default where the system keeps them. */
  readonly otherFontFolders?: readonly string[];
};

export type ExportedPdf = {
  readonly file: string;
  readonly pages: number;
  /** How many marks are in the file. */
  readonly annotations: number;
  /** Marks that are not in the text any more, and stand only in the index. */
  readonly orphans: number;
  /** Characters which no face has, neither bundled nor installed; they are shown as 〓 and read as themselves. */
  readonly missingCharacters: readonly string[];
};

/** A document that is laid out, and can be written. */
export type PreparedPdf = Omit<ExportedPdf, 'file' | 'missingCharacters'> & {
  /** The size of a sheet in points. */
  readonly sheet: { readonly width: number; readonly height: number };
  /** Gives `write` the document's bytes; answers the characters that no face has. Throws `AppFailure`. */
  readonly write: (write: (bytes: Uint8Array) => Promise<void>) => Promise<readonly string[]>;
};

/** Writes the PDF. Fails with 'font-missing', 'target-unwritable', 'disk-full' or 'cancelled'; the target is then as it was. */
export async function exportPdf(
  options: PdfExportOptions,
  control: PdfExportControl = {},
): Promise<Result<ExportedPdf, AppError>> {
  const { target } = options;
  try {
    const prepared = await preparePdf(options, control);
    if (!prepared.ok) return prepared;
    const { write, sheet: _sheet, ...facts } = prepared.value;
    let missingCharacters: readonly string[] = [];
    await replaceFile(target, async (writeBytes) => {
      missingCharacters = await write(writeBytes);
    });
    return ok({ ...facts, file: target, missingCharacters });
  } catch (problem) {
    if (problem instanceof AppFailure) return fail(problem.error);
    throw problem;
  }
}

/** Lays the document out. Fails with 'font-missing'; throws the failure 'cancelled'. */
export async function preparePdf(
  options: Omit<PdfExportOptions, 'target'>,
  control: PdfExportControl,
): Promise<Result<PreparedPdf, AppError>> {
  const fonts = await openFonts(options.fontsFolder, options.ownFont);
  if (!fonts.ok) return fonts;
  const { issue, annotations, more = [], standard = 'pdf' } = options;
  stopIfCancelled(control);
  const issues = [{ issue, annotations }, ...more];
  const folders = options.otherFontFolders ?? fontFolders(process.platform, process.env);
  const installed = async (words: readonly string[]): Promise<readonly Font[]> =>
    findSystemFaces(missingFrom(fonts.value, words), folders);
  const plan = planExport(
    {
      ...options,
      issues,
      paper: options.paperSize ?? options.paper,
      layout: options.layout ?? 'page',
      matter: options.matter ?? [],
      title: options.title ?? '',
      notes: options.notes ?? 'none',
      markedPagesOnly: options.markedPagesOnly ?? false,
      body: options.body,
      fitPages: options.fitPages,
      colorMeanings: options.colorMeanings ?? {},
      style: options.style ?? defaultStyle,
      prove:
        options.layout === 'newspaper'
          ? pageProof(fonts.value, await installed(textsOf(issues)))
          : () => null,
      check: () => stopIfCancelled(control),
    },
    metricsFromTable(tableOf(fonts.value)),
  );
  const pigments = pigmentsOf(options.customHue ?? firstHue);
  const chosen = { ...options, standard, marks: marksIn(standard, options.marks), pigments };
  const others = await installed(wordsOf(plan));
  return ok({
    pages:
      options.booklet === true
        ? bookletSides(plan.pages.length, options.direction).length
        : plan.pages.length,
    annotations: plan.marks.length,
    orphans: plan.orphans.length,
    sheet: sheetSize(plan, options.booklet === true),
    write: (write) => writePdf(plan, chosen, control, { bundled: fonts.value, others }, write),
  });
}

function sheetSize({ pages }: ExportPlan, isBooklet: boolean): PreparedPdf['sheet'] {
  const [first] = pages;
  if (first === undefined) throw new Error('a document has a page at least');
  const { width, height } = first.part.sheet.geometry;
  return { width: isBooklet ? 2 * width : width, height };
}

function textsOf(issues: readonly IssueWithMarks[]): readonly string[] {
  return issues.flatMap(({ issue: { articles } }) => articles.map(({ text }) => text));
}

/** All words that are set. */
function wordsOf({ parts, marks, pages }: ExportPlan): readonly string[] {
  return [
    ...parts.flatMap(({ articles }) => articles.map(({ text }) => text)),
    ...marks.map(({ annotation: { note, author } }) => note + author),
    ...pages.flatMap(({ layout }) => layout.furniture.map(({ text }) => text)),
  ];
}

/** PDF/A-1 knows no transparency: an annotation would hide its words, so live marks are painted under them as well. */
function marksIn(standard: ExportStandard, marks: ExportMarks = 'live'): ExportMarks {
  return standard === 'pdfa-1b' && marks === 'live' ? 'both' : marks;
}
