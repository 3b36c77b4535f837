// What a study day needs of the library: the issues its materials are from, the marks that are wanted for it, and the
// notices that announce one.
import type { AppError } from '../../src-core/ipc/app-error';
import type { IssueSummary } from '../../src-core/ipc/contract';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { ok, type Result } from '../../src-core/result';
import { collectMarks, collectSentences, type MarkQuery } from '../../src-core/study/collect-marks';
import { findStudyDayNotices, type StudyDayNotice } from '../../src-core/study/find-notice';
import type { Excerpt, Material, MaterialId } from '../../src-core/study/study-day';
import type { Library } from '../library/library';

/** Reads the issues which a study day's materials are from; those that are gone are not in the map. */
export async function sourcesOf(
  library: Library,
  day: { readonly materials: readonly Material[] },
): Promise<Result<ReadonlyMap<IssueId, Issue>, AppError>> {
  const issues = new Map<IssueId, Issue>();
  for (const material of day.materials) {
    if (material.kind !== 'excerpt' || issues.has(material.issueId)) continue;
    const issue = await library.readIssue(material.issueId);
    if (issue.ok) issues.set(material.issueId, issue.value);
    // Every excerpt of an issue that is gone or damaged says so on the handout.
    else if (!isGone(issue.error)) return issue;
  }
  return ok(issues);
}

function isGone({ code }: AppError): boolean {
  return code === 'issue-unknown' || code === 'library-damaged' || code === 'file-missing';
}

/** What is collected: marks, and with `sentences` every sentence with the words besides. */
export type Collecting = MarkQuery & { readonly issueId?: IssueId; readonly sentences?: boolean };

/** Collects excerpts from the whole library or one issue: by the date of the paper, then by place. */
export async function collectExcerpts(
  library: Library,
  query: Collecting,
  newId: () => MaterialId,
): Promise<Result<readonly Excerpt[], AppError>> {
  const listed = await wantedIssues(library, query.issueId);
  if (!listed.ok) return listed;
  const excerpts: Excerpt[] = [];
  for (const { issueId, annotations } of listed.value) {
    const needsMarks = query.sentences !== true;
    if (needsMarks && annotations === 0) continue;
    const issue = await library.readIssue(issueId);
    if (!issue.ok) return issue;
    if (needsMarks) {
      const marks = await library.annotations(issueId);
      if (!marks.ok) return marks;
      excerpts.push(...collectMarks(issue.value, marks.value, query, newId));
    } else if (query.words !== undefined) {
      excerpts.push(...collectSentences(issue.value, { ...query, words: query.words }, newId));
    }
  }
  return ok(excerpts);
}

/** Gives everybody who made a standing mark, in Chinese order. */
export async function markAuthors(library: Library): Promise<Result<readonly string[], AppError>> {
  const listed = await library.issues();
  if (!listed.ok) return listed;
  const authors = new Set<string>();
  for (const { issueId, annotations } of listed.value) {
    if (annotations === 0) continue;
    const marks = await library.annotations(issueId);
    if (!marks.ok) return marks;
    for (const { author } of marks.value) authors.add(author);
  }
  return ok([...authors].sort((one, other) => one.localeCompare(other, 'zh-CN')));
}

async function wantedIssues(
  library: Library,
  issueId: IssueId | undefined,
): Promise<Result<readonly IssueSummary[], AppError>> {
  const listed = await library.issues();
  if (!listed.ok) return listed;
  const wanted = listed.value.filter((summary) => issueId === undefined || summary.issueId === issueId);
  if (issueId !== undefined && wanted.length === 0) {
    return { ok: false, error: { code: 'issue-unknown', issueId } };
  }
  return ok(wanted.toSorted((one, other) => (one.date ?? '9999').localeCompare(other.date ?? '9999', 'en')));
}

/** Gives the study days which an issue announces and for which none was made yet. */
export async function openNotices(
  library: Library,
  issueId: IssueId,
): Promise<Result<readonly StudyDayNotice[], AppError>> {
  const issue = await library.readIssue(issueId);
  if (!issue.ok) return issue;
  const days = await library.studyDays.all();
  if (!days.ok) return days;
  // A day that was made and removed again is not offered again.
  const made = new Set(days.value.map(({ date }) => date));
  return ok(findStudyDayNotices(issue.value).filter(({ date }) => !made.has(date)));
}
