// What the processes of a running application take, each by itself.
import { readFile } from 'node:fs/promises';
import type { CDPSession, ElectronApplication } from '@playwright/test';

export type ProcessMemory = {
  /** As the engine calls it: Browser, Tab (a window), GPU, Utility. */
  readonly type: string;
  /** All pages in memory, those shared with other processes counted in each. */
  readonly residentMegabytes: number;
  /** Shared pages counted in shares; null where the system does not tell. */
  readonly ownMegabytes: number | null;
};

/** Asks every process of the application. */
export async function processMemory(electron: ElectronApplication): Promise<readonly ProcessMemory[]> {
  const metrics = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type, memory }) => ({ pid, type, kilobytes: memory.workingSetSize })),
  );
  return Promise.all(
    metrics.map(async ({ pid, type, kilobytes }) => ({
      type,
      residentMegabytes: Math.round(kilobytes / 1024),
      ownMegabytes: await proportionalMegabytes(pid),
    })),
  );
}

/** The window's JavaScript heap after a collection, in megabytes. */
export async function heapMegabytes(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1024 / 1024);
}

/** One line for the report. */
export function describeMemory(processes: readonly ProcessMemory[]): string {
  const total = processes.reduce((sum, { residentMegabytes }) => sum + residentMegabytes, 0);
  const own = processes.reduce((sum, { ownMegabytes }) => sum + (ownMegabytes ?? 0), 0);
  const each = processes.map(
    ({ type, residentMegabytes, ownMegabytes }) =>
      `${type} ${residentMegabytes} (own ${ownMegabytes ?? '?'})`,
  );
  return `${total} in all (own ${own}): ${each.join(', ')}`;
}

/** Linux tells each process's share of what is shared; other systems do not. */
async function proportionalMegabytes(pid: number): Promise<number | null> {
  try {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kilobytes = /^Pss:\s+(\d+) kB/mu.exec(text)?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    // No such file on this system: the figure is left out, and the report says so.
    return null;
  }
}
