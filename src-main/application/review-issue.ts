// Reviewing what was recognised in an issue: the source is parsed again, and what the user has set right so far is applied.
// Saving makes a new revision, from the source and the corrections alone: no text comes from the window.
import { createHash } from 'node:crypto';
import { applyCorrections } from '../../src-core/importing/apply-correction';
import type { Correction } from '../../src-core/importing/correction';
import type { ParsedPage } from '../../src-core/importing/format';
import { keepArticleIds } from '../../src-core/importing/keep-article-ids';
import { toIssue } from '../../src-core/importing/to-issue';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import type { Library } from '../library/library';
import type { PageReader } from '../sources/read-page';

export type ReviewPorts = { readonly library: Library; readonly pages: PageReader };

export type Review = {
  readonly issueId: IssueId;
  /** The decoded source. */
  readonly text: string;
  readonly page: ParsedPage;
  /** Names this state; a review is saved only onto the state it was begun from. */
  readonly revision: string;
};

/** Opens the review of an issue. */
export async function openReview(ports: ReviewPorts, issueId: IssueId): Promise<Result<Review, AppError>> {
  const begun = await begin(ports, issueId);
  return begun.ok ? ok(begun.value.review) : begun;
}

/** Saves corrections as a new revision of the issue; nothing is changed where one does not fit. */
export async function saveReview(
  ports: ReviewPorts,
  issueId: IssueId,
  revision: string,
  corrections: readonly Correction[],
): Promise<Result<Issue, AppError>> {
  const begun = await begin(ports, issueId);
  if (!begun.ok) return begun;
  const { issue, review, kept } = begun.value;
  if (review.revision !== revision) return fail({ code: 'issue-changed', issueId });
  const { page, applied } = applyCorrections(review.page, corrections);
  if (applied < corrections.length) {
    return fail({ code: 'invalid-input', where: `corrections.${applied}`, detail: 'does not fit' });
  }
  const { imported, source } = issue;
  const made = keepArticleIds(issue, toIssue(page, { issueId, imported, source }));
  const revised: Issue = { ...made, corrections: [...kept, ...corrections] };
  const stored = await ports.library.reviseIssue(revised);
  return stored.ok ? ok(revised) : stored;
}

async function begin(ports: ReviewPorts, issueId: IssueId) {
  const issue = await ports.library.readIssue(issueId);
  if (!issue.ok) return issue;
  const bytes = await ports.library.readSource(issueId);
  if (!bytes.ok) return bytes;
  const { fileName } = issue.value.source;
  const read = await ports.pages.read({ fileName, bytes: bytes.value });
  if (!read.ok) return read;
  const { corrections = [], publication, date } = issue.value;
  const { page, applied } = applyCorrections(read.value.page, corrections);
  const kept = corrections.slice(0, applied);
  const stated: ParsedPage = {
    ...page,
    ...(publication === undefined ? {} : { publication }),
    ...(date === undefined ? {} : { publicationDate: date }),
  };
  const revision = createHash('sha256')
    .update(JSON.stringify([issue.value, stated]))
    .digest('hex');
  const review: Review = { issueId, text: read.value.source.text, page: stated, revision };
  return ok({ issue: issue.value, review, kept });
}
