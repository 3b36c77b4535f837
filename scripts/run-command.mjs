// Runs another program. The child leads its own process group, so a time limit or an interrupted
// script ends all that it started (npm, Xvfb, Electron), not only the first process.
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

const isWindows = process.platform === 'win32';
const interruptions = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const running = new Set();

/**
 * Runs a program to its end and answers `{ code, timedOut, output, standardOutput }`; `code` is null when it could
 * not be started or was killed. What it prints streams through, or with `capture` is only in the answer. `priority` is
 * one of those of node:os, for it and all that it starts.
 */
export function runCommand(command, args, options = {}) {
  const { cwd, env = process.env, timeoutMs, capture = false, priority } = options;
  return new Promise((answer) => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: !isWindows,
      // npm is a batch file on Windows, which only a shell can run.
      shell: isWindows && command === 'npm',
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    let standardOutput = '';
    let timedOut = false;
    let failure = null;
    watch(child);
    if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
    const timer = setTimeout(
      () => {
        timedOut = true;
        endGroup(child, 'SIGKILL');
      },
      timeoutMs ?? 2 ** 31 - 1,
    );
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
      standardOutput += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => {
      failure = error;
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      unwatch(child);
      if (failure === null) answer({ code, timedOut, output, standardOutput });
      else answer({ code: null, timedOut, output: failure.message, standardOutput });
    });
  });
}

// While something runs, an interruption of this script ends it first.
function watch(child) {
  if (running.size === 0) for (const signal of Object.keys(interruptions)) process.on(signal, endAll);
  running.add(child);
}

function unwatch(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of Object.keys(interruptions)) process.off(signal, endAll);
}

function endAll(signal) {
  for (const child of running) endGroup(child, 'SIGTERM');
  process.exit(interruptions[signal]);
}

function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // It has ended by itself in the meantime.
    if (error.code !== 'ESRCH') throw error;
  }
}
