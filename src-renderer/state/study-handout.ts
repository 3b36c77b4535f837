// The handout of the open day: what is asked for, the task with its progress, and the file that came of it.
import { create } from 'zustand';
import type { AppError } from '../../src-core/ipc/app-error';
import type { TaskOutput, TaskProgress } from '../../src-core/ipc/contract';
import type { HandoutChoices } from '../../src-core/study/handout-choices';
import {
  handoutTemplates,
  holdingChoices,
  plainHandout,
  type HandoutTemplate,
} from '../../src-core/study/handout-templates';
import { call, runTask } from '../bridge/bridge';
import { useDialogs } from './dialogs';
import { tellOfFont } from './exporting';
import { post } from './notices';
import { flushDay, useStudyDay } from './study-day';

type HandoutState = {
  readonly choices: HandoutChoices;
  readonly status: 'choosing' | 'running' | 'written' | 'failed';
  readonly progress: TaskProgress<'study.handout'> | null;
  readonly written: TaskOutput<'study.handout'> | null;
  readonly error: AppError | null;
};

export const useHandout = create<HandoutState>(() => ({
  choices: plainHandout,
  status: 'choosing',
  progress: null,
  written: null,
  error: null,
}));

let cancelTask: (() => void) | null = null;

/** Goes back to the choices. What is under way goes on. */
export function beginHandout(): void {
  if (useHandout.getState().status === 'running') return;
  useHandout.setState({ status: 'choosing', progress: null, written: null, error: null });
}

/** Changes what is asked for. */
export function chooseHandout(changes: Partial<HandoutChoices>): void {
  useHandout.setState(({ choices }) => ({ choices: { ...choices, ...changes } }));
}

/** Which template the choices are; null where they are none of them. */
export function templateOf(choices: HandoutChoices): HandoutTemplate['name'] | null {
  const found = handoutTemplates.find(({ choices: asked }) => {
    const whole = { ...choices, ...asked };
    return (
      whole.direction === choices.direction &&
      whole.largePrint === choices.largePrint &&
      whole.leaderNotes === choices.leaderNotes
    );
  });
  return found?.name ?? null;
}

/** Lets the user choose a file and writes the handout to it. */
export async function writeHandout(): Promise<void> {
  const { day } = useStudyDay.getState();
  const choices = holdingChoices(useHandout.getState().choices);
  if (day === null || !(await flushDay())) return;
  const { studyDayId } = day;
  const chosen = await call('study.choose-handout', { studyDayId, format: choices.format });
  if (!chosen.ok) return useHandout.setState({ status: 'failed', error: chosen.error });
  if (chosen.value === null) return;
  useHandout.setState({ status: 'running', progress: null, error: null });
  const { token } = chosen.value;
  const task = runTask('study.handout', { studyDayId, token, choices }, (progress) =>
    useHandout.setState({ progress }),
  );
  cancelTask = task.cancel;
  const result = await task.done;
  cancelTask = null;
  if (result.ok) {
    tellOfFont(result.value.replacedFont);
    useHandout.setState({ status: 'written', written: result.value });
    // The dialog may have been closed while the task ran on.
    if (useDialogs.getState().open !== 'handout')
      post({ kind: 'written', file: result.value.file, token: result.value.token });
  } else if (result.error.code === 'cancelled') useHandout.setState({ status: 'choosing', progress: null });
  else useHandout.setState({ status: 'failed', error: result.error });
}

/** Stops the task; nothing is written. */
export function cancelHandout(): void {
  cancelTask?.();
}
