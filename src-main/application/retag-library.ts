// Changes a tag wherever it is used: renames it with all that stands below it, merges it with another, or takes it away.
// Each issue gets one edit, which its own undo takes back. A failure ends it: what was changed before stays changed, and
// asking again changes the rest.
import { retag } from '../../src-core/annotation/tag-tree';
import { tagSchema, type Annotation } from '../../src-core/annotation/annotation';
import { together } from '../../src-core/annotation/apply-edit';
import type { SingleEdit } from '../../src-core/annotation/edit';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited, Retagged } from '../../src-core/ipc/contract';
import { fail, ok, type Result } from '../../src-core/result';
import type { Library } from '../library/library';

/** `to` is the tag's new name, which may be another tag's; null takes the tag away. */
export type Retag = { readonly from: string; readonly to: string | null };

/** Changes the tag in every issue; `onEdited` hears of each. Refuses a name that would make a tag too long. */
export async function retagLibrary(
  library: Library,
  { from, to }: Retag,
  ports: { readonly now: () => string; readonly onEdited: (edited: Edited) => void },
): Promise<Result<Retagged, AppError>> {
  const listed = await library.issues();
  if (!listed.ok) return listed;
  const tags = await library.tags();
  if (!tags.ok) return tags;
  const tooLong = retag([...tags.value.keys()], from, to).find((tag) => !tagSchema.safeParse(tag).success);
  if (tooLong !== undefined) return fail({ code: 'invalid-input', where: 'to', detail: tooLong });
  let annotations = 0;
  let issues = 0;
  for (const { issueId } of listed.value) {
    const marks = await library.annotations(issueId);
    if (!marks.ok) return marks;
    const at = ports.now();
    const edits = marks.value.flatMap((mark) => retagMark(mark, from, to, at));
    if (edits.length === 0) continue;
    const edited = await library.edit(issueId, together(edits));
    if (!edited.ok) return edited;
    ports.onEdited(edited.value);
    annotations += edits.length;
    issues++;
  }
  return ok({ annotations, issues });
}

function retagMark(mark: Annotation, from: string, to: string | null, at: string): readonly SingleEdit[] {
  const tags = retag(mark.tags, from, to);
  if (tags.join('\n') === mark.tags.join('\n')) return [];
  return [{ type: 'update', annotationId: mark.annotationId, changes: { tags: [...tags] }, at }];
}
