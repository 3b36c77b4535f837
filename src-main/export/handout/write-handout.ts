// Writes a handout to a file in one of its formats.
import { AppFailure, type AppError } from '../../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../../src-core/result';
import { handoutWords } from '../../../src-core/strings/handout-words';
import type { Handout } from '../../../src-core/study/handout';
import { handoutLines, type HandoutLine } from '../../../src-core/study/handout-lines';
import type { HandoutChoices } from '../../../src-core/study/handout-choices';
import type { ExportedPdf, PdfExportControl } from '../pdf/export-pdf';
import { replaceFile } from '../replace-file';
import { handoutDocx } from './docx';
import { handoutHtml, handoutParts, type HtmlOptions, type HtmlParts } from './html';
import type { HandoutLook, HandoutPdfOptions } from './handout-pdf';
import { handoutMarkdown } from './markdown';
import { handoutText } from './plain-text';

export type HandoutFile = Omit<HandoutChoices, 'leaderNotes' | 'citation'> & {
  /** Absolute; it is replaced only when the handout is complete. */
  readonly target: string;
  /** ISO 8601 instant. */
  readonly made: string;
  readonly fontsFolder: string;
  /** How a PDF is set: as a first start has it where it is left out. */
  readonly setting?: HandoutSetting;
};

/** What of a handout's look is the reader's choice in the settings. */
export type HandoutSetting = Pick<HandoutLook, 'style' | 'textFace' | 'ownFont'>;

/** What a long export hears and tells; a thread of its own is stopped by a signal that says when. */
export type HandoutControl = Omit<PdfExportControl, 'signal'> & { readonly signal?: AbortSignal };

/** Sets a handout as PDF, in whichever thread. */
export type WriteHandoutPdf = (
  lines: readonly HandoutLine[],
  options: HandoutPdfOptions,
  control: HandoutControl,
) => Promise<Result<ExportedPdf, AppError>>;

/** Gives the lines of a handout, and how they are set as PDF. */
export function handoutPdf(
  handout: Handout,
  file: Omit<HandoutFile, 'target' | 'format'>,
): { readonly lines: readonly HandoutLine[]; readonly look: HandoutLook } {
  const { direction, paper, largePrint, made, fontsFolder, pageNumbers, booklet, setting } = file;
  const { title, language } = handout;
  const body = largePrint ? bodySizes.large : bodySizes.usual;
  return {
    lines: handoutLines(handout, file),
    look: { title, direction, paper, body, pageNumbers, booklet, made, language, fontsFolder, ...setting },
  };
}

/** Points of the body type: as papers of the day have it, and for those who want it large. */
const bodySizes = { usual: 12, large: 18 } as const;

/** Writes the file; gives the characters for which no font has a sign, which only a PDF can want. */
export async function writeHandout(
  handout: Handout,
  file: HandoutFile,
  control: HandoutControl = {},
  writePdf?: WriteHandoutPdf,
): Promise<Result<readonly string[], AppError>> {
  const { lines, look } = handoutPdf(handout, file);
  const { format, direction, paper, target, made, pageNumbers } = file;
  const { language } = handout;
  switch (format) {
    case 'pdf': {
      const write = writePdf ?? (await import('./handout-pdf')).writeHandoutPdf;
      const written = await write(lines, { ...look, target }, control);
      return written.ok ? ok(written.value.missingCharacters) : written;
    }
    case 'docx': {
      const pageWords = handoutWords[language].page;
      return writeWhole(
        target,
        await handoutDocx(lines, {
          direction,
          paper,
          size: 2 * look.body,
          pageWords: pageNumbers ? pageWords : null,
          made,
        }),
      );
    }
    case 'html':
    case 'markdown':
    case 'text':
      return writeWhole(target, Buffer.from(contentOf(lines, { ...file, format, language })));
  }
}

/** What a handout will be in a format that another program sets: a page, or a text as it will stand in the file. */
export type HandoutDraft =
  ({ readonly kind: 'page' } & HtmlParts) | { readonly kind: 'text'; readonly text: string };

/** Gives the draft; the content of a Word document is shown as a page. */
export function handoutDraft(handout: Handout, choices: HandoutChoices): HandoutDraft {
  const lines = handoutLines(handout, choices);
  const { format } = choices;
  const { language } = handout;
  return format === 'markdown' || format === 'text'
    ? { kind: 'text', text: contentOf(lines, { ...choices, format, language }) }
    : { kind: 'page', ...handoutParts(lines, { ...choices, language }) };
}

function contentOf(
  lines: readonly HandoutLine[],
  options: HtmlOptions & { readonly format: 'html' | 'markdown' | 'text' },
): string {
  switch (options.format) {
    case 'html':
      return handoutHtml(lines, options);
    case 'markdown':
      return handoutMarkdown(lines);
    case 'text':
      return handoutText(lines);
  }
}

async function writeWhole(target: string, bytes: Uint8Array): Promise<Result<readonly string[], AppError>> {
  try {
    await replaceFile(target, (write) => write(bytes));
    return ok([]);
  } catch (problem) {
    if (problem instanceof AppFailure) return fail(problem.error);
    throw problem;
  }
}
