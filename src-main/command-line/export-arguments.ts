// Reads what `export` is asked for.
import { directionSchema, paperSchema } from '../../src-core/ipc/contract';
import { exportMarksSchema, exportNotesSchema } from '../../src-core/ipc/export-choices';
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
  });
  const issues = someOperands(operands, 'ISSUE');
  const { output, article } = values;
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
    paper: oneOf('paper', values.paper ?? 'A4', paperSchema.options),
    annotations: !values['no-annotations'],
    index: !values['no-index'],
    notes: oneOf('notes', values.notes ?? 'none', exportNotesSchema.options),
    marks: oneOf('marks', values.marks ?? 'live', exportMarksSchema.options),
    markedPagesOnly: values['marked-pages'],
    ...(articles.length === 0 ? {} : { articles }),
  };
}

function oneOf<T extends string>(option: string, given: string, names: readonly T[]): T {
  const found = names.find((name) => name.toLowerCase() === given.toLowerCase());
  if (found === undefined) throw new UsageError(`--${option} ${given}: ${names.join(' | ')}`);
  return found;
}
