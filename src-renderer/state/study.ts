// The room of study days 学习日: whether it is open, which days there are, which day of the calendar one is at, and the
// notices of the open issue for which no day was made yet.
import { create } from 'zustand';
import type { AppError } from '../../src-core/ipc/app-error';
import type { OpenNotice, StudyDayStart, StudyDaySummary } from '../../src-core/ipc/study-contract';
import type { IssueId } from '../../src-core/publication/issue';
import type { StudyDay, StudyDayId } from '../../src-core/study/study-day';
import { call } from '../bridge/bridge';
import { useDesk } from './desk';
import { post, report } from './notices';
import { changeSettings, useSettings } from './settings';
import { followDay, openDay, useStudyDay, flushDay } from './study-day';

export type StudyFace = 'calendar' | 'list';

/** What an issue announces. */
export type IssueNotices = { readonly issueId: IssueId; readonly notices: readonly OpenNotice[] };

type StudyState = {
  readonly isOpen: boolean;
  readonly face: StudyFace;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly error: AppError | null;
  /** Removed ones too, by date. */
  readonly days: readonly StudyDaySummary[];
  /** The ISO 8601 date that the calendar is at. */
  readonly date: string;
  readonly announced: IssueNotices | null;
};

export const useStudy = create<StudyState>(() => ({
  isOpen: false,
  face: 'calendar',
  status: 'loading',
  error: null,
  days: [],
  date: today(),
  announced: null,
}));

/** The ISO 8601 date of today, where the user is. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Opens the room, on a study day if one is named. */
export async function openRoom(studyDayId?: StudyDayId): Promise<void> {
  useStudy.setState({ isOpen: true });
  await readDays();
  if (studyDayId !== undefined) await showDay(studyDayId);
}

/** Goes back to the paper. What is not saved yet is being saved. */
export function leaveRoom(): void {
  void flushDay();
  useStudy.setState({ isOpen: false });
}

/** Opens the room or goes back to the paper. */
export function toggleRoom(): void {
  if (useStudy.getState().isOpen) leaveRoom();
  else void openRoom();
}

/** Reads the list of study days again. */
export async function readDays(): Promise<void> {
  const listed = await call('study.days', {});
  if (listed.ok) useStudy.setState({ status: 'ready', days: listed.value, error: null });
  else useStudy.setState({ status: 'failed', error: listed.error });
}

/** Goes to a day of the calendar. */
export function goToDate(date: string): void {
  useStudy.setState({ date });
}

/** Shows a study day; the one that was open stays where it could not be saved. */
export async function showDay(studyDayId: StudyDayId): Promise<void> {
  if (!(await openDay(studyDayId))) return;
  const { day } = useStudyDay.getState();
  if (day !== null) useStudy.setState({ date: day.date });
}

/** Makes a study day and shows it; gives null, and reports, where that fails. */
export async function createDay(start: StudyDayStart): Promise<StudyDay | null> {
  const made = await call('study.create', start);
  if (!made.ok) {
    report(made.error);
    return null;
  }
  useStudy.setState({ isOpen: true });
  await readDays();
  await showDay(made.value.studyDayId);
  void readNotices();
  return made.value;
}

/** Makes a study day without anything but its date. */
export async function createEmptyDay(): Promise<void> {
  await createDay({ date: useStudy.getState().isOpen ? useStudy.getState().date : today() });
}

/** Removes a study day from the list; it can be restored. */
export async function removeDay(studyDayId: StudyDayId): Promise<void> {
  if (!(await flushDay())) return;
  const removed = await call('study.remove', { studyDayId });
  if (!removed.ok) return report(removed.error);
  useStudyDay.setState({ day: null });
  post({ kind: 'study-removed' });
  await readDays();
}

/** Brings a removed study day back and shows it. */
export async function restoreDay(studyDayId: StudyDayId): Promise<void> {
  const restored = await call('study.restore', { studyDayId });
  if (!restored.ok) return report(restored.error);
  await readDays();
  await showDay(studyDayId);
}

/** Asks which study days the open issue announces. */
async function readNotices(): Promise<void> {
  const { issueId, status } = useDesk.getState();
  if (issueId === null || status !== 'open') return useStudy.setState({ announced: null });
  const found = await call('study.notices', { issueId });
  if (useDesk.getState().issueId !== issueId) return;
  // An issue that can be read and not be searched for notices is told of by whatever else is done with it.
  useStudy.setState({ announced: found.ok ? { issueId, notices: found.value } : null });
}

/** The notices of the open issue which the user has not put aside. */
export function offeredNotices(
  announced: IssueNotices | null,
  dismissed: ReturnType<typeof useSettings.getState>['settings']['dismissedNotices'],
): readonly OpenNotice[] {
  if (announced === null) return [];
  return announced.notices.filter(
    ({ date }) => !dismissed.some((notice) => notice.issueId === announced.issueId && notice.date === date),
  );
}

/** Makes the announced study day, with what the notice says. */
export async function acceptNotice(issueId: IssueId, notice: OpenNotice): Promise<void> {
  const { articleId, ...start } = notice;
  await createDay({ ...start, notice: { issueId, articleId } });
}

/** Puts a notice aside for good. */
export function dismissNotice(issueId: IssueId, { date }: OpenNotice): void {
  const { dismissedNotices } = useSettings.getState().settings;
  const kept = dismissedNotices.slice(-mostDismissed + 1);
  void changeSettings({ dismissedNotices: [...kept, { issueId, date }] });
}

const mostDismissed = 1000;

/** Writes days as a calendar file: the open one, or all that stand. */
export async function exportCalendar(): Promise<void> {
  if (!(await flushDay())) return;
  const { day } = useStudyDay.getState();
  const standing = useStudy.getState().days.filter(({ removed }) => removed === undefined);
  const ids = day === null ? standing.map(({ studyDayId }) => studyDayId) : [day.studyDayId];
  const written = await call('study.calendar', { studyDayIds: ids });
  if (!written.ok) return report(written.error);
  if (written.value !== null) {
    const { fileName, token } = written.value;
    post({ kind: 'written', file: fileName, token });
  }
}

/** Follows what is opened and what other windows store; the returned function stops that. */
export function followStudy(): () => void {
  const releases = [
    useDesk.subscribe((now, before) => {
      if (now.issue !== before.issue) void readNotices();
    }),
    // A day that was saved here shows in the list as it is now.
    useStudyDay.subscribe((now, before) => {
      if (now.savedRevision !== before.savedRevision) void readDays();
    }),
  ];
  return () => releases.forEach((release) => release());
}

/** Takes in that another window stored a study day. */
export function hearOfDay({ studyDayId }: { readonly studyDayId: StudyDayId }): void {
  if (useStudy.getState().status === 'ready') void readDays();
  void readNotices();
  followDay(studyDayId);
}
