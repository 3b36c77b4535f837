// The reading process in the application: Electron's utility process, which has no window and no environment of ours.
import { utilityProcess } from 'electron';
import { readingMemory, type ReaderChild, type ReadingAnswer } from '../sources/guarded-reader';

/** Starts the script. */
export function startReader(script: string): ReaderChild {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Jianbao Reader',
    // An empty environment would be taken for none given, and the application's handed on.
    env: { NODE_ENV: 'production' },
    // The engine takes its flags here in this form only.
    execArgv: [`--js-flags=--max-old-space-size=${readingMemory}`],
    stdio: 'ignore',
  });
  return {
    post: (request) => child.postMessage(request),
    onAnswer: (listener) => void child.on('message', (answer: ReadingAnswer) => listener(answer)),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => {
      // Electron asks a process to end, which one that hangs may not hear.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
