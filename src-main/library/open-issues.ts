// The issues that are in use. Each is opened once, however many ask for it at a time; when too many are open, those used
// longest ago are let go, but never one with a change under way.
import type { IssueId } from '../../src-core/publication/issue';
import { openIssue, type OpeningOptions } from './issue-opening';
import { IssueTurns, type Turn } from './issue-turns';
import type { StoredIssue } from './stored-issue';

export type OpenIssuesOptions = OpeningOptions & {
  /** How many issues are kept open. */
  readonly openIssues: number;
  /** How many of the issues may keep their journals open. */
  readonly openJournals: number;
};

type Opening = {
  readonly promise: Promise<StoredIssue>;
  /** The issue, when it is open. */
  issue: StoredIssue | null;
  /** Grows with each use: what was used longest ago has the least. */
  used: number;
};

export class OpenIssues {
  readonly #options: OpenIssuesOptions;
  readonly #onLetGo: (issue: StoredIssue) => void;
  readonly #open = new Map<IssueId, Opening>();
  #uses = 0;
  readonly #turns = new IssueTurns();
  /** How many issues were opened, or used that had let go of their file, since the last look at which to let go. */
  #usedSinceLetGo = 0;
  #lettingGo = Promise.resolve();
  /** Ends when every issue is forgotten and they can be opened again; null while they can. */
  #forgetting: Promise<void> | null = null;

  /** @param onLetGo told of an issue before it is forgotten */
  constructor(options: OpenIssuesOptions, onLetGo: (issue: StoredIssue) => void) {
    this.#options = options;
    this.#onLetGo = onLetGo;
  }

  /** Gives an issue; throws what opening it throws. */
  get(issueId: IssueId): Promise<StoredIssue> {
    if (this.#forgetting !== null) return this.#forgetting.then(() => this.get(issueId));
    const known = this.#open.get(issueId);
    const opening = known ?? { promise: openIssue(this.#options, issueId), issue: null, used: 0 };
    opening.used = ++this.#uses;
    if (known === undefined) {
      this.#open.set(issueId, opening);
      void opening.promise.then(
        (issue) => {
          opening.issue = issue;
          return this.#letGo();
        },
        () => {
          if (this.#open.get(issueId) === opening) this.#open.delete(issueId);
        },
      );
    }
    return opening.promise;
  }

  /** Gives an issue that is open; null for one that is not, or not yet. */
  opened(issueId: IssueId): StoredIssue | null {
    const opening = this.#open.get(issueId);
    if (this.#forgetting !== null || opening === undefined || opening.issue === null) return null;
    opening.used = ++this.#uses;
    // It may be about to open its journal.
    if (!opening.issue.hasOpenFile) void this.#letGo();
    return opening.issue;
  }

  /** An issue that is open; null for one that is not, or does not open. */
  async ifOpen(issueId: IssueId): Promise<StoredIssue | null> {
    return (await this.#open.get(issueId)?.promise.catch(() => null)) ?? null;
  }

  /** The issues that are open, with everything made so far on the disk or refused. */
  async settled(): Promise<readonly StoredIssue[]> {
    const issues: StoredIssue[] = [];
    for (const { promise } of this.#open.values()) {
      // One that does not open has been told of by whoever asked for it.
      const issue = await promise.catch(() => null);
      await issue?.settled();
      if (issue !== null) issues.push(issue);
    }
    return issues;
  }

  /** Does work that changes an issue, in its turn; the issue stays open meanwhile. */
  change<T>(issueId: IssueId, work: (turn: Turn) => Promise<T>): Promise<T> {
    return this.#turns.change(issueId, work);
  }

  /** Waits until no change is under way. */
  changesDone(): Promise<void> {
    return this.#turns.done();
  }

  /**
   * Forgets every issue, so that each is read anew, and not before nothing is written by those that were open. Changes
   * that still hold one of them are refused.
   */
  async forgetAll(): Promise<void> {
    this.#forgetting ??= this.#forgetThem().finally(() => {
      this.#forgetting = null;
    });
    await this.#forgetting;
  }

  async #forgetThem(): Promise<void> {
    for (const { issue } of this.#open.values()) issue?.retire();
    for (const { promise } of this.#open.values()) {
      // One that does not open has been told of by whoever asked for it.
      const issue = await promise.catch(() => null);
      if (issue !== null) await endUse(issue);
    }
    this.#open.clear();
  }

  /** Forgets one issue, so that it is read anew. */
  async forget(issueId: IssueId): Promise<void> {
    const issue = await this.ifOpen(issueId);
    if (issue !== null) await endUse(issue);
    this.#open.delete(issueId);
  }

  #letGo(): Promise<void> {
    const { openIssues, openJournals } = this.#options;
    if (++this.#usedSinceLetGo < Math.min(openIssues, openJournals) / 2) return this.#lettingGo;
    this.#usedSinceLetGo = 0;
    this.#lettingGo = this.#lettingGo.then(() => this.#letGoOfOldest());
    return this.#lettingGo;
  }

  async #letGoOfOldest(): Promise<void> {
    const { openIssues, openJournals } = this.#options;
    let held = 0;
    let files = 0;
    for (const [issueId, opening] of [...this.#open].sort(([, one], [, other]) => other.used - one.used)) {
      const issue = await opening.promise.catch(() => null);
      const { used } = opening;
      const isUnused = (): boolean =>
        this.#open.get(issueId) === opening &&
        opening.used === used &&
        issue?.isIdle === true &&
        !this.#turns.isChanging(issueId);
      if (issue === null || !isUnused()) continue;
      const isToForget = ++held > openIssues;
      if (issue.hasOpenFile && (isToForget || ++files > openJournals)) await issue.release();
      // Only what no longer writes is forgotten: whoever asks for the issue from here on reads its files anew.
      if (!isToForget || issue.hasOpenFile || !isUnused()) continue;
      this.#onLetGo(issue);
      this.#open.delete(issueId);
    }
  }
}

async function endUse(issue: StoredIssue): Promise<void> {
  issue.retire();
  // What was made meanwhile is written, and a snapshot, before others may write the same files.
  await issue.still();
  await issue.release();
}
