// The commands on a whole issue or library: search, export, check.
import { detailMessage } from '../../src-core/strings/detail-messages';
import { exportIssue } from '../application/export-issue';
import { refusalOfTrashed } from '../application/issues-on-shelf';
import { searchLibrary } from '../application/search-library';
import { checkWords } from './answer-words';
import {
  answer,
  complainOf,
  exitStatus,
  UsageError,
  withLibrary,
  type CommandContext,
  type ExitStatus,
} from './io';
import { exportArguments } from './export-arguments';
import { onlyOperand, readArguments } from './options';
import { problemForScripts } from './problem-for-scripts';
import { isCalendarDate, issueIdOf } from './text-commands';

/** `export ISSUE… -o F.pdf`: writes the annotated PDF. */
export async function exportPdfFile(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { issues, ...choices } = exportArguments(argv);
  return withLibrary(context, async (library) => {
    const known = issues.flatMap((given) => issueIdOf(given) ?? []);
    const unknown = issues.find((given) => issueIdOf(given) === null);
    const [issueId, ...more] = known;
    const refused = (await Promise.all(known.map((issue) => refusalOfTrashed(library, issue)))).find(
      (refusal) => refusal !== null,
    );
    if (refused !== undefined) {
      complainOf(context, refused);
      return exitStatus.failed;
    }
    const exported =
      issueId === undefined || unknown !== undefined
        ? ({ ok: false, error: { code: 'issue-unknown', issueId: unknown ?? '' } } as const)
        : await exportIssue(
            { library, fontsFolder: context.fontsFolder, now: context.now },
            { ...choices, issueId, more, language: context.language },
            { signal: new AbortController().signal, onProgress: () => undefined },
          );
    if (!exported.ok) {
      complainOf(context, exported.error);
      return exitStatus.failed;
    }
    const { file, pages, annotations, missingCharacters } = exported.value;
    if (missingCharacters.length > 0) context.complain(`〓: ${missingCharacters.join(' ')}`);
    answer(
      context,
      { file, pages, annotations, ...(missingCharacters.length === 0 ? {} : { missingCharacters }) },
      file,
    );
    return exitStatus.done;
  });
}

/** `search QUERY`: prints every hit in the library's texts and notes. */
export async function search(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { values, operands } = readArguments(argv, { tag: 'text', from: 'text', to: 'text', in: 'text' });
  const query = onlyOperand(operands, 'QUERY');
  const places = (['text', 'notes', 'both'] as const).find((place) => place === (values.in ?? 'both'));
  if (places === undefined) throw new UsageError(`--in ${values.in ?? ''}: text | notes | both`);
  for (const date of [values.from, values.to]) {
    if (date !== undefined && !isCalendarDate(date)) throw new UsageError(`${date}: YYYY-MM-DD`);
  }
  return withLibrary(context, async (library) => {
    const hits = await searchLibrary(library, {
      words: query,
      tag: values.tag,
      from: values.from,
      to: values.to,
      in: places,
    });
    if (!hits.ok) {
      complainOf(context, hits.error);
      return exitStatus.failed;
    }
    for (const hit of hits.value) {
      answer(context, hit, [hit.issueId, hit.articleId, `${hit.start}–${hit.end}`, hit.snippet].join('　'));
    }
    return exitStatus.done;
  });
}

/** `check`: proves the library whole and prints its counts. */
export async function check(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  readArguments(argv, {});
  return withLibrary(context, async (library) => {
    const { issues, annotations, trashed, problems } = await library.check();
    const ok = problems.length === 0;
    answer(
      context,
      {
        ok,
        issues,
        annotations,
        ...(trashed > 0 ? { trashed } : {}),
        problems: problems.map(problemForScripts),
      },
      [
        checkWords(context.language, library.path, { issues, annotations, trashed }, problems.length),
        ...problems.map(
          ({ path, problem }) => `  ${path}: ${detailMessage(problem, context.language, path)}`,
        ),
      ].join('\n'),
    );
    return ok ? exitStatus.done : exitStatus.failed;
  });
}
