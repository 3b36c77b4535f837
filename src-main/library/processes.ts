// Who a process is, so that the holder of a lock can be told from another process that was given its number later.
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

export type ProcessIdentity = {
  readonly pid: number;
  readonly host: string;
  /** What tells this process from an earlier one of the same number; null where the system does not tell. */
  readonly started: string | null;
};

/** The processes of this machine, as far as a lock asks. */
export interface Processes {
  readonly self: ProcessIdentity;
  /** Whether a process is still running; 'unknown' for one of another machine, or where only its number is known. */
  state(identity: ProcessIdentity): 'running' | 'dead' | 'unknown';
}

/** Asks the system. */
export function systemProcesses(): Processes {
  const host = hostname();
  return {
    self: { pid: process.pid, host, started: startOf(process.pid) },
    state: (identity) => {
      if (identity.host !== host) return 'unknown';
      if (!isAlive(identity.pid)) return 'dead';
      if (identity.started === null) return 'unknown';
      const started = startOf(identity.pid);
      if (started === null) return 'unknown';
      return started === identity.started ? 'running' : 'dead';
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The boot of the machine and the process's start within it, from Linux's /proc; null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The command's name is in parentheses and may hold anything; the start time is the 20th field after it.
    const start = status
      .slice(status.lastIndexOf(')') + 2)
      .split(' ')
      .at(19);
    return start === undefined ? null : `${boot} ${start}`;
  } catch {
    return null;
  }
}
