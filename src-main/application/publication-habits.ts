// The habits of a publication, gathered from what was set right in its issues. An issue keeps what was learned from it, so
// that a habit is backed up, restored and removed with the library's own means.
import type { Habit, LearnedHabit } from '../../src-core/importing/habit-schema';
import { habitsInForce } from '../../src-core/importing/habits';
import type { Library } from '../library/library';

/** Gives the habits of a publication; none for a page that states no publication. */
export type HabitsOf = (publication: string | undefined) => Promise<readonly Habit[]>;

/** How many issues of a publication are asked, the newest first. */
const mostIssues = 60;

/** Gathers habits, once for each publication: for a batch of pages, or a single one. */
export function publicationHabits(library: Pick<Library, 'issues' | 'readIssue'>): HabitsOf {
  const known = new Map<string, Promise<readonly Habit[]>>();
  return (publication) => {
    if (publication === undefined) return Promise.resolve([]);
    const habits = known.get(publication) ?? gather(library, publication);
    known.set(publication, habits);
    return habits;
  };
}

async function gather(
  library: Pick<Library, 'issues' | 'readIssue'>,
  publication: string,
): Promise<readonly Habit[]> {
  const listed = await library.issues();
  // A library that cannot be read says so where it is written to; here a page is only read without habits.
  if (!listed.ok) return [];
  const own = listed.value
    .filter((issue) => issue.publication === publication)
    .toSorted((one, other) => other.imported.localeCompare(one.imported))
    .slice(0, mostIssues);
  const learned: LearnedHabit[] = [];
  for (const { issueId } of own) {
    const issue = await library.readIssue(issueId);
    // One that is damaged is told of when it is opened, and harms no other.
    if (issue.ok) learned.push(...(issue.value.habits ?? []));
  }
  return habitsInForce(learned);
}
