// Marks of the open issue on their way into a study day: asked for by the command, or drawn with the hand.
import { create } from 'zustand';
import type { AnnotationId } from '../../src-core/annotation/annotation';
import type { StudyDaySummary } from '../../src-core/ipc/study-contract';
import { withExcerpts } from '../../src-core/study/collect-marks';
import type { StudyDayId } from '../../src-core/study/study-day';
import { call } from '../bridge/bridge';
import { useDesk } from './desk';
import { chooseNone } from './mark-list';
import { post, report } from './notices';
import { readDays, today } from './study';
import { followDay, useStudyDay } from './study-day';

/** The marks that the hand holds; null while it holds none. */
export const useHeldMarks = create<{ readonly marks: readonly AnnotationId[] | null }>(() => ({
  marks: null,
}));

/** The hand takes marks up; where they can be let go is asked for meanwhile. */
export function holdMarks(marks: readonly AnnotationId[]): void {
  useHeldMarks.setState({ marks });
  void readDays();
}

/** The hand lets go. */
export function letMarksGo(): void {
  useHeldMarks.setState({ marks: null });
}

/** The day which marks are most likely meant for: the open one, the next to come, or the last; null for none. */
export function likelyDay(days: readonly StudyDaySummary[]): StudyDaySummary | null {
  const standing = days.filter(({ removed }) => removed === undefined);
  const { day } = useStudyDay.getState();
  return (
    standing.find(({ studyDayId }) => studyDayId === day?.studyDayId) ??
    standing.find(({ date }) => date >= today()) ??
    standing.at(-1) ??
    null
  );
}

/** Adds to the day as the library has it; where it lies open in a room, that follows. */
export async function addMarks(studyDayId: StudyDayId, marks: readonly AnnotationId[]): Promise<void> {
  const { issueId } = useDesk.getState();
  if (issueId === null || marks.length === 0) return;
  const excerpts = await call('study.collect-marks', { issueId, annotationIds: [...marks] });
  if (!excerpts.ok) return report(excerpts.error);
  const read = await call('study.day', { studyDayId });
  if (!read.ok) return report(read.error);
  const materials = [...withExcerpts(read.value.materials, excerpts.value)];
  const count = materials.length - read.value.materials.length;
  if (count > 0) {
    const saved = await call('study.save', { day: { ...read.value, materials } });
    if (!saved.ok) return report(saved.error);
    followDay(studyDayId);
  }
  chooseNone();
  post({ kind: 'study-added', count, day: read.value.theme === '' ? read.value.date : read.value.theme });
}
