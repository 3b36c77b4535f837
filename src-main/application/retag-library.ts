// Changes a tag wherever it is used: renames it with all that stands below it, merges it with another, takes it away, or
// sets its other names and colour, which follow it. Each issue gets one edit, which its own undo takes back. An issue that
// fails stops no other and is told of; asking again changes what is left. The last change can be taken back as a whole:
// what was changed since stays as it is.
import { retag } from '../../src-core/annotation/tag-tree';
import {
  differingTags,
  retagTraits,
  withoutChange,
  withTrait,
  type TagTrait,
} from '../../src-core/annotation/tag-traits';
import { tagSchema, type Annotation, type AnnotationId } from '../../src-core/annotation/annotation';
import { together } from '../../src-core/annotation/apply-edit';
import type { SingleEdit } from '../../src-core/annotation/edit';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited } from '../../src-core/ipc/contract';
import type { Retagged } from '../../src-core/ipc/tag-contract';
import type { IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import type { Library } from '../library/library';

/** `to` is the tag's new name, which may be another tag's; null takes the tag away. */
export type Retag = { readonly from: string; readonly to: string | null };

/** The tags of a mark before a change and after it. */
type ChangedTags = {
  readonly annotationId: AnnotationId;
  readonly before: readonly string[];
  readonly after: readonly string[];
};
type ChangedIssue = { readonly issueId: IssueId; readonly marks: readonly ChangedTags[] };

type ChangedTraits = { readonly before: readonly TagTrait[]; readonly after: readonly TagTrait[] };

type Ports = { readonly now: () => string; readonly onEdited: (edited: Edited) => void };

/** Changes tags in the whole library, and remembers the last change. */
export class LibraryTags {
  readonly #library: Library;
  readonly #ports: Ports;
  #last: readonly ChangedIssue[] = [];
  /** What the last change did to what is set about tags; null where it did nothing. */
  #lastTraits: ChangedTraits | null = null;
  /** The last change while it failed in some issues: what is made of it later belongs to it. */
  #unfinished: Retag | null = null;

  constructor(library: Library, ports: Ports) {
    this.#library = library;
    this.#ports = ports;
  }

  /** Changes the tag in every issue. Refuses, and changes nothing, where a name would make a tag too long. */
  async retag({ from, to }: Retag): Promise<Result<Retagged, AppError>> {
    const listed = await this.#library.issues();
    if (!listed.ok) return listed;
    const tags = await this.#library.tags();
    if (!tags.ok) return tags;
    const traits = await this.#library.tagTraits.all();
    if (!traits.ok) return traits;
    const named = [...tags.value.keys(), ...traits.value.map(({ tag }) => tag)];
    const tooLong = retag(named, from, to).find((tag) => !tagSchema.safeParse(tag).success);
    if (tooLong !== undefined)
      return fail({ code: 'invalid-input', where: 'to', detail: { code: 'tag-unfit', tag: tooLong } });
    const issueIds = listed.value.map(({ issueId }) => issueId);
    const isRest = this.#unfinished?.from === from && this.#unfinished.to === to;
    const former = isRest ? this.#last : [];
    const retagged = await this.#change(issueIds, (mark) => {
      const after = retag(mark.tags, from, to);
      return after.join('\n') === mark.tags.join('\n') ? null : after;
    });
    this.#last = [...former, ...this.#last];
    this.#unfinished = retagged.failed.length === 0 ? null : { from, to };
    this.#lastTraits = null;
    // Where it failed in some issue, the tag is still in use there under its former name.
    if (retagged.failed.length > 0) return ok(retagged);
    const described = await this.#changeTraits((present) => retagTraits(present, from, to));
    return described.ok ? ok(retagged) : described;
  }

  /** Sets other names and the colour of a tag. */
  async describe(trait: TagTrait): Promise<Result<null, AppError>> {
    const changed = await this.#changeTraits((present) => withTrait(present, trait));
    if (!changed.ok) return changed;
    this.#last = [];
    this.#unfinished = null;
    return ok(null);
  }

  /**
   * Takes the last change back, in every issue in which it was made. What has been taken back is not taken back again:
   * only the issues in which that failed are left for another try.
   */
  async takeBack(): Promise<Result<Retagged, AppError>> {
    const traits = this.#lastTraits;
    if (this.#last.length === 0 && traits === null) return fail({ code: 'nothing-to-undo' });
    if (traits !== null) {
      const back = await this.#changeTraits((now) => withoutChange(now, traits.before, traits.after));
      if (!back.ok) return back;
      this.#lastTraits = null;
    }
    const last = this.#last;
    const former = new Map(
      last.flatMap(({ marks }) => marks.map((mark) => [mark.annotationId, mark] as const)),
    );
    const issueIds = [...new Set(last.map(({ issueId }) => issueId))];
    this.#unfinished = null;
    const back = await this.#change(issueIds, (mark) => {
      const changed = former.get(mark.annotationId);
      return changed !== undefined && changed.after.join('\n') === mark.tags.join('\n')
        ? changed.before
        : null;
    });
    const failed = new Set(back.failed.map(({ issueId }) => issueId));
    this.#last = last.filter(({ issueId }) => failed.has(issueId));
    return ok(back);
  }

  async #changeTraits(
    change: (present: readonly TagTrait[]) => readonly TagTrait[],
  ): Promise<Result<null, AppError>> {
    let before: readonly TagTrait[] = [];
    const changed = await this.#library.tagTraits.change((present) => {
      before = present;
      return change(present);
    });
    if (!changed.ok) return changed;
    const isChanged = differingTags(before, changed.value).length > 0;
    this.#lastTraits = isChanged ? { before, after: changed.value } : null;
    return ok(null);
  }

  async #change(
    issueIds: readonly IssueId[],
    tagsOf: (mark: Annotation) => readonly string[] | null,
  ): Promise<Retagged> {
    const made: ChangedIssue[] = [];
    const failed: Retagged['failed'] = [];
    for (const issueId of issueIds) {
      const marks = await this.#library.annotations(issueId);
      if (!marks.ok) {
        failed.push({ issueId, error: marks.error });
        continue;
      }
      const changed = marks.value.flatMap((mark): ChangedTags[] => {
        const after = tagsOf(mark);
        return after === null ? [] : [{ annotationId: mark.annotationId, before: mark.tags, after }];
      });
      if (changed.length === 0) continue;
      const edited = await this.#library.edit(issueId, together(changed.map((mark) => this.#update(mark))));
      if (edited.ok) {
        this.#ports.onEdited(edited.value);
        made.push({ issueId, marks: changed });
      } else failed.push({ issueId, error: edited.error });
    }
    this.#last = made;
    const annotations = made.reduce((sum, { marks }) => sum + marks.length, 0);
    return { annotations, issues: made.length, failed };
  }

  #update({ annotationId, after }: ChangedTags): SingleEdit {
    return { type: 'update', annotationId, changes: { tags: [...after] }, at: this.#ports.now() };
  }
}
