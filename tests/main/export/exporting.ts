// What the tests of the PDF share: a folder of their own, an export with plain choices, marks made by their words.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeRange } from '../../../src-core/anchoring/describe-range';
import { findQuote } from '../../../src-core/anchoring/anchor';
import { annotationSchema, type Annotation } from '../../../src-core/annotation/annotation';
import type { Issue } from '../../../src-core/publication/issue';
import { metricsFromTable } from '../../../src-core/typesetting/latin-table';
import { defaultStyle } from '../../../src-core/typesetting/page-spec';
import { exportPdf, type ExportedPdf, type PdfExportOptions } from '../../../src-main/export/pdf/export-pdf';
import { planExport } from '../../../src-main/export/pdf/plan-export';
import type { ExportPlan } from '../../../src-main/export/pdf/planned';
import { pageProof } from '../../../src-main/export/pdf/prove-page';
import { openFonts } from '../../../src-main/fonts/font-files';
import { tableOf } from '../../../src-main/fonts/latin-metrics';

export const fontsFolder = fileURLToPath(new URL('../../../resources/fonts', import.meta.url));

/** Makes a folder, and gives a function that removes it. */
export async function makeFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'jianbao-pdf-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The choices of an export, without marks in 竖排 on A4 where nothing else is asked. */
export function exportOptions(
  choices: Partial<PdfExportOptions> & Pick<PdfExportOptions, 'issue' | 'target'>,
): PdfExportOptions {
  return {
    annotations: [],
    direction: 'vertical',
    paper: 'A4',
    index: false,
    now: new Date('2022-10-12T08:00:00.000Z'),
    language: 'zh-CN',
    fontsFolder,
    // What a machine has installed must not decide a test.
    otherFontFolders: [],
    ...choices,
  };
}

/** Exports, and throws where that fails. */
export async function exported(
  choices: Partial<PdfExportOptions> & Pick<PdfExportOptions, 'issue' | 'target'>,
): Promise<ExportedPdf> {
  const result = await exportPdf(exportOptions(choices));
  if (!result.ok) throw new Error(`the export failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Gives what stands on which sheet of an export. */
export async function planned(
  choices: Partial<PdfExportOptions> & Pick<PdfExportOptions, 'issue'>,
): Promise<ExportPlan> {
  const fonts = await openFonts(fontsFolder);
  if (!fonts.ok) throw new Error(fonts.error.code);
  const options = exportOptions({ target: '', ...choices });
  return planExport(
    {
      ...options,
      issues: [{ issue: options.issue, annotations: options.annotations }, ...(options.more ?? [])],
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
      prove: pageProof(fonts.value, []),
      check: () => undefined,
    },
    metricsFromTable(tableOf(fonts.value)),
  );
}

/** Marks the first place where the words stand in the issue. */
export function markWords(
  issue: Issue,
  words: string,
  about: Partial<Pick<Annotation, 'style' | 'color' | 'note' | 'author' | 'tags'>> & { readonly id: string },
): Annotation {
  for (const article of issue.articles) {
    const [range] = findQuote(article.text, words);
    if (range === undefined) continue;
    const { id, ...rest } = about;
    return annotationSchema.parse({
      annotationId: id,
      issueId: issue.issueId,
      articleId: article.articleId,
      target: describeRange(article.text, range),
      style: 'highlight',
      color: 'gamboge',
      tags: [],
      note: '',
      author: '',
      created: '2022-10-12T01:00:00.000Z',
      modified: '2022-10-12T02:00:00.000Z',
      ...rest,
    });
  }
  throw new Error(`the issue has no words ${words}`);
}

/** The articles' text in reading order. */
export function issueText(issue: Issue): string {
  return issue.articles.map(({ text }) => text).join('\n');
}
