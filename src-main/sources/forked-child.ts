// The reading process on plain Node.
import { fork } from 'node:child_process';
import { readingMemory, type ReaderChild, type ReadingAnswer } from './guarded-reader';

/** Starts the script in a process without an environment, with so much memory at most, in megabytes. */
export function forkReader(script: string, memory = readingMemory): ReaderChild {
  const child = fork(script, [], {
    env: {},
    execArgv: [`--max-old-space-size=${memory}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A message that no longer reaches a child which is ending; `onExit` tells of the end.
  child.on('error', () => undefined);
  return {
    post: (request) => void child.send(request),
    onAnswer: (listener) => void child.on('message', (answer) => listener(answer as ReadingAnswer)),
    onExit: (listener) => {
      child.once('exit', listener);
      child.once('error', listener);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
