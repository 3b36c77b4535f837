// Links between marks of several issues 参见. Each is kept with the mark it goes out from; the catalog knows them all, so
// that those which come in are found without opening every issue.
import type { Annotation, AnnotationId, MarkAddress } from '../../src-core/annotation/annotation';
import { together } from '../../src-core/annotation/apply-edit';
import type { SingleEdit } from '../../src-core/annotation/edit';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited, IssueSummary } from '../../src-core/ipc/contract';
import type { LinkedMark } from '../../src-core/ipc/link-contract';
import type { IssueId } from '../../src-core/publication/issue';
import { ok, type Result } from '../../src-core/result';
import type { Library } from '../library/library';

/** The marks of other issues that a mark refers to, in its order, then those that refer to it. */
export async function linkedElsewhere(
  library: Library,
  { issueId, annotationId }: MarkAddress,
): Promise<Result<readonly LinkedMark[], AppError>> {
  const marks = await library.annotations(issueId);
  if (!marks.ok) return marks;
  const into = await library.linksTo(issueId);
  if (!into.ok) return into;
  const issues = await library.issues();
  if (!issues.ok) return issues;
  const trashed = await library.removedIssues.all();
  if (!trashed.ok) return trashed;
  const own = marks.value.find((mark) => mark.annotationId === annotationId);
  const out = own?.linksElsewhere ?? [];
  const coming = into.value.filter(({ to }) => to === annotationId).map(({ from }) => from);
  const known: readonly KnownIssue[] = [
    ...issues.value,
    ...trashed.value.map(({ summary }) => ({ ...summary, isTrashed: true as const })),
  ];
  const lookUp = finderIn(library, known);
  const linked: LinkedMark[] = [];
  for (const address of out) linked.push({ ...address, goes: 'out', ...(await lookUp(address)) });
  for (const address of coming) {
    const isKnown = out.some((other) => isSame(other, address));
    if (!isKnown) linked.push({ ...address, goes: 'in', ...(await lookUp(address)) });
  }
  return ok(linked);
}

/**
 * Lets the links of other issues follow marks of this one which stand under new names. An issue in which that fails keeps
 * links to the former names, which are shown as removed; gives what was changed in the others.
 */
export async function followMarks(
  library: Library,
  issueId: IssueId,
  anew: ReadonlyMap<AnnotationId, AnnotationId>,
  at: string,
): Promise<readonly Edited[]> {
  const into = anew.size === 0 ? ok([]) : await library.linksTo(issueId);
  if (!into.ok) return [];
  const referring = into.value.filter(({ to }) => anew.has(to)).map(({ from }) => from);
  const changed: Edited[] = [];
  for (const from of new Set(referring.map((address) => address.issueId))) {
    const marks = await library.annotations(from);
    if (!marks.ok) continue;
    const named = new Set(referring.map(({ annotationId }) => annotationId));
    const edits = marks.value
      .filter(({ annotationId }) => named.has(annotationId))
      .map(({ annotationId, linksElsewhere = [] }): SingleEdit => {
        const links = linksElsewhere.map((link) =>
          link.issueId === issueId
            ? { issueId, annotationId: anew.get(link.annotationId) ?? link.annotationId }
            : link,
        );
        return { type: 'update', annotationId, changes: { linksElsewhere: links }, at };
      });
    const edited = edits.length === 0 ? null : await library.edit(from, together(edits));
    if (edited?.ok === true) changed.push(edited.value);
  }
  return changed;
}

/** An issue that a mark may stand in, on the shelf or in the trash. */
type KnownIssue = IssueSummary & { readonly isTrashed?: true };

type Found = Pick<LinkedMark, 'issue' | 'mark'>;

/** Looks marks up, each issue's once. */
function finderIn(library: Library, issues: readonly KnownIssue[]): (address: MarkAddress) => Promise<Found> {
  const read = new Map<IssueId, readonly Annotation[] | null>();
  const marksOf = async (issueId: IssueId): Promise<readonly Annotation[] | null> => {
    const known = read.get(issueId);
    if (known !== undefined) return known;
    const standing = await library.annotations(issueId);
    const trash = await library.trash(issueId);
    const marks = standing.ok && trash.ok ? [...standing.value, ...trash.value] : null;
    read.set(issueId, marks);
    return marks;
  };
  return async ({ issueId, annotationId }) => {
    const summary = issues.find((issue) => issue.issueId === issueId);
    if (summary === undefined) return { issue: null, mark: null };
    const { title, publication, date, isTrashed } = summary;
    const marks = await marksOf(issueId);
    return {
      issue: {
        title,
        ...(publication === undefined ? {} : { publication }),
        ...(date === undefined ? {} : { date }),
        ...(isTrashed === undefined ? {} : { isTrashed }),
      },
      mark: marks?.find((mark) => mark.annotationId === annotationId) ?? null,
    };
  };
}

function isSame(one: MarkAddress, other: MarkAddress): boolean {
  return one.issueId === other.issueId && one.annotationId === other.annotationId;
}
