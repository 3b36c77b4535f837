// Reads what `export` is asked for.
import {
  exportChoicesShape,
  exportLayoutSchema,
  exportMarksSchema,
  exportMatterSchema,
  exportNotesSchema,
  exportStandardSchema,
  paperSizeSchema,
  type PaperSize,
} from '../../src-core/ipc/export-choices';
import { directionSchema, paperSchema } from '../../src-core/ipc/page-choices';
import { articleIdSchema } from '../../src-core/publication/issue';
import type { ExportRequest } from '../application/export-issue';
import { UsageError } from './io';
import { readArguments, someOperands } from './options';

/** The issues as they were named, and all that does not depend on the library. */
export type ExportArguments = Omit<ExportRequest, 'issueId' | 'more' | 'language'> & {
  readonly issues: readonly string[];
};

/** Throws UsageError for what is missing or unknown. */
export function exportArguments(argv: readonly string[]): ExportArguments {
  const { values, operands } = readArguments(argv, {
    output: 'text',
    direction: 'text',
    paper: 'text',
    'no-annotations': 'flag',
    'no-index': 'flag',
    notes: 'text',
    marks: 'text',
    'marked-pages': 'flag',
    article: 'list',
    layout: 'text',
    with: 'list',
    title: 'text',
    fit: 'text',
    standard: 'text',
  });
  const issues = someOperands(operands, 'ISSUE');
  const { output, article, title } = values;
  if (output === undefined || output === '') throw new UsageError('-o F.pdf?');
  const articles = article.map((id) => {
    const parsed = articleIdSchema.safeParse(id);
    if (!parsed.success) throw new UsageError(`--article ${id}`);
    return parsed.data;
  });
  return {
    issues,
    file: output,
    direction: oneOf('direction', values.direction ?? 'vertical', directionSchema.options),
    ...paperOf(values.paper ?? 'A4'),
    annotations: !values['no-annotations'],
    index: !values['no-index'],
    notes: oneOf('notes', values.notes ?? 'none', exportNotesSchema.options),
    marks: oneOf('marks', values.marks ?? 'live', exportMarksSchema.options),
    markedPagesOnly: values['marked-pages'],
    ...(articles.length === 0 ? {} : { articles }),
    layout: oneOf('layout', values.layout ?? 'page', exportLayoutSchema.options),
    matter: values.with.flatMap((names) =>
      names.split(',').map((name) => oneOf('with', name.trim(), exportMatterSchema.options)),
    ),
    ...(title === undefined ? {} : { title: titleOf(title) }),
    ...(values.fit === undefined ? {} : { fitPages: pagesOf(values.fit) }),
    standard: oneOf('standard', values.standard ?? 'pdf', exportStandardSchema.options),
  };
}

/** A named paper, or width and height in millimetres: 210x280. */
function paperOf(given: string): Pick<ExportRequest, 'paper'> & { readonly paperSize?: PaperSize } {
  const [, width, height] = /^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)$/u.exec(given) ?? [];
  if (width === undefined) return { paper: oneOf('paper', given, paperSchema.options) };
  const size = paperSizeSchema.safeParse({ width: Number(width), height: Number(height) });
  if (!size.success) throw new UsageError(`--paper ${given}: 90x90 … 1200x1200`);
  return { paper: 'A4', paperSize: size.data };
}

function titleOf(given: string): string {
  const title = exportChoicesShape.title.unwrap().safeParse(given);
  if (!title.success) throw new UsageError(`--title: ${[...given].length} > 200`);
  return title.data;
}

function pagesOf(given: string): number {
  const pages = exportChoicesShape.fitPages.unwrap().safeParse(Number(given));
  if (!pages.success) throw new UsageError(`--fit ${given}: 1 … 500`);
  return pages.data;
}

function oneOf<T extends string>(option: string, given: string, names: readonly T[]): T {
  const found = names.find((name) => name.toLowerCase() === given.toLowerCase());
  if (found === undefined) throw new UsageError(`--${option} ${given}: ${names.join(' | ')}`);
  return found;
}
