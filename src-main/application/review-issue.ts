// Reviewing what was recognised in an issue: the source is parsed again, and what the user has set right so far is applied.
// Saving makes a new revision, from the source and the corrections alone: no text comes from the window. The marks follow
// their characters into it, by one edit which can be undone; marks that lost their text wait under 待核对.
import { createHash } from 'node:crypto';
import { annotationIdSchema, type Annotation } from '../../src-core/annotation/annotation';
import { carryMarks, type CarriedMarks, type SourcedIssue } from '../../src-core/annotation/carry-marks';
import { applyCorrections } from '../../src-core/importing/apply-correction';
import type { Correction } from '../../src-core/importing/correction';
import type { ParsedPage } from '../../src-core/importing/format';
import type { Habit, LearnedHabit } from '../../src-core/importing/habit-schema';
import { learnHabits } from '../../src-core/importing/habits';
import { keepArticleIds } from '../../src-core/importing/keep-article-ids';
import { sourceMaps } from '../../src-core/importing/source-map';
import { toIssue } from '../../src-core/importing/to-issue';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited } from '../../src-core/ipc/contract';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import type { Library } from '../library/library';
import type { PageReader } from '../sources/read-page';
import { followMarks } from './links-across';
import { publicationHabits } from './publication-habits';

export type ReviewPorts = {
  readonly library: Library;
  readonly pages: PageReader;
  readonly now: () => string;
  readonly newId: () => string;
};

export type Review = {
  readonly issueId: IssueId;
  /** The decoded source. */
  readonly text: string;
  /** What was recognised in it, before any correction. */
  readonly page: ParsedPage;
  /** What the user has set right so far. */
  readonly corrections: readonly Correction[];
  /** The habits of the publication, as they are used for its next pages. */
  readonly habits: readonly Habit[];
  /** Names this state; a review is saved only onto the state it was begun from. */
  readonly revision: string;
};

/** What saving a review made: the revision, how the marks were moved, and how many wait for the reader. */
export type SavedReview = {
  readonly issue: Issue;
  /** Of this issue, and of those whose links follow its marks. */
  readonly edited: readonly Edited[];
  readonly waiting: number;
};

/** Opens the review of an issue. */
export async function openReview(ports: ReviewPorts, issueId: IssueId): Promise<Result<Review, AppError>> {
  const begun = await begin(ports, issueId);
  return begun.ok ? ok(begun.value.review) : begun;
}

/** Saves corrections, those of before among them, as a new revision; nothing is changed where one does not fit. */
export async function saveReview(
  ports: ReviewPorts,
  issueId: IssueId,
  revision: string,
  corrections: readonly Correction[],
): Promise<Result<SavedReview, AppError>> {
  const begun = await begin(ports, issueId);
  if (!begun.ok) return begun;
  const { issue: former, review, page: formerPage } = begun.value;
  if (review.revision !== revision) return fail({ code: 'issue-changed', issueId });
  const { page, applied } = applyCorrections(review.page, corrections);
  if (applied < corrections.length) {
    return fail({
      code: 'invalid-input',
      where: `corrections.${applied}`,
      detail: { code: 'correction-unfit' },
    });
  }
  const { imported, source } = former;
  const made = keepArticleIds(former, toIssue(page, { issueId, imported, source }));
  const { placement, readBy } = former;
  const habits = learned(former, learnHabits(review.page, corrections), ports.now());
  const issue: Issue = {
    ...made,
    ...(placement === undefined ? {} : { placement }),
    ...(readBy === undefined ? {} : { readBy }),
    ...(habits.length === 0 ? {} : { habits }),
    corrections: [...corrections],
  };
  const stored = await ports.library.reviseIssue(issue);
  if (!stored.ok) return stored;
  const marks = await ports.library.annotations(issueId);
  if (!marks.ok) return marks;
  const trash = await ports.library.trash(issueId);
  if (!trash.ok) return trash;
  const { edit, waiting, anew } = carried(ports, { issue: former, page: formerPage }, { issue, page }, [
    ...marks.value,
    ...trash.value,
  ]);
  if (edit === null) return ok({ issue, edited: [], waiting });
  const edited = await ports.library.edit(issueId, edit);
  if (!edited.ok) return edited;
  const followed = await followMarks(ports.library, issueId, anew, ports.now());
  return ok({ issue, edited: [edited.value, ...followed], waiting });
}

/** A habit that was known before keeps its time. */
function learned(former: Issue, habits: readonly Habit[], at: string): LearnedHabit[] {
  return habits.map((habit) => {
    const known = former.habits?.find(
      ({ match, text, role }) => match === habit.match && text === habit.text && role === habit.role,
    );
    return known ?? { ...habit, at };
  });
}

type MadeOf = { readonly issue: Issue; readonly page: ParsedPage };

/** Where the former issue was not made from this parse, its marks stay as they are, and are found by their words. */
function carried(
  { now, newId }: ReviewPorts,
  former: MadeOf,
  revised: MadeOf,
  marks: readonly Annotation[],
): CarriedMarks {
  const before = sourced(former);
  const after = sourced(revised);
  if (before === null || after === null) return { edit: null, waiting: 0, anew: new Map() };
  return carryMarks(before, after, marks, { at: now(), newId: () => annotationIdSchema.parse(newId()) });
}

function sourced({ issue, page }: MadeOf): SourcedIssue | null {
  const sources = sourceMaps(page, issue);
  return sources === null ? null : { issue, sources };
}

async function begin(ports: ReviewPorts, issueId: IssueId) {
  const issue = await ports.library.readIssue(issueId);
  if (!issue.ok) return issue;
  const bytes = await ports.library.readSource(issueId);
  if (!bytes.ok) return bytes;
  const { fileName } = issue.value.source;
  const { readBy } = issue.value;
  const read = await ports.pages.read({
    fileName,
    bytes: bytes.value,
    ...(readBy === undefined ? {} : { habits: readBy }),
  });
  if (!read.ok) return read;
  const { corrections: kept = [] } = issue.value;
  const recognised = read.value.page;
  const { page, applied } = applyCorrections(recognised, kept);
  const corrections = kept.slice(0, applied);
  const stated = withStated(recognised, page, issue.value);
  const revision = createHash('sha256')
    .update(JSON.stringify([issue.value, stated]))
    .digest('hex');
  const habits = await publicationHabits(ports.library)(issue.value.publication);
  const { text } = read.value.source;
  const review: Review = { issueId, text, page: stated, corrections, habits, revision };
  return ok({ issue: issue.value, review, page });
}

/** What the issue states beyond its page and its corrections was said when it was imported. */
function withStated(recognised: ParsedPage, corrected: ParsedPage, issue: Issue): ParsedPage {
  const { publication, date } = issue;
  return {
    ...recognised,
    ...(publication === undefined || publication === corrected.publication ? {} : { publication }),
    ...(date === undefined || date === corrected.publicationDate ? {} : { publicationDate: date }),
  };
}
