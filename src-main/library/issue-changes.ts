// The changes of the library's issues: each is made in its turn, when it is known that the library can be written and what
// it needs is in memory, and answered when it is on the disk.
import { editSchema, isChecked, type Edit } from '../../src-core/annotation/edit';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited } from '../../src-core/ipc/contract';
import type { IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { editFault, type Texts } from './anchor-guard';
import { parseWith } from './document';
import { issueFolder } from './issue-folder';
import type { IssueTexts } from './issue-texts';
import type { OpenIssues } from './open-issues';
import { readError } from './storage-error';
import type { Moment, StoredIssue } from './stored-issue';

/** Makes a change at once, and answers when it is on the disk. */
type Change = (moment: Moment) => Promise<Result<Edited, AppError>>;

export type IssueChangesOptions = {
  readonly library: string;
  readonly open: OpenIssues;
  readonly texts: IssueTexts;
  /** The library's clock, ISO 8601. */
  readonly now: () => string;
  readonly isKnown: (issueId: IssueId) => boolean;
  /** Why no more changes are taken; null while they are. Those that were taken before are made. */
  readonly closed: () => AppError | null;
  /** Whether the library can be written at an instant (milliseconds), as far as can be told at once. */
  readonly isSure: (time: number) => boolean;
  /** Why the library cannot be written, when all was tried; null when it can. */
  readonly refusal: () => Promise<AppError | null>;
  readonly onChange: () => void;
};

export class IssueChanges {
  readonly #options: IssueChangesOptions;

  constructor(options: IssueChangesOptions) {
    this.#options = options;
  }

  /** Makes an edit of the user's. */
  edit(issueId: IssueId, edit: Edit): Promise<Result<Edited, AppError>> {
    const parsed = isChecked(edit) ? ok(edit) : parseWith(editSchema, edit);
    if (!parsed.ok) {
      return Promise.resolve(fail({ code: 'invalid-input', where: 'edit', detail: parsed.error }));
    }
    const { texts } = this.#options;
    return this.#change(issueId, (issue) => {
      const kept = texts.keptTexts(issueId);
      return kept === null
        ? texts.texts(issueId).then((read) => editWhereItStands(issue, read, parsed.value))
        : editWhereItStands(issue, kept, parsed.value);
    });
  }

  /** Takes back the newest step of which something still fits; at an ISO 8601 instant. */
  undo(issueId: IssueId, at: string): Promise<Result<Edited, AppError>> {
    return this.#change(issueId, (issue) => (moment) => issue.undo(at, moment));
  }

  /** Makes the step again that was undone last; at an ISO 8601 instant. */
  redo(issueId: IssueId, at: string): Promise<Result<Edited, AppError>> {
    return this.#change(issueId, (issue) => (moment) => issue.redo(at, moment));
  }

  /**
   * Changes an issue. Changes are made in the order in which they were asked for, whatever each has to read before;
   * they are answered when they are on the disk, several at a time. One for which nothing has to be read is made at once.
   * @param prepare reads what the change needs, and gives what makes it
   */
  #change(
    issueId: IssueId,
    prepare: (issue: StoredIssue) => Change | Promise<Change>,
  ): Promise<Result<Edited, AppError>> {
    const { library, open, now, isKnown, closed, isSure, refusal, onChange } = this.#options;
    const reason = closed();
    if (reason !== null) return Promise.resolve(fail(reason));
    return open.change(issueId, async (turn) => {
      for (;;) {
        const at = now();
        const moment = { at, time: Date.parse(at) };
        const refused = isSure(moment.time) ? null : await refusal();
        if (refused !== null) return fail(refused);
        if (!isKnown(issueId)) return fail({ code: 'issue-unknown', issueId });
        const known = open.opened(issueId);
        const isUseless = known?.isRetired === true;
        if (isUseless) await open.forget(issueId);
        const opened = isUseless ? null : known;
        let hasWaited = opened === null;
        let issue: StoredIssue;
        let change: Change;
        try {
          issue = opened ?? (await open.get(issueId));
          const prepared = prepare(issue);
          hasWaited ||= prepared instanceof Promise;
          change = prepared instanceof Promise ? await prepared : prepared;
        } catch (error) {
          return fail(readError(issueFolder(library, issueId), error));
        }
        while (issue.pause !== null) {
          hasWaited = true;
          await issue.pause;
        }
        // The computer may have slept meanwhile, and another may have had the library: then all is asked again.
        if (hasWaited && (issue.isRetired || !isSure(Date.parse(now())))) continue;
        const changing = change(moment);
        turn.end();
        const changed = await changing;
        if (changed.ok) onChange();
        return changed;
      }
    });
  }
}

/** Makes an edit unless it would leave a mark that does not stand in the texts. */
function editWhereItStands(issue: StoredIssue, texts: Texts, edit: Edit): Change {
  return (moment) => {
    const fault = editFault(texts, edit, (annotationId) => issue.articleOf(annotationId));
    return fault === null ? issue.edit(edit, moment) : Promise.resolve(fail(fault));
  };
}
