// The issues that are in use. Each is opened once, however many ask for it at a time; when too many are open, those used
// longest ago are let go, but never one with a change under way.
import type { IssueId } from '../../src-core/publication/issue';
import { openIssue, type OpeningOptions } from './issue-opening';
import type { StoredIssue } from './stored-issue';

/** How many issues are kept open, and how many of them may keep their journal file open. */
const mostIssues = 2_000;
const mostFiles = 200;

/** Lets the next change of an issue begin, before this one is answered. */
type Turn = { readonly end: () => void };

type Changes = { readonly all: Set<Promise<unknown>>; lastTurn: Promise<void> };

export class OpenIssues {
  readonly #options: OpeningOptions;
  readonly #onLetGo: (issue: StoredIssue) => void;
  /** Least recently used first. */
  readonly #open = new Map<IssueId, Promise<StoredIssue>>();
  readonly #changes = new Map<IssueId, Changes>();
  #openedSinceLetGo = 0;

  /** @param onLetGo told of an issue before it is forgotten */
  constructor(options: OpeningOptions, onLetGo: (issue: StoredIssue) => void) {
    this.#options = options;
    this.#onLetGo = onLetGo;
  }

  /** Gives an issue; throws what opening it throws. */
  get(issueId: IssueId): Promise<StoredIssue> {
    const known = this.#open.get(issueId);
    const opening = known ?? openIssue(this.#options, issueId);
    this.#open.delete(issueId);
    this.#open.set(issueId, opening);
    if (known === undefined) {
      void opening.then(
        () => this.#letGo(),
        () => this.#open.delete(issueId),
      );
    }
    return opening;
  }

  /** An issue that is open; null for one that is not, or does not open. */
  async ifOpen(issueId: IssueId): Promise<StoredIssue | null> {
    return (await this.#open.get(issueId)?.catch(() => null)) ?? null;
  }

  /** The issues that are open, with everything made so far on the disk or refused. */
  async settled(): Promise<readonly StoredIssue[]> {
    const issues: StoredIssue[] = [];
    for (const opening of this.#open.values()) {
      // One that does not open has been told of by whoever asked for it.
      const issue = await opening.catch(() => null);
      await issue?.settled();
      if (issue !== null) issues.push(issue);
    }
    return issues;
  }

  /**
   * Does work that changes an issue; the issue stays open meanwhile. Work on one issue begins in the order in which it
   * was asked for, each when the one before has ended its turn or is done.
   */
  async change<T>(issueId: IssueId, work: (turn: Turn) => Promise<T>): Promise<T> {
    const changes = this.#changes.get(issueId) ?? { all: new Set(), lastTurn: Promise.resolve() };
    this.#changes.set(issueId, changes);
    const before = changes.lastTurn;
    let end = (): void => undefined;
    changes.lastTurn = new Promise((resolve) => {
      end = resolve;
    });
    const change = before.then(() => work({ end })).finally(end);
    changes.all.add(change);
    try {
      return await change;
    } finally {
      changes.all.delete(change);
      if (changes.all.size === 0) this.#changes.delete(issueId);
    }
  }

  /** Waits for the changes that are under way. */
  async changesDone(): Promise<void> {
    for (const { all } of [...this.#changes.values()]) await Promise.allSettled(all);
  }

  /** Forgets every issue, so that each is read anew; changes that still hold one of them are refused. */
  async forgetAll(): Promise<void> {
    for (const issue of await this.settled()) {
      issue.retire();
      // What was made meanwhile is written before others may write the same journal.
      await issue.settled();
      await issue.release();
    }
    this.#open.clear();
  }

  async #letGo(): Promise<void> {
    if (++this.#openedSinceLetGo < mostFiles / 2) return;
    this.#openedSinceLetGo = 0;
    let held = 0;
    let files = 0;
    for (const [issueId, opening] of [...this.#open].reverse()) {
      const issue = await opening.catch(() => null);
      if (issue === null || !issue.isIdle || this.#changes.has(issueId)) continue;
      if (++held > mostIssues) {
        this.#onLetGo(issue);
        this.#open.delete(issueId);
      }
      if (issue.hasOpenFile && (held > mostIssues || ++files > mostFiles)) await issue.release();
    }
  }
}
