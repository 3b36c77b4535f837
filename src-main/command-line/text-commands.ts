// The commands that take texts in and show them: parse, import, issues, show.
import { toParseReport } from '../../src-core/importing/to-parse-report';
import { articleTitle, blockTexts } from '../../src-core/publication/article-text';
import { issueIdSchema, type Article, type IssueId } from '../../src-core/publication/issue';
import { errorMessage } from '../../src-core/strings/error-messages';
import { importFile } from '../application/import-file';
import { readOnShelf } from '../application/issues-on-shelf';
import {
  answer,
  complainOf,
  exitStatus,
  UsageError,
  withLibrary,
  type CommandContext,
  type ExitStatus,
} from './io';
import { onlyOperand, readArguments, someOperands } from './options';

/** `parse FILE…`: prints the structure of page texts; nothing is stored. */
export async function parse(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { operands } = readArguments(argv, {});
  let status: ExitStatus = exitStatus.done;
  for (const file of someOperands(operands, 'FILE')) {
    const read = await context.pages.read({ file });
    if (!read.ok) {
      complainOf(context, read.error);
      status = exitStatus.failed;
      continue;
    }
    const report = toParseReport(file, read.value.page);
    const words = report.blocks.map((block, index) => `  ${index + 1}. ${blockWords(block)}`);
    answer(context, report, [file, ...words].join('\n'));
  }
  return status;
}

function blockWords(block: { readonly type: string; readonly [key: string]: unknown }): string {
  const title = [block['headline'], block['text'], block['caption']].find(
    (candidate): candidate is string => typeof candidate === 'string' && candidate !== '',
  );
  return `${block.type}　${title === undefined ? '' : title.slice(0, 40)}`;
}

/** `import FILE…`: stores each file as an issue; one bad file stops no other. */
export async function importFiles(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { values, operands } = readArguments(argv, { publication: 'text', date: 'text' });
  const files = someOperands(operands, 'FILE');
  if (values.date !== undefined && !isCalendarDate(values.date)) {
    throw new UsageError(`--date ${values.date}: YYYY-MM-DD`);
  }
  return withLibrary(context, async (library) => {
    let status: ExitStatus = exitStatus.done;
    for (const file of files) {
      const { now, newId, pages } = context;
      const imported = await importFile({ library, now, newId, pages }, { file }, { stated: values });
      if (imported.ok && imported.value.kind === 'stored') {
        const { issueId, articles } = imported.value;
        answer(context, { file, ok: true, issueId, articles }, `${issueId}　${articles}　${file}`);
      } else if (!imported.ok) {
        const message = errorMessage(imported.error, context.language);
        if (context.json) context.print(JSON.stringify({ file, ok: false, error: message }));
        context.complain(message);
        status = exitStatus.failed;
      }
    }
    return status;
  });
}

/** Tells whether a text is a date of the calendar in ISO 8601 form. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** `issues`: lists the library. */
export async function issues(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  readArguments(argv, {});
  return withLibrary(context, async (library) => {
    const listed = await library.issues();
    if (!listed.ok) {
      complainOf(context, listed.error);
      return exitStatus.failed;
    }
    for (const issue of listed.value) {
      const { issueId, publication, date, pages, articles, annotations } = issue;
      answer(
        context,
        { issueId, publication, date, pages, articles, annotations },
        [issueId, publication ?? '', date ?? '', issue.title, articles, annotations].join('　'),
      );
    }
    return exitStatus.done;
  });
}

/** `show ISSUE`: prints one issue with its text. */
export async function show(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { operands } = readArguments(argv, {});
  const issueId = issueIdOf(onlyOperand(operands, 'ISSUE'));
  return withLibrary(context, async (library) => {
    if (issueId === null) {
      complainOf(context, { code: 'issue-unknown', issueId: operands[0] ?? '' });
      return exitStatus.failed;
    }
    const issue = await readOnShelf(library, issueId);
    if (!issue.ok) {
      complainOf(context, issue.error);
      return exitStatus.failed;
    }
    const { articles, source, ...head } = issue.value;
    answer(
      context,
      { ...head, source, articles: articles.map(articleJson) },
      articles
        .map((article) => `${article.articleId}　${articleTitle(article)}\n\n${article.text}`)
        .join('\n\n——\n\n'),
    );
    return exitStatus.done;
  });
}

function articleJson(article: Article): Record<string, unknown> {
  const display = Object.fromEntries(
    (['kicker', 'headline', 'deck', 'caption', 'label', 'issuer'] as const).flatMap((role) => {
      const text = blockTexts(article, role).join('');
      return text === '' ? [] : [[role, text]];
    }),
  );
  return { ...article, ...display };
}

/** Reads an issue's id as given on the command line; null for what no issue can be called. */
export function issueIdOf(text: string): IssueId | null {
  const parsed = issueIdSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}
