// Keeps what the user decides of an issue's make-up, in the issue itself. Decisions are written one after the other: each
// is made on what the one before it left.
import type { AppError } from '../../src-core/ipc/app-error';
import type { Placement } from '../../src-core/publication/placement';
import type { ArticleId, Issue, IssueId } from '../../src-core/publication/issue';
import { ok, type Result } from '../../src-core/result';
import { changeMakeUp, type MakeUpChange } from '../../src-core/typesetting/make-up';
import type { Library } from '../library/library';

/** Changes the make-up of issues; each answers with what is decided then, once it is on the disk. */
export type MakeUp = {
  /** A change that does not fit, as of an article at its heaviest, leaves all as it is. */
  readonly change: (
    issueId: IssueId,
    articleId: ArticleId,
    change: MakeUpChange,
  ) => Promise<Result<Placement, AppError>>;
  /** Leaves all of an issue to the engine. */
  readonly automatic: (issueId: IssueId) => Promise<Result<Placement, AppError>>;
};

/** Gives the changes for a library. */
export function makeUpIn(library: Pick<Library, 'readIssue' | 'reviseIssue'>): MakeUp {
  let last: Promise<unknown> = Promise.resolve();
  const write = async (
    issueId: IssueId,
    decide: (issue: Issue) => Placement | null,
  ): Promise<Result<Placement, AppError>> => {
    const read = await library.readIssue(issueId);
    if (!read.ok) return read;
    const { placement: former = [], ...issue } = read.value;
    const placement = decide(read.value);
    if (placement === null) return ok(former);
    const stored = await library.reviseIssue(placement.length === 0 ? issue : { ...issue, placement });
    return stored.ok ? ok(placement) : stored;
  };
  const inTurn = (work: () => Promise<Result<Placement, AppError>>): Promise<Result<Placement, AppError>> => {
    const writing = last.then(work);
    // A failure is its own caller's; the next decision is made all the same.
    last = writing.catch(() => undefined);
    return writing;
  };
  return {
    change: (issueId, articleId, change) =>
      inTurn(() => write(issueId, (issue) => changeMakeUp(issue, articleId, change))),
    automatic: (issueId) => inTurn(() => write(issueId, () => [])),
  };
}
