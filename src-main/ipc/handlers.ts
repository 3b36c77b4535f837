// What the application must be able to do, as types: one handler for every call and task of the contract. A handler
// that is missing, or answers with something else than agreed, does not compile. Handlers throw `AppFailure` for what
// the user should be told; anything else that is thrown is a defect of ours.
import type {
  CallInput,
  CallName,
  CallOutput,
  TaskInput,
  TaskName,
  TaskOutput,
  TaskProgress,
} from '../../src-core/ipc/contract';
import type { CallContext } from '../application/ports';

/** A task also tells how far it is. */
export type TaskContext<N extends TaskName> = CallContext & {
  readonly onProgress: (progress: TaskProgress<N>) => void;
};

export type Handlers = {
  readonly calls: {
    readonly [N in CallName]: (input: CallInput<N>, context: CallContext) => Promise<CallOutput<N>>;
  };
  readonly tasks: {
    readonly [N in TaskName]: (input: TaskInput<N>, context: TaskContext<N>) => Promise<TaskOutput<N>>;
  };
};
