// Lets each operation of a piece of work fail in turn, once or from then on, and looks whether what was answered is there,
// what was refused is not, and the library saves again as soon as the fault is gone.
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles, type Operation } from './memory-files';
import { attempt, libraryPath, lifeOptions, Work } from './work';

export const faultCodes = ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EMFILE'] as const;

export type FaultOptions = {
  readonly code: (typeof faultCodes)[number];
  /** Whether the operation fails once, or every one from it on until the fault is mended. */
  readonly lasts: boolean;
  /** How much of what fails is done all the same, as a network's file system may; 0 when left out. */
  readonly doneShare?: number;
  /** Every how many operations one fails. */
  readonly step: number;
  readonly offset: number;
};

/** Gives how many operations failed, and what was wrong afterwards. */
export async function failOperations({ code, lasts, doneShare = 0, step, offset }: FaultOptions): Promise<{
  readonly cases: number;
  readonly refused: number;
  readonly violations: readonly string[];
}> {
  const whole = new MemoryFiles();
  const unharmed = new Work();
  unharmed.backsUp = true;
  await attempt(whole, unharmed, 0);
  const violations: string[] = [];
  let cases = 0;
  let refused = 0;
  for (let failing = 1 + (offset % step); failing <= whole.operations.length; failing += step) {
    cases++;
    const files = new MemoryFiles();
    files.isQuick = cases % 2 === 0;
    files.doneShare = doneShare;
    let failed: Operation | null = null;
    files.fail = (operation, count) => {
      if (count < failing || (!lasts && count > failing)) return null;
      failed ??= operation;
      return code;
    };
    const work = new Work();
    work.backsUp = true;
    // A disk that stays broken cannot take back what it was asked for.
    work.refusalsHold = !lasts;
    const wrong = await workThenMend(files, work);
    refused += work.refused;
    files.fail = () => null;
    wrong.push(...(await work.verify(files)));
    const { name, path } = failed ?? { name: 'nothing', path: '' };
    violations.push(...wrong.map((violation) => `${code} at ${failing} (${name} ${path}): ${violation}`));
  }
  return { cases, refused, violations };
}

/** Lets each read of a second piece of work fail in turn: nothing may be set aside, and nothing answered be gone. */
export async function failReads({
  code,
  step,
  offset,
}: Pick<FaultOptions, 'code' | 'step' | 'offset'>): Promise<{
  readonly cases: number;
  readonly violations: readonly string[];
}> {
  const whole = new MemoryFiles();
  const first = new Work();
  first.backsUp = true;
  await attempt(whole, first, 0);
  const [begun, answered] = [whole.copy(), first.copy()];
  const before = whole.reads;
  await attempt(whole, first, 1);
  const violations: string[] = [];
  let cases = 0;
  for (let failing = 1 + (offset % step); failing <= whole.reads - before; failing += step) {
    cases++;
    const files = begun.copy();
    const work = answered.copy();
    work.refusalsHold = true;
    work.backsUp = true;
    files.failRead = (_path, count) => (count === failing ? code : null);
    await attempt(files, work, 1);
    files.failRead = () => null;
    const wrong = await work.verify(files);
    const aside = files.paths.filter((path) => path.includes('quarantine'));
    violations.push(...[...wrong, ...aside].map((violation) => `${code} at read ${failing}: ${violation}`));
  }
  return { cases, violations };
}

/** Works through the fault; then the fault is gone, and the same library must save again. */
async function workThenMend(files: MemoryFiles, work: Work): Promise<string[]> {
  const opened = await openLibrary(libraryPath, lifeOptions(files));
  if (!opened.ok) return [];
  const library = opened.value;
  await work.run(library, 0);
  files.fail = () => null;
  const wrong: string[] = [];
  const [name] = work.issues;
  if (name !== undefined) {
    const saved = await work.mark(library, name);
    if (!saved) wrong.push('does not save after the fault is gone');
  }
  await library.close();
  return wrong;
}

/** Damages a library, lets each operation of its mending fail in turn, and looks whether the next opening mends it. */
export async function failMending(code: FaultOptions['code']): Promise<{
  readonly cases: number;
  readonly violations: readonly string[];
}> {
  const violations: string[] = [];
  const damaged = new MemoryFiles();
  const done = new Work();
  await attempt(damaged, done, 0);
  for (const issue of done.issues) damage(damaged, `${libraryPath}/issues/${issue}`);
  for (let failing = 1; ; failing++) {
    const files = damaged.copy();
    const work = done.copy();
    let isReached = false;
    files.fail = (_operation, count) => {
      isReached ||= count === failing;
      return count === failing ? code : null;
    };
    await useAll(files);
    files.fail = () => null;
    // An issue is mended when it is used.
    await useAll(files);
    const wrong = await work.verify(files);
    violations.push(...wrong.map((violation) => `${code} at ${failing} of mending: ${violation}`));
    if (!isReached) return { cases: failing - 1, violations };
  }
}

/** Opens the library and reads every issue. */
async function useAll(files: MemoryFiles): Promise<void> {
  const opened = await openLibrary(libraryPath, lifeOptions(files));
  if (!opened.ok) return;
  const library = opened.value;
  const issues = await library.issues();
  const trashed = await library.removedIssues.all();
  const all = [
    ...(issues.ok ? issues.value : []),
    ...(trashed.ok ? trashed.value.map(({ summary }) => summary) : []),
  ];
  for (const { issueId } of all) {
    await library.annotations(issueId);
    await library.readIssue(issueId);
  }
  await library.close();
}

/** Empties the snapshot of an issue, tears the end of its journal, and spoils one copy of its text. */
function damage(files: MemoryFiles, folder: string): void {
  files.damage(`${folder}/annotations.json`, Buffer.alloc(0));
  files.damage(`${folder}/issue.json`, Buffer.from('{}\n'));
  const last = files.paths.findLast((path) => path.startsWith(folder) && path.endsWith('.jnl'));
  if (last !== undefined) files.damage(last, Buffer.concat([files.content(last), Buffer.from('0bad')]));
}
