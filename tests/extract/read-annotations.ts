// What other programs see of a PDF's annotations, outline and pages.
import { z } from 'zod';
import { openWithPdfJs } from './extract-text';
import { runTool } from './run-tool';

/** An annotation as pdf.js reads it. */
export type ReadAnnotation = {
  readonly page: number;
  readonly subtype: string;
  readonly contents: string;
  readonly author: string;
  readonly hasAppearance: boolean;
};

/** Reads all annotations but popups with pdf.js, in file order. */
export async function annotationsByPdfJs(file: string): Promise<readonly ReadAnnotation[]> {
  const document = await openWithPdfJs(file);
  try {
    const read: ReadAnnotation[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      for (const annotation of pdfJsAnnotations.parse(await page.getAnnotations())) {
        if (annotation.subtype === 'Popup') continue;
        read.push({
          page: number,
          subtype: annotation.subtype,
          contents: annotation.contentsObj?.str ?? '',
          author: annotation.titleObj?.str ?? '',
          hasAppearance: annotation.hasAppearance,
        });
      }
    }
    return read;
  } finally {
    await document.loadingTask.destroy();
  }
}

const pdfJsText = z.object({ str: z.string() }).optional();
const pdfJsAnnotations = z.array(
  z.object({ subtype: z.string(), contentsObj: pdfJsText, titleObj: pdfJsText, hasAppearance: z.boolean() }),
);

/** A dictionary as qpdf gives it: names begin with a slash, strings with `u:` or `b:`, references end in ` R`. */
export type QpdfDictionary = Readonly<Record<string, unknown>>;

/** Reads every object of a file with qpdf. */
export async function objectsByQpdf(file: string): Promise<readonly QpdfDictionary[]> {
  const json: unknown = JSON.parse((await runTool('qpdf', ['--json=2', '--json-key=qpdf', file])).toString());
  const [, objects = {}] = qpdfJson.parse(json).qpdf;
  return Object.values(objects).flatMap((object) => {
    const parsed = qpdfObject.safeParse(object);
    return parsed.success ? [parsed.data.value ?? parsed.data.stream?.dict ?? {}] : [];
  });
}

const dictionary = z.record(z.string(), z.unknown());
const qpdfJson = z.object({ qpdf: z.tuple([z.unknown(), z.record(z.string(), z.unknown())]) });
const qpdfObject = z.object({
  value: dictionary.optional(),
  stream: z.object({ dict: dictionary }).optional(),
});
