// Makes study days: empty ones, and from the notice that announces one.
import type { IssueId } from '../../src-core/publication/issue';
import type { StudyDayNotice } from '../../src-core/study/find-notice';
import { studyDayIdSchema, type StudyDay } from '../../src-core/study/study-day';

/** What a new study day is made of. */
export type StudyDayStart = Pick<StudyDay, 'date'> &
  Partial<Pick<StudyDay, 'ordinal' | 'theme' | 'place' | 'leader' | 'time' | 'notice'>>;

/** Gives a study day that is not stored yet. */
export function newStudyDay(
  start: StudyDayStart,
  { now, newId }: { readonly now: () => string; readonly newId: () => string },
): StudyDay {
  const at = now();
  return {
    theme: '',
    place: '',
    leader: '',
    participants: [],
    materials: [],
    agenda: [],
    questions: [],
    minutes: '',
    ...start,
    studyDayId: studyDayIdSchema.parse(newId()),
    revision: 0,
    created: at,
    modified: at,
  };
}

/** What a notice says of the day it announces, and where it stands. */
export function startFromNotice(
  issueId: IssueId,
  { articleId, date, ordinal, theme, place }: StudyDayNotice,
): StudyDayStart {
  return {
    date,
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(theme === undefined ? {} : { theme }),
    ...(place === undefined ? {} : { place }),
    notice: { issueId, articleId },
  };
}
