// The study day that lies open. A change shows at once and is saved when the hand rests, at the latest when the day is
// left; each can be taken back while the day is open. What is refused is kept over the closing of the window. What another
// window has stored meanwhile is never written over unseen: the user is asked.
import { create } from 'zustand';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Material, MaterialId, StudyDay, StudyDayId } from '../../src-core/study/study-day';
import { call } from '../bridge/bridge';
import { forgetDay, keepDay, useKeptDays } from './kept-days';
import { report } from './notices';
import { createRest } from './rest';
import { createSaveAgain } from './save-again';

/** What the user changes of a day. */
export type DayChanges = Partial<
  Pick<
    StudyDay,
    'date' | 'theme' | 'place' | 'leader' | 'participants' | 'materials' | 'agenda' | 'questions' | 'minutes'
  >
> & { readonly time?: string | undefined; readonly ordinal?: number | undefined };

export type StudyTab = 'day' | 'materials' | 'minutes';

type StudyDayState = {
  readonly day: StudyDay | null;
  readonly tab: StudyTab;
  readonly past: readonly StudyDay[];
  readonly future: readonly StudyDay[];
  /** What was changed last, so that letters typed one after the other are one step. */
  readonly step: string | null;
  readonly saving: 'saved' | 'waiting' | 'refused';
  readonly refusal: AppError | null;
  /** Counts up with each change that is on the disk. */
  readonly savedRevision: number;
  /** The material that is looked at. */
  readonly active: MaterialId | null;
};

export const useStudyDay = create<StudyDayState>(() => ({
  day: null,
  tab: 'day',
  past: [],
  future: [],
  step: null,
  saving: 'saved',
  refusal: null,
  savedRevision: 0,
  active: null,
}));

const restMilliseconds = 600;
const rest = createRest(restMilliseconds);
const mostSteps = 200;
let sending: Promise<boolean> | null = null;
const saveAgain = createSaveAgain(() => void flushDay());

/** Opens a day, once the former is saved; gives false where one of the two fails. */
export async function openDay(studyDayId: StudyDayId): Promise<boolean> {
  const { day } = useStudyDay.getState();
  if (day?.studyDayId === studyDayId) return true;
  if (!(await flushDay())) return false;
  const opened = await call('study.day', { studyDayId });
  if (!opened.ok) {
    report(opened.error);
    return false;
  }
  takeIn(opened.value);
  const kept = useKeptDays.getState().days.get(studyDayId);
  if (kept !== undefined) {
    useStudyDay.setState({ day: kept, past: [opened.value], saving: 'waiting' });
    await flushDay();
  }
  return true;
}

/** Changes the open day. `step` names what is changed: changes of one name in a row are taken back together. */
export function changeDay(changes: DayChanges, step: string | null = null): void {
  const { day, past, step: former } = useStudyDay.getState();
  if (day === null) return;
  const isSame = step !== null && step === former;
  const changed = withChanges(day, changes);
  useStudyDay.setState({
    day: changed,
    past: isSame ? past : [...past, day].slice(-mostSteps),
    future: [],
    step,
  });
  saveLater();
}

/** Changes the materials of the open day. */
export function changeMaterials(
  change: (materials: readonly Material[]) => readonly Material[],
  step: string | null = null,
): void {
  const { day } = useStudyDay.getState();
  if (day === null) return;
  const materials = change(day.materials);
  if (materials !== day.materials) changeDay({ materials: [...materials] }, step);
}

/** Takes the last change back, or makes it again. */
export function stepDay(way: 'undo' | 'redo'): void {
  const { day, past, future } = useStudyDay.getState();
  const to = way === 'undo' ? past.at(-1) : future[0];
  if (day === null || to === undefined) return;
  useStudyDay.setState({
    // The library counts on: what is stored next is a change of what it has now.
    day: { ...to, revision: day.revision, modified: day.modified },
    past: way === 'undo' ? past.slice(0, -1) : [...past, day],
    future: way === 'undo' ? [day, ...future] : future.slice(1),
    step: null,
  });
  saveLater();
}

/** Saves now what is not saved; gives false where it was refused. */
export async function flushDay(): Promise<boolean> {
  rest.cancel();
  saveAgain.follow(null);
  while (sending !== null) await sending;
  const { day, saving } = useStudyDay.getState();
  if (day === null || saving === 'saved') return true;
  sending = send(day);
  const isSaved = await sending;
  sending = null;
  // What was typed while it was sent.
  return isSaved && useStudyDay.getState().saving === 'waiting' ? flushDay() : isSaved;
}

/** Ends a conflict with another window: by what it has stored, or by what stands here. */
export async function settleConflict(which: 'theirs' | 'mine'): Promise<void> {
  const { day } = useStudyDay.getState();
  if (day === null) return;
  const theirs = await call('study.day', { studyDayId: day.studyDayId });
  if (!theirs.ok) return report(theirs.error);
  if (which === 'theirs') {
    forgetDay(day.studyDayId);
    return takeIn(theirs.value);
  }
  useStudyDay.setState({ day: { ...day, revision: theirs.value.revision } });
  await flushDay();
}

/** Shows what another window has stored of the open day, unless something here is not saved. */
export function followDay(studyDayId: StudyDayId): void {
  const { day, saving } = useStudyDay.getState();
  if (day?.studyDayId !== studyDayId || saving !== 'saved') return;
  void call('study.day', { studyDayId }).then((read) => {
    const now = useStudyDay.getState();
    if (!read.ok || now.day?.studyDayId !== studyDayId || now.saving !== 'saved') return;
    if (read.value.removed === undefined) takeIn(read.value, now.active);
    else useStudyDay.setState({ day: null });
  });
}

function takeIn(day: StudyDay, active: MaterialId | null = null): void {
  useStudyDay.setState({ day, past: [], future: [], step: null, saving: 'saved', refusal: null, active });
}

/** Keeps what is not saved as the window closes; whether it can be saved then is not known here any more. */
export function keepUnsaved(): void {
  const { day, saving } = useStudyDay.getState();
  if (day !== null && saving !== 'saved') keepDay(day);
}

function saveLater(): void {
  useStudyDay.setState({ saving: 'waiting' });
  // What is typed while the library takes nothing.
  if (useStudyDay.getState().refusal !== null) keepUnsaved();
  rest.then(() => void flushDay());
}

async function send(day: StudyDay): Promise<boolean> {
  const saved = await call('study.save', { day });
  const { day: now } = useStudyDay.getState();
  const isOpen = now?.studyDayId === day.studyDayId;
  if (saved.ok) forgetDay(day.studyDayId);
  else keepDay(isOpen ? now : day);
  if (!isOpen) return saved.ok;
  if (!saved.ok) {
    useStudyDay.setState({ saving: 'refused', refusal: saved.error });
    saveAgain.follow(saved.error);
    return false;
  }
  const { revision, modified } = saved.value;
  useStudyDay.setState(({ savedRevision }) => ({
    day: { ...now, revision, modified },
    saving: now === day ? 'saved' : 'waiting',
    refusal: null,
    savedRevision: savedRevision + 1,
  }));
  return true;
}

/** A field that is cleared is left out. */
function withChanges(day: StudyDay, changes: DayChanges): StudyDay {
  const { time, ordinal, ...others } = { ...day, ...changes };
  return {
    ...others,
    ...(time === undefined ? {} : { time }),
    ...(ordinal === undefined ? {} : { ordinal }),
  };
}
