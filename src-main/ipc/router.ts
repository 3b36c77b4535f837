// Leads a message to its handler. The input of every call and task is parsed with the schema of the contract before a
// handler sees it, and every answer is a value: a failure that the user should be told, or 'internal' for a defect of
// ours, whose details go to the log and not to the window. Knows nothing of Electron, so that the tests and the command
// line can drive it.
import type { z } from 'zod';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import { notValid, type Detail } from '../../src-core/ipc/detail';
import {
  calls,
  tasks,
  type CallInput,
  type CallName,
  type TaskInput,
  type TaskName,
} from '../../src-core/ipc/contract';
import { fail, ok, type Result } from '../../src-core/result';
import type { CallContext } from '../application/ports';
import type { Handlers } from './handlers';

export type RouterOptions = {
  /** Is told of every defect: the channel it showed in, and what was thrown. */
  readonly logDefect: (channel: string, thrown: unknown) => void;
  /** Whether outputs and progress are held against the contract too, as tests and development do. */
  readonly checkOutput: boolean;
};

export type RunContext = CallContext & { readonly onProgress: (progress: unknown) => void };

export type Router = {
  /** Answers a call; never throws. */
  readonly call: (name: string, input: unknown, context: CallContext) => Promise<Result<unknown, AppError>>;
  /** Runs a task to its end; never throws. Aborting the signal makes it answer 'cancelled' if it can still stop. */
  readonly run: (name: string, input: unknown, context: RunContext) => Promise<Result<unknown, AppError>>;
};

/** Makes the router over the application's handlers. */
export function createRouter(handlers: Handlers, options: RouterOptions): Router {
  async function answer<Input>(
    channel: string,
    schemas: Schemas<Input>,
    input: unknown,
    signal: AbortSignal,
    handle: (input: Input) => Promise<unknown>,
  ): Promise<Result<unknown, AppError>> {
    if (!isPlainObject(input)) return fail({ code: 'invalid-input', where: channel, detail: notAnObject });
    const parsed = schemas.input.safeParse(input);
    if (!parsed.success) return fail(describe(channel, parsed.error));
    if (signal.aborted) return fail({ code: 'cancelled' });
    try {
      const output = await handle(parsed.data);
      return ok(options.checkOutput ? schemas.output.parse(output) : output);
    } catch (thrown) {
      if (thrown instanceof AppFailure) return fail(thrown.error);
      if (signal.aborted && isAbort(thrown, signal)) return fail({ code: 'cancelled' });
      options.logDefect(channel, thrown);
      return fail({ code: 'internal', detail: channel });
    }
  }

  function callHandler<N extends CallName>(name: N, input: unknown, context: CallContext) {
    // The schema of a channel is the one its input type was derived from.
    const schemas = calls[name] as unknown as Schemas<CallInput<N>>;
    return answer(name, schemas, input, context.signal, (parsed) =>
      handlers.calls[name](parsed, { windowId: context.windowId, signal: context.signal }),
    );
  }

  function taskHandler<N extends TaskName>(name: N, input: unknown, context: RunContext) {
    const schemas = tasks[name] as unknown as Schemas<TaskInput<N>>;
    return answer(name, schemas, input, context.signal, (parsed) =>
      handlers.tasks[name](parsed, {
        windowId: context.windowId,
        signal: context.signal,
        onProgress: (progress) => {
          context.onProgress(options.checkOutput ? tasks[name].progress.parse(progress) : progress);
        },
      }),
    );
  }

  return {
    call: (name, input, context) =>
      isCallName(name) ? callHandler(name, input, context) : Promise.resolve(unknownChannel(name)),
    run: (name, input, context) =>
      isTaskName(name) ? taskHandler(name, input, context) : Promise.resolve(unknownChannel(name)),
  };
}

type Schemas<Input> = { readonly input: z.ZodType<Input>; readonly output: z.ZodType };

/** Maps, dates and the like have no own keys, and would pass for an empty input. */
function isPlainObject(input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false;
  const prototype: unknown = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null;
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

function isTaskName(name: string): name is TaskName {
  return Object.hasOwn(tasks, name);
}

function unknownChannel(name: string): Result<never, AppError> {
  return fail({
    code: 'invalid-input',
    where: 'name',
    detail: { code: 'no-channel', name: String(name).slice(0, 100) },
  });
}

const notAnObject: Detail = {
  code: 'not-valid',
  at: '',
  fault: 'invalid_type',
  names: [],
  said: 'not an object',
};

/** The first thing that is wrong, without the value itself: it may be long, and it may be the user's text. */
function describe(channel: string, error: z.ZodError): AppError {
  const [first] = error.issues;
  const where = [channel, ...(first?.path ?? []).map(String)].join('.').slice(0, 200);
  return {
    code: 'invalid-input',
    where,
    detail: {
      code: 'not-valid',
      at: '',
      fault: notValid(error).fault,
      names: [],
      said: first?.code ?? 'invalid',
    },
  };
}

function isAbort(thrown: unknown, signal: AbortSignal): boolean {
  return thrown === signal.reason || (thrown instanceof Error && thrown.name === 'AbortError');
}
