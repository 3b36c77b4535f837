// Writes issues of the library as an annotated PDF. The PDF machinery is loaded only when it is first needed.
import { resolve } from 'node:path';
import type { AppError } from '../../src-core/ipc/app-error';
import type { ColorMeanings, Direction, Language, Paper } from '../../src-core/ipc/contract';
import type { ExportChoices } from '../../src-core/ipc/export-choices';
import type { Sounds } from '../../src-core/ipc/room-contract';
import type { ArticleId, Issue, IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import type { TypesettingStyle } from '../../src-core/typesetting/page-spec';
import type { ExportPdf } from '../export/pdf/export-in-worker';
import type { ExportedPdf, PdfExportOptions } from '../export/pdf/export-pdf';
import type { TextFace } from '../../src-core/typesetting/faces';
import type { OwnFont } from '../fonts/font-files';
import type { IssueWithMarks } from '../export/pdf/plan-issues';
import type { Library } from '../library/library';

export type ExportRequest = Readonly<ExportChoices> & {
  readonly issueId: IssueId;
  /** The file to write. */
  readonly file: string;
  readonly direction: Direction;
  readonly paper: Paper;
  readonly annotations: boolean;
  readonly index: boolean;
  readonly language: Language;
  /** What the user means by colours, for the legend. */
  readonly colorMeanings?: ColorMeanings;
  /** The hue of the user's own colour, in degrees. */
  readonly customHue?: number;
  /** How text is set; as a first start has it where it is left out. */
  readonly style?: TypesettingStyle;
  /** How rare a character must be for its sound to stand beside it; none where it is left out. */
  readonly sounds?: Sounds;
  /** The face of the text; Song where it is left out. `ownFont` is the one that 'own' stands for. */
  readonly textFace?: TextFace;
  readonly ownFont?: OwnFont;
};

export type ExportPorts = {
  readonly library: Library;
  readonly fontsFolder: string;
  readonly now: () => string;
  /** Runs the export elsewhere than in this thread. */
  readonly exportPdf?: ExportPdf;
};

/** Exports the issue; a failure leaves an earlier file as it was. */
export async function exportIssue(
  ports: ExportPorts,
  request: ExportRequest,
  control: {
    readonly signal: AbortSignal;
    readonly onProgress: (progress: { readonly page: number; readonly pages: number }) => void;
  },
): Promise<Result<ExportedPdf, AppError>> {
  const options = await pdfOptions(ports, request);
  if (!options.ok) return options;
  const exportPdf = ports.exportPdf ?? (await import('../export/pdf/export-pdf')).exportPdf;
  return exportPdf({ ...options.value, target: resolve(request.file) }, control);
}

/** Reads what is to be exported. Fails with 'issue-unknown' or 'article-unknown', or as reading the library does. */
export async function pdfOptions(
  ports: Pick<ExportPorts, 'library' | 'fontsFolder' | 'now'>,
  request: Omit<ExportRequest, 'file'>,
): Promise<Result<Omit<PdfExportOptions, 'target'>, AppError>> {
  const first = await readMarked(ports.library, request.issueId, request.annotations);
  if (!first.ok) return first;
  const { articles } = request;
  const known = first.value.issue.articles.map(({ articleId }) => articleId);
  const stranger = articles?.find((articleId) => !known.includes(articleId));
  if (stranger !== undefined) return fail({ code: 'article-unknown', articleId: stranger });
  const more: IssueWithMarks[] = [];
  for (const issueId of request.more ?? []) {
    const further = await readMarked(ports.library, issueId, request.annotations);
    if (!further.ok) return further;
    more.push(further.value);
  }
  return ok({
    ...(articles === undefined ? first.value : chosenArticles(first.value, articles)),
    more,
    direction: request.direction,
    paper: request.paper,
    index: request.index && request.annotations,
    ...stated(request),
    now: new Date(ports.now()),
    language: request.language,
    fontsFolder: ports.fontsFolder,
  });
}

/** What is chosen of the document as a whole. */
const documentChoices = [
  'notes',
  'marks',
  'markedPagesOnly',
  'layout',
  'matter',
  'title',
  'paperSize',
  'fitPages',
  'body',
  'standard',
  'colorMeanings',
  'customHue',
  'style',
  'sounds',
  'textFace',
  'ownFont',
] as const satisfies readonly (keyof ExportRequest & keyof PdfExportOptions)[];

/** The choices that are made, without what is left to the export. */
function stated(request: Omit<ExportRequest, 'file'>): Partial<PdfExportOptions> {
  return Object.fromEntries(
    documentChoices.flatMap((choice) => (request[choice] === undefined ? [] : [[choice, request[choice]]])),
  );
}

async function readMarked(
  library: Library,
  issueId: IssueId,
  hasMarks: boolean,
): Promise<Result<IssueWithMarks, AppError>> {
  const issue = await library.readIssue(issueId);
  if (!issue.ok) return issue;
  const marks = await library.annotations(issueId);
  if (!marks.ok) return marks;
  return ok({ issue: issue.value, annotations: hasMarks ? marks.value : [] });
}

/** The issue with so many of its articles, and their marks. */
function chosenArticles(
  { issue, annotations }: IssueWithMarks,
  articles: readonly ArticleId[],
): IssueWithMarks {
  const isChosen = (articleId: ArticleId): boolean => articles.includes(articleId);
  const chosen: Issue = {
    ...issue,
    articles: issue.articles.filter(({ articleId }) => isChosen(articleId)),
    pages: issue.pages
      .map((page) => ({ ...page, articleIds: page.articleIds.filter(isChosen) }))
      .filter(({ articleIds }) => articleIds.length > 0),
  };
  return { issue: chosen, annotations: annotations.filter(({ articleId }) => isChosen(articleId)) };
}
