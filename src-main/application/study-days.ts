// Study days as the window has them: kept, proved, collected for, and written as files. A study day that another window
// has stored meanwhile is never written over unseen.
import { basename } from 'node:path';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import type { StudyDaySummary } from '../../src-core/ipc/study-contract';
import { articleTitle } from '../../src-core/publication/article-text';
import { fail, ok, type Result } from '../../src-core/result';
import { orderMaterials } from '../../src-core/study/arrange-materials';
import { calendarFile } from '../../src-core/study/calendar-file';
import { collectMarks } from '../../src-core/study/collect-marks';
import { doubtfulExcerpts, makeHandout, type Handout } from '../../src-core/study/handout';
import type { HandoutChoices } from '../../src-core/study/handout-choices';
import { handoutExtensions } from '../../src-core/study/handout-format';
import { materialIdSchema, type StudyDay, type StudyDayId } from '../../src-core/study/study-day';
import {
  handoutDraft,
  handoutPdf,
  writeHandout,
  type HandoutSetting,
  type WriteHandoutPdf,
} from '../export/handout/write-handout';
import type { Previews } from '../export/preview/previews';
import { replaceWithText } from '../export/replace-file';
import type { Handlers } from '../ipc/handlers';
import type { Library } from '../library/library';
import { calendarWords } from '../study/calendar-words';
import { newStudyDay } from '../study/new-study-day';
import { describeCollected, proveExcerpts } from '../study/prove-excerpts';
import { collectExcerpts, markAuthors, openNotices, sourcesOf } from '../study/study-sources';
import { orThrow } from '../../src-core/ipc/or-throw';
import type { Dialogs, Emit, WindowId } from './ports';
import { fileNameOf } from './suggested-file-name';
import type { Tokens } from './tokens';
import type { SettingsOfWindows } from './window-settings';
import { withoutUndefined } from './without-undefined';

export type StudyPorts = {
  readonly library: Library;
  readonly settings: SettingsOfWindows;
  readonly tokens: Tokens;
  readonly dialogs: Dialogs;
  readonly emit: Emit;
  readonly previews: Pick<Previews, 'set'>;
  /** How the reader of a window has text set, and the face which stands in for one that no document may carry. */
  readonly paperSetting: (
    windowId: WindowId,
  ) => Promise<{ readonly setting: HandoutSetting; readonly told: { readonly replacedFont?: string } }>;
  readonly fontsFolder: string;
  /** Sets handouts elsewhere than in this thread. */
  readonly writeHandoutPdf?: WriteHandoutPdf;
  readonly now: () => string;
  readonly newId: () => string;
};

type StudyCallName = Extract<keyof Handlers['calls'], `study.${string}`>;

/** No list of marks is of use beyond this; the window says how many there are. */
const mostCollected = 3000;

/** Makes the handlers of study days. */
export function studyHandlers(ports: StudyPorts): {
  readonly calls: Pick<Handlers['calls'], StudyCallName>;
  readonly tasks: Pick<Handlers['tasks'], 'study.handout' | 'study.preview'>;
} {
  const { library, tokens, dialogs, emit, settings } = ports;
  const newMaterialId = () => materialIdSchema.parse(ports.newId());

  async function save(day: StudyDay, windowId: number): Promise<StudyDay> {
    const saved = orThrow(await library.studyDays.save({ ...day, modified: ports.now() }));
    emit('study.changed', { studyDayId: saved.studyDayId }, windowId);
    return saved;
  }

  async function handoutOf(
    studyDayId: StudyDayId,
    { citation, leaderNotes }: HandoutChoices,
    windowId: WindowId,
  ): Promise<Handout> {
    const day = orThrow(await dayOf(library, studyDayId));
    const sources = orThrow(await sourcesOf(library, day));
    const { language } = settings.read(windowId);
    return makeHandout(day, sources, { language, citation, leaderNotes });
  }

  return {
    calls: {
      'study.days': async () => orThrow(await library.studyDays.all()).map(summaryOf),
      'study.day': async ({ studyDayId }) => orThrow(await dayOf(library, studyDayId)),
      'study.create': (start, { windowId }) => save(newStudyDay(withoutUndefined(start), ports), windowId),
      'study.save': async ({ day }, { windowId }) => {
        const { studyDayId, revision, modified } = await save(day, windowId);
        return { studyDayId, revision, modified };
      },
      'study.remove': async ({ studyDayId }, { windowId }) => {
        const day = orThrow(await dayOf(library, studyDayId));
        await save({ ...day, removed: ports.now() }, windowId);
        return {};
      },
      'study.restore': async ({ studyDayId }, { windowId }) => {
        const { removed: _removed, ...standing } = orThrow(await dayOf(library, studyDayId));
        await save(standing, windowId);
        return {};
      },
      'study.notices': async ({ issueId }) =>
        orThrow(await openNotices(library, issueId)).map(({ range: _range, ...notice }) => notice),
      'study.collect': async (wanted) => {
        const found = orThrow(await collectExcerpts(library, withoutUndefined(wanted), newMaterialId));
        const shown = found.slice(0, mostCollected);
        return {
          collected: [...orThrow(await describeCollected(library, shown))],
          found: found.length,
          authors: [...orThrow(await markAuthors(library))],
        };
      },
      'study.collect-marks': async ({ issueId, annotationIds }) => {
        const issue = orThrow(await library.readIssue(issueId));
        const wanted = new Set(annotationIds);
        const marks = orThrow(await library.annotations(issueId));
        const chosen = marks.filter(({ annotationId }) => wanted.has(annotationId));
        return [...collectMarks(issue, chosen, {}, newMaterialId)];
      },
      'study.prove': async ({ excerpts }) => [...orThrow(await proveExcerpts(library, excerpts))],
      'study.order': async ({ materials, order }) => [
        ...orderMaterials(materials, order, orThrow(await sourcesOf(library, { materials }))),
      ],
      'study.source': async ({ issueId, articleId }) => {
        const issue = orThrow(await library.readIssue(issueId));
        const article = issue.articles.find((candidate) => candidate.articleId === articleId);
        if (article === undefined) throw new AppFailure({ code: 'article-unknown', articleId });
        return { title: articleTitle(article), text: article.text };
      },
      'study.draft': async ({ studyDayId, choices }, { windowId }) =>
        handoutDraft(await handoutOf(studyDayId, choices, windowId), choices),
      'study.choose-handout': async ({ studyDayId, format }, { windowId }) => {
        const day = orThrow(await dayOf(library, studyDayId));
        const ending = handoutExtensions[format];
        const path = await dialogs.saveFile(windowId, fileName(day, ending), [ending]);
        if (path === null) return null;
        return { token: tokens.keep(windowId, 'export', [path]), fileName: basename(path) };
      },
      'study.calendar': async ({ studyDayIds }, { windowId }) => {
        const all = orThrow(await library.studyDays.all());
        const days = all.filter(({ studyDayId }) => studyDayIds.includes(studyDayId));
        const [first] = days;
        const unknown = studyDayIds.find((id) => days.every(({ studyDayId }) => studyDayId !== id));
        if (first === undefined || unknown !== undefined) {
          throw new AppFailure({ code: 'study-day-unknown', studyDayId: unknown ?? '' });
        }
        const { language } = settings.read(windowId);
        const name =
          days.length === 1 ? fileName(first, 'ics') : `${language === 'en' ? 'study days' : '学习日'}.ics`;
        const path = await dialogs.saveFile(windowId, name, ['ics']);
        if (path === null) return null;
        await replaceWithText(path, calendarFile(days, calendarWords(language), ports.now()));
        return {
          fileName: basename(path),
          token: tokens.keep(windowId, 'reveal', [path]),
          days: days.length,
        };
      },
    },
    tasks: {
      'study.preview': async ({ studyDayId, choices }, { windowId, signal, onProgress }) => {
        const handout = await handoutOf(studyDayId, choices, windowId);
        const { setting } = await ports.paperSetting(windowId);
        const file = { ...choices, made: ports.now(), fontsFolder: ports.fontsFolder, setting };
        const set = orThrow(
          await ports.previews.set(windowId, handoutPdf(handout, file), { signal, onProgress }),
        );
        return { ...set, missingCharacters: [...set.missingCharacters] };
      },
      'study.handout': async ({ studyDayId, token, choices }, { windowId, signal, onProgress }) => {
        const [target] = tokens.take(windowId, 'export', token);
        if (target === undefined) throw new AppFailure({ code: 'token-unknown' });
        const handout = await handoutOf(studyDayId, choices, windowId);
        const { setting, told } = await ports.paperSetting(windowId);
        const file = { ...choices, target, made: ports.now(), fontsFolder: ports.fontsFolder, setting };
        const missing = orThrow(
          await writeHandout(handout, file, { signal, onProgress }, ports.writeHandoutPdf),
        );
        return {
          file: target,
          excerpts: handout.parts.filter(({ kind }) => kind === 'excerpt').length,
          doubtful: doubtfulExcerpts(handout).map(({ number }) => number),
          missingCharacters: [...missing],
          ...(choices.format === 'pdf' ? told : {}),
          token: tokens.keep(windowId, 'reveal', [target]),
        };
      },
    },
  };
}

async function dayOf(library: Library, studyDayId: StudyDayId): Promise<Result<StudyDay, AppError>> {
  const days = await library.studyDays.all();
  if (!days.ok) return days;
  const day = days.value.find((candidate) => candidate.studyDayId === studyDayId);
  return day === undefined ? fail({ code: 'study-day-unknown', studyDayId }) : ok(day);
}

function summaryOf({
  studyDayId,
  date,
  time,
  ordinal,
  theme,
  place,
  removed,
  materials,
}: StudyDay): StudyDaySummary {
  return {
    studyDayId,
    date,
    theme,
    place,
    ...(time === undefined ? {} : { time }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(removed === undefined ? {} : { removed }),
    excerpts: materials.filter(({ kind }) => kind === 'excerpt').length,
  };
}

/** What a file of the day is called: its date and theme, without what no system's file names may have. */
function fileName({ date, theme }: StudyDay, ending: string): string {
  const name = [date, [...theme].slice(0, 40).join('')].filter((part) => part !== '').join(' ');
  return fileNameOf(name, ending);
}
