// Times a piece of work in repeated runs and prints it beside a reference of the same run: only ratios hold on another
// machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Measurement = {
  readonly name: string;
  readonly runs: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
};

/** Times `work` in so many runs after one that does not count. */
export function measure(name: string, runs: number, work: () => unknown): Measurement {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return summarize(name, times);
}

/** Gives the percentiles of times in milliseconds. */
export function summarize(name: string, times: readonly number[]): Measurement {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { name, runs: times.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Prints the measurements, each with its ratio to the first, and writes them to bench/results/NAME.json. */
export function report(
  name: string,
  about: string,
  measurements: readonly Measurement[],
  figures: Readonly<Record<string, number | string>> = {},
): void {
  const [reference] = measurements;
  if (reference === undefined) throw new Error('nothing was measured');
  const rows = measurements.map((row) => ({ ...row, ratio: row.p50 / reference.p50 }));
  console.log(`\n${name}: ${about}`);
  console.table(
    Object.fromEntries(
      rows.map(({ name: row, p50, p95, max, ratio, runs }) => [
        row,
        {
          'p50 ms': Number(p50.toFixed(3)),
          'p95 ms': Number(p95.toFixed(3)),
          'max ms': Number(max.toFixed(3)),
          ratio: Number(ratio.toFixed(2)),
          runs,
        },
      ]),
    ),
  );
  for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure}: ${value}`);
  const folder = join('bench', 'results');
  mkdirSync(folder, { recursive: true });
  const platform = { node: process.version, platform: process.platform, arch: process.arch };
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ name, about, platform, measurements: rows, figures }, null, 2)}\n`,
  );
}
