// The text of a PDF as five programs read it, among them the engines of Firefox, of Chromium and of most Linux viewers.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openWithPdfium } from './pdfium';
import { runTool } from './run-tool';

export type Extractor = {
  readonly name: string;
  /** The file's text, page after page. */
  readonly extract: (file: string) => Promise<string>;
};

/** Every reader a PDF of ours must satisfy. */
export const extractors: readonly Extractor[] = [
  { name: 'pdftotext', extract: extractByPoppler },
  {
    name: 'pdftotext -raw',
    extract: async (file) => text(await runTool('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'])),
  },
  {
    name: 'mutool',
    extract: async (file) => text(await runTool('mutool', ['draw', '-q', '-F', 'txt', file])),
  },
  { name: 'pdf.js', extract: extractByPdfJs },
  { name: 'pdfium', extract: extractByPdfium },
];

/** Opens a file with pdf.js; the caller destroys what it gets. */
export async function openWithPdfJs(file: string): Promise<PDFDocumentProxy> {
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return await getDocument({
    data: new Uint8Array(await readFile(file)),
    cMapUrl: `${join(assets, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(assets, 'standard_fonts')}/`,
    verbosity: 0,
  }).promise;
}

/** Leaves out what readers add or drop as they please: spaces, line and page ends. */
export function withoutWhiteSpace(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/gu, '');
}

/** Code points that stand for a character's vertical form or a radical, and never for what an author wrote. */
export const presentationForms = /[\uFE10-\uFE19\uFE30-\uFE4F\u2E80-\u2FDF]/u;

/** Extracts text as poppler finds its order. */
export async function extractByPoppler(file: string): Promise<string> {
  return text(await runTool('pdftotext', ['-enc', 'UTF-8', file, '-']));
}

async function extractByPdfJs(file: string): Promise<string> {
  const document = await openWithPdfJs(file);
  try {
    let extracted = '';
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) if ('str' in item) extracted += item.str;
      extracted += '\n';
    }
    return extracted;
  } finally {
    await document.loadingTask.destroy();
  }
}

async function extractByPdfium(file: string): Promise<string> {
  const document = await openWithPdfium(file);
  try {
    return [...document.pages()].map((page) => page.getText()).join('\n');
  } finally {
    document.destroy();
  }
}

function text(bytes: Buffer): string {
  return bytes.toString('utf8');
}
