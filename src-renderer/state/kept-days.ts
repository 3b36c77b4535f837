// Study days with changes that the library has refused, or was not asked to take before the window closed: they are kept
// over the closing of the window, shown as 未保存, and sent again when a window opens.
import { create } from 'zustand';
import type { AppError } from '../../src-core/ipc/app-error';
import type { StudyDay, StudyDayId } from '../../src-core/study/study-day';
import { call } from '../bridge/bridge';
import { createKeeping } from './kept-values';
import { post, report } from './notices';
import { isSameValue } from './same-value';

type KeptDays = { readonly days: ReadonlyMap<StudyDayId, StudyDay> };

/** The study days that are kept here because the library has not taken them. */
export const useKeptDays = create<KeptDays>(() => ({ days: new Map() }));

const keeping = createKeeping('jianbao.unsaved-days', isDay);

/** Keeps a study day as it stands in this window; gives false where it is too large to be kept. */
export function keepDay(day: StudyDay): boolean {
  return keepAll(new Map(useKeptDays.getState().days).set(day.studyDayId, day));
}

/** Forgets a study day which the library has, or which the user lets go. */
export function forgetDay(studyDayId: StudyDayId): void {
  const days = new Map(useKeptDays.getState().days);
  if (days.delete(studyDayId)) keepAll(days);
}

/** Sends the study days that an earlier window could not save any more; one that is refused again stays kept. */
export async function sendKeptDays(): Promise<void> {
  const left = await keeping.take();
  if (left.length === 0) return;
  keepAll(new Map(left.map((day) => [day.studyDayId, day])));
  let sent = 0;
  for (const day of left) {
    const refusal = await sendAgain(day);
    if (refusal === null) forgetDay(day.studyDayId);
    // A day of another library waits for that.
    if (refusal === 'there' || refusal?.code === 'study-day-unknown') continue;
    sent++;
    if (refusal !== null) report(refusal);
  }
  if (sent > 0) post({ kind: 'kept', count: sent });
}

/** Gives why it is refused; 'there' where the library had it already. */
async function sendAgain(day: StudyDay): Promise<AppError | 'there' | null> {
  const { studyDayId } = day;
  const stored = await call('study.day', { studyDayId });
  if (!stored.ok) return stored.error;
  const { revision, modified } = stored.value;
  if (isSameValue({ ...day, revision, modified }, stored.value)) {
    forgetDay(studyDayId);
    return 'there';
  }
  const saved = await call('study.save', { day });
  return saved.ok ? null : saved.error;
}

function keepAll(days: ReadonlyMap<StudyDayId, StudyDay>): boolean {
  useKeptDays.setState({ days });
  return keeping.keep([...days.values()]);
}

/** The library checks the day itself; here it only has to be one by its looks. */
function isDay(value: unknown): value is StudyDay {
  if (typeof value !== 'object' || value === null) return false;
  return 'studyDayId' in value && 'revision' in value && 'materials' in value;
}
