// Who may change an issue when. Changes of one issue begin in the order in which they were asked for, each when the one
// before has ended its turn or is done; a change of an issue that nobody else changes begins at once.
import type { IssueId } from '../../src-core/publication/issue';
import { Turns } from './turns';

/** Lets the next change of an issue begin, before this one is answered. */
export type Turn = { readonly end: () => void };

/** The changes of one issue that are under way or wait. */
type Changes = { readonly turns: Turns; count: number };

export class IssueTurns {
  readonly #issues = new Map<IssueId, Changes>();
  #whenDone: (() => void)[] = [];

  /** Whether a change of an issue is under way, or waits for its turn. */
  isChanging(issueId: IssueId): boolean {
    return this.#issues.has(issueId);
  }

  /** Does work that changes an issue in its turn. */
  async change<T>(issueId: IssueId, work: (turn: Turn) => Promise<T>): Promise<T> {
    let changes = this.#issues.get(issueId);
    if (changes === undefined) {
      changes = { turns: new Turns(), count: 0 };
      this.#issues.set(issueId, changes);
    }
    changes.count++;
    const { turns } = changes;
    if (!turns.take()) await turns.wait();
    let isEnded = false;
    const end = (): void => {
      if (isEnded) return;
      isEnded = true;
      turns.end();
    };
    try {
      return await work({ end });
    } finally {
      end();
      changes.count--;
      if (changes.count === 0) this.#leave(issueId);
    }
  }

  /** Waits until no change is under way. */
  async done(): Promise<void> {
    while (this.#issues.size > 0) {
      await new Promise<void>((resolve) => {
        this.#whenDone.push(resolve);
      });
    }
  }

  #leave(issueId: IssueId): void {
    this.#issues.delete(issueId);
    if (this.#issues.size > 0) return;
    const tell = this.#whenDone;
    this.#whenDone = [];
    for (const done of tell) done();
  }
}
