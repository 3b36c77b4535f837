// What `study` does with materials: collect them, print them as a handout, and put the days into a calendar.
import { extname, resolve } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { causeOf } from '../../src-core/ipc/cause';
import type { AppError } from '../../src-core/ipc/app-error';
import { directionSchema, paperSchema } from '../../src-core/ipc/page-choices';
import { citationForms } from '../../src-core/citation/cite';
import { orderMaterials } from '../../src-core/study/arrange-materials';
import { calendarFile } from '../../src-core/study/calendar-file';
import { withExcerpts } from '../../src-core/study/collect-marks';
import { doubtfulExcerpts, makeHandout } from '../../src-core/study/handout';
import { handoutExtensions, handoutFormats } from '../../src-core/study/handout-format';
import { canBeBooklet } from '../../src-core/study/handout-templates';
import { materialIdSchema, type Material, type StudyDay } from '../../src-core/study/study-day';
import { writeHandout } from '../export/handout/write-handout';
import type { Library } from '../library/library';
import { calendarWords } from '../study/calendar-words';
import { collectExcerpts, sourcesOf, type Collecting } from '../study/study-sources';
import { findStudyDay } from './find-study-day';
import {
  answer,
  complainOf,
  exitStatus,
  UsageError,
  withLibrary,
  type CommandContext,
  type ExitStatus,
} from './io';
import { colorNamed, namesOf, onlyOperand, readArguments, tagNamed } from './options';
import { isCalendarDate, issueIdOf } from './text-commands';

/** `study collect DAY …`: adds what is marked, or every sentence with some words, to the materials of a day. */
export async function studyCollect(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { values, operands } = readArguments(argv, {
    tag: 'list',
    color: 'list',
    author: 'list',
    from: 'text',
    to: 'text',
    text: 'text',
    sentences: 'text',
    issue: 'text',
    heading: 'text',
    order: 'text',
  });
  const given = onlyOperand(operands, 'DAY');
  const order = (['date', 'article'] as const).find((name) => name === values.order);
  if (values.order !== undefined && order === undefined) throw new UsageError('--order date | article');
  const query = collecting(values);
  return withLibrary(context, async (library) => {
    const day = await findStudyDay(library, given);
    if (!day.ok) return failed(context, day.error);
    const newId = (): Material['materialId'] => materialIdSchema.parse(context.newId());
    const excerpts = await collectExcerpts(library, query, newId);
    if (!excerpts.ok) return failed(context, excerpts.error);
    const before = day.value.materials;
    const heading: readonly Material[] =
      values.heading === undefined ? [] : [{ kind: 'heading', materialId: newId(), text: values.heading }];
    const whole: StudyDay = {
      ...day.value,
      materials: [...withExcerpts([...before, ...heading], excerpts.value)],
    };
    const sources = await sourcesOf(library, whole);
    if (!sources.ok) return failed(context, sources.error);
    const materials =
      order === undefined ? whole.materials : [...orderMaterials(whole.materials, order, sources.value)];
    const saved = await library.studyDays.save({ ...whole, materials, modified: context.now() });
    if (!saved.ok) return failed(context, saved.error);
    const added = whole.materials.length - before.length - heading.length;
    const excerptsNow = materials.filter(({ kind }) => kind === 'excerpt').length;
    answer(
      context,
      { studyDayId: day.value.studyDayId, added, excerpts: excerptsNow },
      `${day.value.studyDayId}　+${added}　${excerptsNow}`,
    );
    return exitStatus.done;
  });
}

type CollectValues = {
  readonly tag: readonly string[];
  readonly color: readonly string[];
  readonly author: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly text: string | undefined;
  readonly sentences: string | undefined;
  readonly issue: string | undefined;
};

function collecting({ tag, color, author, from, to, text, sentences, issue }: CollectValues): Collecting {
  const tags = tag.map((name) => tagNamed(name) ?? refuse(`--tag ${JSON.stringify(name)}`));
  const colors = color.map((name) => colorNamed(name) ?? refuse(`--color ${name}: ${namesOf('color')}`));
  for (const date of [from, to]) {
    if (date !== undefined && !isCalendarDate(date)) throw new UsageError(`${date}: YYYY-MM-DD`);
  }
  const issueId = issue === undefined ? undefined : (issueIdOf(issue) ?? refuse(`--issue ${issue}`));
  if (sentences !== undefined && (text !== undefined || tags.length + colors.length + author.length > 0)) {
    throw new UsageError('--sentences Q [--from D] [--to D] [--issue I]');
  }
  const words = sentences ?? text;
  return {
    ...(tags.length === 0 ? {} : { tags }),
    ...(colors.length === 0 ? {} : { colors }),
    ...(author.length === 0 ? {} : { authors: author }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(words === undefined ? {} : { words }),
    ...(sentences === undefined ? {} : { sentences: true }),
    ...(issueId === undefined ? {} : { issueId }),
  };
}

/** `study handout DAY -o F`: writes the handout; excerpts that do not agree with their source are told. */
export async function studyHandout(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { values, operands } = readArguments(argv, {
    output: 'text',
    format: 'text',
    direction: 'text',
    paper: 'text',
    citation: 'text',
    large: 'flag',
    'leader-notes': 'flag',
    'no-contents': 'flag',
    'no-index': 'flag',
    'no-page-numbers': 'flag',
    booklet: 'flag',
  });
  const given = onlyOperand(operands, 'DAY');
  const { output } = values;
  if (output === undefined || output === '') throw new UsageError('-o F?');
  const ending = extname(output).slice(1).toLowerCase();
  const format = handoutFormats.find((name) =>
    values.format === undefined ? handoutExtensions[name] === ending : name === values.format,
  );
  if (format === undefined) throw new UsageError(`--format ${handoutFormats.join(' | ')}`);
  const direction = directionSchema.safeParse(values.direction ?? 'vertical');
  if (!direction.success) throw new UsageError('--direction vertical | horizontal');
  const paper = paperSchema.safeParse(
    paperSchema.options.find((name) => name.toLowerCase() === (values.paper ?? 'A4').toLowerCase()),
  );
  if (!paper.success) throw new UsageError(`--paper ${paperSchema.options.join(' | ')}`);
  if (values.booklet && !canBeBooklet({ format, paper: paper.data })) {
    throw new UsageError('--booklet --format pdf --paper A3 | A4');
  }
  const citation = citationForms.find((form) => form === (values.citation ?? 'gbt7714'));
  if (citation === undefined) throw new UsageError(`--citation ${citationForms.join(' | ')}`);
  return withLibrary(context, async (library) => {
    const day = await findStudyDay(library, given);
    if (!day.ok) return failed(context, day.error);
    const sources = await sourcesOf(library, day.value);
    if (!sources.ok) return failed(context, sources.error);
    const handout = makeHandout(day.value, sources.value, {
      language: context.language,
      citation,
      leaderNotes: values['leader-notes'],
    });
    const written = await writeHandout(handout, {
      format,
      direction: direction.data,
      paper: paper.data,
      largePrint: values.large,
      contents: !values['no-contents'],
      index: !values['no-index'],
      pageNumbers: !values['no-page-numbers'],
      booklet: values.booklet,
      target: resolve(output),
      made: context.now(),
      fontsFolder: context.fontsFolder,
    });
    if (!written.ok) return failed(context, written.error);
    if (written.value.length > 0) context.complain(`〓: ${written.value.join(' ')}`);
    const doubtful = doubtfulExcerpts(handout);
    for (const { number, passages } of doubtful) {
      for (const { warning } of passages) if (warning !== null) context.complain(`${number}　${warning}`);
    }
    const excerpts = handout.parts.filter(({ kind }) => kind === 'excerpt').length;
    answer(
      context,
      { file: output, format, excerpts, doubtful: doubtful.map(({ number }) => number) },
      output,
    );
    return exitStatus.done;
  });
}

/** `study calendar [DAY…] -o F.ics`: writes study days, or all of them, as iCalendar. */
export async function studyCalendar(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { values, operands } = readArguments(argv, { output: 'text' });
  const { output } = values;
  if (output === undefined || output === '') throw new UsageError('-o F.ics?');
  return withLibrary(context, async (library) => {
    const days = await wantedDays(library, operands);
    if (!days.ok) return failed(context, days.error);
    const file = calendarFile(days.value, calendarWords(context.language), context.now());
    try {
      await writeFile(output, file);
    } catch (error) {
      return failed(context, { code: 'target-unwritable', file: output, detail: causeOf(error) });
    }
    answer(context, { file: output, studyDays: days.value.length }, output);
    return exitStatus.done;
  });
}

async function wantedDays(
  library: Library,
  given: readonly string[],
): Promise<Awaited<ReturnType<Library['studyDays']['all']>>> {
  if (given.length === 0) {
    const days = await library.studyDays.all();
    return days.ok ? { ok: true, value: days.value.filter(({ removed }) => removed === undefined) } : days;
  }
  const days: StudyDay[] = [];
  for (const name of given) {
    const day = await findStudyDay(library, name);
    if (!day.ok) return day;
    days.push(day.value);
  }
  return { ok: true, value: days };
}

function refuse(message: string): never {
  throw new UsageError(message);
}

function failed(context: CommandContext, error: AppError): ExitStatus {
  complainOf(context, error);
  return exitStatus.failed;
}
