// The commands that mark passages and list the marks: annotate, annotations.
import { writeFile } from 'node:fs/promises';
import { causeOf } from '../../src-core/ipc/cause';
import { quoteOf } from '../../src-core/annotation/passages';
import { markScopes } from '../../src-core/annotation/palette';
import type { Issue } from '../../src-core/publication/issue';
import { readOnShelf } from '../application/issues-on-shelf';
import { markPassage } from '../application/mark-passage';
import { annotationRows, type AnnotationRow } from '../export/annotations/annotation-row';
import { annotationFormats, annotationJson, formatAnnotations } from '../export/annotations/formats';
import type { Library } from '../library/library';
import { annotateBatch } from './annotate-batch';
import {
  answer,
  complainOf,
  exitStatus,
  UsageError,
  withLibrary,
  type CommandContext,
  type ExitStatus,
} from './io';
import { colorNamed, namesOf, onlyOperand, readArguments, styleNamed, tagNamed } from './options';
import { issueIdOf } from './text-commands';

/** `annotate ISSUE --quote T …` and `annotate --batch`: marks passages. */
export async function annotate(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { values, operands } = readArguments(argv, {
    batch: 'flag',
    quote: 'text',
    article: 'text',
    prefix: 'text',
    suffix: 'text',
    fragment: 'list',
    scope: 'text',
    style: 'text',
    color: 'text',
    tag: 'list',
    note: 'text',
    author: 'text',
  });
  if (values.batch) {
    if (operands.length > 0) throw new UsageError('annotate --batch ISSUE');
    return withLibrary(context, (library) => annotateBatch(library, context));
  }
  const given = onlyOperand(operands, 'ISSUE');
  const scope = markScopes.find((name) => name === values.scope);
  if (values.scope !== undefined && scope === undefined) {
    throw new UsageError(`--scope ${values.scope}: ${markScopes.join(' | ')}`);
  }
  if (values.quote === undefined && scope === undefined) throw new UsageError('--quote?');
  if (scope === 'article' && values.article === undefined) throw new UsageError('--article?');
  const style = styleNamed(values.style ?? 'highlight');
  const color = colorNamed(values.color ?? 'gamboge');
  if (style === null) throw new UsageError(`--style ${values.style ?? ''}: ${namesOf('style')}`);
  if (color === null) throw new UsageError(`--color ${values.color ?? ''}: ${namesOf('color')}`);
  const tags = values.tag.map((tag) => {
    const named = tagNamed(tag);
    if (named === null) throw new UsageError(`--tag ${JSON.stringify(tag)}`);
    return named;
  });
  return withLibrary(context, async (library) => {
    const issue = await readIssue(library, given);
    if (!issue.ok) {
      complainOf(context, issue.error);
      return exitStatus.failed;
    }
    const { quote, article, prefix, suffix, note, author } = values;
    const annotation = markPassage(
      issue.value,
      {
        quote,
        article,
        prefix,
        suffix,
        fragments: values.fragment.map((words) => ({ quote: words })),
        scope,
        style,
        color,
        tags,
        note: note ?? '',
        author: author ?? context.userName,
      },
      context,
    );
    const stored = annotation.ok
      ? await library.edit(issue.value.issueId, { type: 'add', annotation: annotation.value })
      : annotation;
    if (!stored.ok || !annotation.ok) {
      if (!stored.ok) complainOf(context, stored.error);
      return exitStatus.failed;
    }
    const { annotationId } = annotation.value;
    answer(context, { annotationId }, annotationId);
    return exitStatus.done;
  });
}

async function readIssue(library: Library, given: string): ReturnType<Library['readIssue']> {
  const issueId = issueIdOf(given);
  return issueId === null
    ? { ok: false, error: { code: 'issue-unknown', issueId: given } }
    : readOnShelf(library, issueId);
}

/** `annotations`: lists or exports the standing marks. */
export async function annotations(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { values, operands } = readArguments(argv, {
    issue: 'text',
    tag: 'text',
    text: 'text',
    format: 'text',
    output: 'text',
  });
  if (operands.length > 0) throw new UsageError(operands.join(' '));
  const format = annotationFormats.find((name) => name === values.format);
  if (values.format !== undefined && format === undefined) {
    throw new UsageError(`--format ${values.format}: ${annotationFormats.join(' | ')}`);
  }
  return withLibrary(context, async (library) => {
    const rows = await collectRows(library, values.issue);
    if (!rows.ok) {
      complainOf(context, rows.error);
      return exitStatus.failed;
    }
    const wanted = rows.value.filter(
      ({ annotation }) =>
        (values.tag === undefined || annotation.tags.includes(values.tag)) &&
        (values.text === undefined ||
          quoteOf(annotation).includes(values.text) ||
          annotation.note.includes(values.text)),
    );
    if (format === undefined && values.output === undefined) {
      for (const row of wanted) answer(context, annotationJson(row), rowWords(row));
      return exitStatus.done;
    }
    const written = formatAnnotations(wanted, format ?? 'json');
    if (values.output !== undefined) return writeOutput(context, values.output, written, wanted.length);
    if (written !== '') context.print(written.replace(/\r?\n$/u, ''));
    return exitStatus.done;
  });
}

function rowWords(row: AnnotationRow): string {
  const { annotation } = row;
  return [
    annotation.annotationId,
    row.articleTitle,
    row.passages.map(({ start, end }) => `${start}–${end}`).join('、'),
    annotation.scope ?? `「${quoteOf(annotation).replace(/\n/gu, ' ')}」`,
    ...annotation.tags.map((tag) => `#${tag}`),
    annotation.note.replace(/\n/gu, ' '),
  ].join('　');
}

async function writeOutput(
  context: CommandContext,
  file: string,
  text: string,
  count: number,
): Promise<ExitStatus> {
  try {
    await writeFile(file, text);
  } catch (error) {
    complainOf(context, { code: 'target-unwritable', file, detail: causeOf(error) });
    return exitStatus.failed;
  }
  answer(context, { file, annotations: count }, file);
  return exitStatus.done;
}

async function collectRows(
  library: Library,
  issue: string | undefined,
): Promise<
  | { ok: true; value: readonly AnnotationRow[] }
  | Extract<Awaited<ReturnType<Library['readIssue']>>, { ok: false }>
> {
  const wanted: Issue[] = [];
  if (issue !== undefined) {
    const read = await readIssue(library, issue);
    if (!read.ok) return read;
    wanted.push(read.value);
  } else {
    const listed = await library.issues();
    if (!listed.ok) return listed;
    for (const summary of listed.value) {
      if (summary.annotations === 0) continue;
      const read = await library.readIssue(summary.issueId);
      if (!read.ok) return read;
      wanted.push(read.value);
    }
  }
  const rows: AnnotationRow[] = [];
  for (const each of wanted) {
    const marks = await library.annotations(each.issueId);
    if (!marks.ok) return marks;
    rows.push(...annotationRows(each, marks.value));
  }
  return { ok: true, value: rows };
}
