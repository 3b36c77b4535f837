// The engine of Chromium's viewer, compiled once for all the files that a process opens.
import { readFile } from 'node:fs/promises';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';

let library: Promise<PDFiumLibrary> | null = null;

/** Opens a file with pdfium; the caller destroys what it gets. */
export async function openWithPdfium(file: string): Promise<PDFiumDocument> {
  library ??= PDFiumLibrary.init();
  return (await library).loadDocument(await readFile(file));
}
