// `study`: the study days of a library. The commands on a day's materials are in study-materials.ts.
import { z } from 'zod';
import { notValid } from '../../src-core/ipc/detail';
import type { AppError } from '../../src-core/ipc/app-error';
import { issueIdSchema } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { makeHandout } from '../../src-core/study/handout';
import { studyDaySchema, type StudyDay } from '../../src-core/study/study-day';
import type { Library } from '../library/library';
import { newStudyDay, startFromNotice, type StudyDayStart } from '../study/new-study-day';
import { openNotices, sourcesOf } from '../study/study-sources';
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
import { onlyOperand, readArguments } from './options';
import { studyCalendar, studyCollect, studyHandout } from './study-materials';

type Command = (argv: readonly string[], context: CommandContext) => Promise<ExitStatus>;

const commands: Readonly<Record<string, Command>> = {
  list: studyList,
  show: studyShow,
  add: studyAdd,
  save: studySave,
  remove: studyRemove,
  collect: studyCollect,
  handout: studyHandout,
  calendar: studyCalendar,
};

/** `study COMMAND …` */
export async function study(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const [name = '', ...rest] = argv;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(`study ${Object.keys(commands).join(' | ')}`);
  return command(rest, context);
}

async function studyList(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  readArguments(argv, {});
  return withLibrary(context, async (library) => {
    const days = await library.studyDays.all();
    if (!days.ok) return failed(context, days.error);
    for (const day of days.value.filter(({ removed }) => removed === undefined)) {
      const { studyDayId, date, time, ordinal, theme, place, leader, materials } = day;
      const excerpts = materials.filter(({ kind }) => kind === 'excerpt').length;
      answer(
        context,
        { studyDayId, date, time, ordinal, theme, place, leader, excerpts },
        [studyDayId, date, ordinal ?? '', theme, place, excerpts].join('　'),
      );
    }
    return exitStatus.done;
  });
}

async function studyShow(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const given = onlyOperand(readArguments(argv, {}).operands, 'DAY');
  return withLibrary(context, async (library) => {
    const day = await findStudyDay(library, given);
    if (!day.ok) return failed(context, day.error);
    const sources = await sourcesOf(library, day.value);
    if (!sources.ok) return failed(context, sources.error);
    const { language } = context;
    const handout = makeHandout(day.value, sources.value, {
      language,
      citation: 'gbt7714',
      leaderNotes: true,
    });
    answer(
      context,
      { ...day.value, handout },
      [
        [day.value.studyDayId, day.value.date, handout.title].join('　'),
        ...handout.facts.map(({ label, value }) => `${label}　${value}`),
        ...handout.parts.map((part) =>
          part.kind === 'heading'
            ? `# ${part.text}`
            : [
                part.number,
                part.state,
                part.passages.flatMap(({ paragraphs }) => paragraphs).join(' '),
                part.citation,
              ].join('　'),
        ),
      ].join('\n'),
    );
    return exitStatus.done;
  });
}

async function studyAdd(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { values, operands } = readArguments(argv, {
    notice: 'text',
    ordinal: 'text',
    theme: 'text',
    place: 'text',
    leader: 'text',
    time: 'text',
  });
  const { notice, ordinal, theme, place, leader, time } = values;
  const given = {
    ...(ordinal === undefined ? {} : { ordinal: Number(ordinal) }),
    ...(theme === undefined ? {} : { theme }),
    ...(place === undefined ? {} : { place }),
    ...(leader === undefined ? {} : { leader }),
    ...(time === undefined ? {} : { time }),
  };
  const date = notice === undefined ? onlyOperand(operands, 'DATE') : undefined;
  if (notice !== undefined && operands.length > 0) throw new UsageError('study add --notice ISSUE');
  if (date !== undefined && !studyDaySchema.shape.date.safeParse(date).success) {
    throw new UsageError(`${date}: YYYY-MM-DD`);
  }
  return withLibrary(context, async (library) => {
    const starts = date === undefined ? await announced(library, notice ?? '') : [{ date }];
    if (!Array.isArray(starts)) return failed(context, starts);
    for (const start of starts) {
      const saved = await library.studyDays.save(newStudyDay({ ...start, ...given }, context));
      if (!saved.ok) return failed(context, saved.error);
      const { studyDayId, date: on, ordinal: number, theme: words } = saved.value;
      answer(
        context,
        { studyDayId, date: on, ordinal: number, theme: words },
        `${studyDayId}　${on}　${words}`,
      );
    }
    return exitStatus.done;
  });
}

/** The study days which an issue announces and the library has not. */
async function announced(library: Library, issue: string): Promise<StudyDayStart[] | AppError> {
  const issueId = issueIdSchema.safeParse(issue);
  if (!issueId.success) return { code: 'issue-unknown', issueId: issue };
  const notices = await openNotices(library, issueId.data);
  if (!notices.ok) return notices.error;
  return notices.value.map((found) => startFromNotice(issueId.data, found));
}

/** Stores study days as `show --json` prints them, one a line on standard input: whatever was changed in them. */
async function studySave(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  readArguments(argv, {});
  return withLibrary(context, async (library) => {
    let status: ExitStatus = exitStatus.done;
    for await (const line of context.lines()) {
      if (line.trim() === '') continue;
      const day = dayOfLine(line, context.now());
      const saved = day.ok ? await library.studyDays.save(day.value) : day;
      if (!saved.ok) {
        status = failed(context, saved.error);
        continue;
      }
      const { studyDayId, revision } = saved.value;
      answer(context, { studyDayId, revision }, `${studyDayId}　${revision}`);
    }
    return status;
  });
}

/** Reads a study day from a line; the handout that `show` adds to it is left out. */
function dayOfLine(line: string, modified: string): Result<StudyDay, AppError> {
  const parsed = z
    .looseObject({ handout: z.unknown().optional() })
    .transform(({ handout: _handout, ...day }) => ({ ...day, modified }))
    .pipe(studyDaySchema)
    .safeParse(jsonOf(line));
  if (parsed.success) return ok(parsed.data);
  return fail({ code: 'invalid-input', where: 'study day', detail: notValid(parsed.error) });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // No object, which the schema refuses with its reason.
    return line;
  }
}

async function studyRemove(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const given = onlyOperand(readArguments(argv, {}).operands, 'DAY');
  return withLibrary(context, async (library) => {
    const day = await findStudyDay(library, given);
    if (!day.ok) return failed(context, day.error);
    const at = context.now();
    const removed = await library.studyDays.save({ ...day.value, removed: at, modified: at });
    if (!removed.ok) return failed(context, removed.error);
    const { studyDayId } = removed.value;
    answer(context, { studyDayId, removed: at }, studyDayId);
    return exitStatus.done;
  });
}

function failed(context: CommandContext, error: AppError): ExitStatus {
  complainOf(context, error);
  return exitStatus.failed;
}
