// How issues stand on the shelf: the newest paper first, as papers lie on a table. Those without a date come behind, the
// one imported last first.
import type { IssueSummary } from '../../src-core/ipc/contract';

/** Gives issues in the order of the shelf; the pages of one day keep the order in which they were imported. */
export function shelfOrder(issues: readonly IssueSummary[]): readonly IssueSummary[] {
  return issues.toSorted((one, other) => {
    if (one.date !== other.date) return compare(other.date ?? '', one.date ?? '');
    return one.date === undefined ? compare(other.imported, one.imported) : 0;
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
