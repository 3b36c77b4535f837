// Which study day a user means on the command line.
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import type { StudyDay } from '../../src-core/study/study-day';
import type { Library } from '../library/library';

/** Finds a study day that stands, by its id or its date; a date with several days is refused with theirs. */
export async function findStudyDay(library: Library, given: string): Promise<Result<StudyDay, AppError>> {
  const days = await library.studyDays.all();
  if (!days.ok) return days;
  const [day, ...others] = days.value.filter(
    ({ studyDayId, date, removed }) => removed === undefined && (studyDayId === given || date === given),
  );
  if (day === undefined) return fail({ code: 'study-day-unknown', studyDayId: given });
  if (others.length === 0) return ok(day);
  const studyDayIds = [day, ...others].map(({ studyDayId }) => studyDayId);
  return fail({ code: 'invalid-input', where: 'DAY', detail: { code: 'several-days', given, studyDayIds } });
}
