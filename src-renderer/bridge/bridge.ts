// The window's side of the contract: the untyped functions of the preload script with the contract's types. Main has
// parsed every message by the same schemas, so that the types hold here without parsing again.
import type { Bridge } from '../../src-core/ipc/bridge';
import type { AppError } from '../../src-core/ipc/app-error';
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  TaskInput,
  TaskName,
  TaskOutput,
  TaskProgress,
} from '../../src-core/ipc/contract';
import type { Result } from '../../src-core/result';

declare global {
  interface Window {
    readonly jianbao: Bridge;
  }
}

/** A task under way. */
export type RunningTask<N extends TaskName> = {
  readonly done: Promise<Result<TaskOutput<N>, AppError>>;
  readonly cancel: () => void;
};

/** Calls a handler of the main process; a broken connection is a failure too. */
export async function call<N extends CallName>(
  name: N,
  input: CallInput<N>,
): Promise<Result<CallOutput<N>, AppError>> {
  try {
    const answer = await window.jianbao.call(name, input);
    return ('json' in answer ? JSON.parse(answer.json) : answer) as Result<CallOutput<N>, AppError>;
  } catch (error) {
    return { ok: false, error: { code: 'internal', detail: `${name}: ${String(error)}` } };
  }
}

/** Starts a task of the main process. */
export function runTask<N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  onProgress: (progress: TaskProgress<N>) => void,
): RunningTask<N> {
  const task = window.jianbao.run(name, input, (progress) => onProgress(progress as TaskProgress<N>));
  return {
    done: task.done.then(
      (result) => result as Result<TaskOutput<N>, AppError>,
      (error: unknown) => ({
        ok: false,
        error: { code: 'internal', detail: `${name}: ${String(error)}` },
      }),
    ),
    cancel: task.cancel,
  };
}

/** Listens to an event of the main process; the returned function stops listening. */
export function listen<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.jianbao.on(name, (payload) => listener(payload as EventPayload<N>));
}
