// The library and the marks which the bench of the store works with.
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { incomingEditSchema, type Edit } from '../../src-core/annotation/edit';
import type { Library } from '../../src-main/library/library';
import { openLibrary } from '../../src-main/library/open-library';
import { add, mark, value } from '../../tests/main/library/support';

export const words = '今年风调雨顺，亩产比去年多了三成。'.repeat(4);
let marks = 0;

/** A mark as it comes in from a window, where it is checked. */
export function newMark(name: string): Edit {
  return incomingEditSchema.parse(uncheckedMark(name));
}

/** A mark that the library has to check itself, as from the command line. */
export function uncheckedMark(name: string): Edit {
  return add(mark(name, `${process.pid}-${++marks}`, { note: words, tags: ['农业', '水利'] }));
}

export async function open(path: string, snapshotAfter?: number): Promise<Library> {
  const now = (): string => new Date().toISOString();
  const snapshots = snapshotAfter === undefined ? {} : { snapshotAfter };
  return value(await openLibrary(path, { now, newId: () => randomUUID(), holder: 'cli', ...snapshots }));
}

export function singles(edit: Edit): readonly Exclude<Edit, { type: 'batch' }>[] {
  return edit.type === 'batch' ? edit.edits : [edit];
}

/** How many journals were begun in all, each for a snapshot. */
export async function snapshotsOf(path: string, issues: number): Promise<number> {
  let begun = 0;
  for (let number = 0; number < issues; number++) {
    const names = await readdir(join(path, 'issues', `i${number}`));
    begun += Math.max(0, ...names.map((file) => Number(/^journal-(\d+)/u.exec(file)?.[1] ?? 0)));
  }
  return begun;
}
