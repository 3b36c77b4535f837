// A look at the library once the window is up: as many issues as a short time allows, the newest first, with a pause
// after each, so that reading is not held up. What is found is told in one sentence; `jianbao check` looks at everything.
import { sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import type { Library, LibraryProblem } from '../library/library';

/** How long the check may take, and how long it rests after each issue, in milliseconds. */
const checkWithin = 2_000;
const restAfterIssue = 10;

/** Checks a part of the library; gives what to tell of it, and null where all is well. */
export async function quickCheck(library: Library): Promise<LibraryNotice | null> {
  const found = await look(library);
  if (found.length === 0) return null;
  // What an edit is just changing may look wrong for a moment, but not twice.
  const told = library.notices.map(({ path }) => path).filter((path) => path !== library.path);
  const isTold = (path: string): boolean =>
    told.some((place) => path === place || path.startsWith(`${place}${sep}`));
  const again = new Set((await look(library)).map(nameOf));
  const [first, ...others] = found.filter((one) => !isTold(one.path) && again.has(nameOf(one)));
  if (first === undefined) return null;
  return { code: 'problem-found', ...first, more: others.length };
}

function nameOf({ path, problem }: LibraryProblem): string {
  return `${path}\n${JSON.stringify(problem)}`;
}

async function look(library: Library): Promise<readonly LibraryProblem[]> {
  const end = performance.now() + checkWithin;
  const { problems } = await library.check(async () => {
    await setTimeout(restAfterIssue);
    return performance.now() < end;
  });
  return problems;
}
