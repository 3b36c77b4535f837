// Work on a library that the bench of the store does in a process of its own.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { issueId, value } from '../../tests/main/library/support';
import { newMark, open, singles } from './marks';

/** What this process is to do, where it is one of its own: the name of the work and the library's folder. */
export const task = process.env['JIANBAO_BENCH_TASK']?.split('\n');

/** Runs this file again in a process of its own, and gives what that wrote. */
export function inOwnProcess(name: string, path: string): string {
  const [command, ...rest] = process.argv;
  const ran = spawnSync(command ?? '', [...process.execArgv, ...rest], {
    env: { ...process.env, JIANBAO_BENCH_TASK: `${name}\n${path}` },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ran.status !== 0) throw new Error(`${name} ended with ${ran.status}`);
  return ran.stdout;
}

/** Forgets what the system has read of its disks; says whether it could. */
export function forgetDisks(): boolean {
  try {
    spawnSync('sync');
    fs.writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

/** Opens a library as a start does: in a process that has read nothing yet; gives the milliseconds to the list. */
async function openOnce(path: string): Promise<never> {
  const start = performance.now();
  const library = await open(path);
  value(await library.issues());
  process.stdout.write(String(performance.now() - start));
  await library.close();
  process.exit(0);
}

/**
 * Fills the journals of issues until a few marks more make a snapshot of each due, and ends without closing the library,
 * which would write them.
 */
async function fillJournals(path: string, issues: number): Promise<never> {
  const library = await open(path);
  for (let number = 0; number < issues; number++) {
    const own = `i${number}`;
    const length = async (): Promise<number> => {
      const own = join(path, 'issues', `i${number}`);
      const journals = (await readdir(own)).filter((file) => file.startsWith('journal-')).sort();
      return fs.statSync(join(own, journals.at(-1) ?? '')).size;
    };
    const fill = async (count: number): Promise<unknown> =>
      value(
        await library.edit(issueId(own), {
          type: 'batch',
          edits: Array.from({ length: count }, () => newMark(own)).flatMap(singles),
        }),
      );
    // Two records: from the third on space is set aside, and a journal that was left with some is not gone on with.
    const before = await length();
    await fill(50);
    const bytesEach = ((await length()) - before) / 50;
    await fill(Math.floor((256 * 1024 - (await length())) / bytesEach) - 2);
  }
  process.exit(0);
}

/** Does the work of a process of its own, and ends it. */
export async function doTask([name, path = '']: readonly string[]): Promise<never> {
  return name === 'open' ? openOnce(path) : fillJournals(path, 900);
}
