// What the user does to marks, as edits. A new mark takes the passage that is selected; every change goes through the
// desk, so that it shows at once, is written, and can be taken back. What is done to several marks is one edit.
import { describeRange } from '../../src-core/anchoring/describe-range';
import type {
  Annotation,
  AnnotationChanges,
  AnnotationId,
  MarkColor,
  MarkStyle,
} from '../../src-core/annotation/annotation';
import { describePassages } from '../../src-core/annotation/passages';
import { wholeTarget } from '../../src-core/annotation/whole-note';
import { together } from '../../src-core/annotation/apply-edit';
import type { SingleEdit } from '../../src-core/annotation/edit';
import { resolveAlias } from '../../src-core/annotation/tag-traits';
import { tagsInNote } from '../../src-core/annotation/note-tags';
import type { ArticleId } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';
import { useDesk, edit, standingMark } from '../state/desk';
import { chooseNone, chosenStanding } from '../state/mark-list';
import { closeCard, pickMark, selectedRange, useReader, type CardFocus } from '../state/reader';
import { useLibrary } from '../state/library';
import { newAnnotationId, newMark } from './new-mark';

/** Marks the selected passage; gives the new mark's id, or null where nothing is selected. */
function markSelection(look: {
  readonly style?: MarkStyle;
  readonly color?: MarkColor;
}): AnnotationId | null {
  const { selection } = useReader.getState();
  const { issue } = useDesk.getState();
  const range = selectedRange(selection);
  const article = issue?.articles.find(({ articleId }) => articleId === selection?.articleId);
  if (issue === null || range === null || article === undefined) return null;
  const annotation = newMark({
    issueId: issue.issueId,
    articleId: article.articleId,
    target: describeRange(article.text, range),
    style: look.style ?? 'highlight',
    color: look.color,
  });
  if (!edit({ type: 'add', annotation })) return null;
  pickMark(annotation.annotationId);
  return annotation.annotationId;
}

/** The marks which a command is about: those chosen in the list, or else the picked one. */
export function targetMarks(): readonly AnnotationId[] {
  const chosen = chosenStanding();
  const { activeMark } = useReader.getState();
  return chosen.length > 0 ? chosen : activeMark === null ? [] : [activeMark];
}

/** Marks the selected passage, or else changes the look of the chosen marks or the picked one. */
export function applyLook(look: { readonly style?: MarkStyle; readonly color?: MarkColor }): void {
  if (selectedRange(useReader.getState().selection) !== null) markSelection(look);
  else changeMarks(targetMarks(), () => look);
}

/** Adds a mark of another style over the passage of the picked mark, so that it carries both. */
export function addStyle(style: MarkStyle): void {
  const { annotations } = useDesk.getState();
  const { selection, activeMark } = useReader.getState();
  if (selectedRange(selection) !== null) return void markSelection({ style });
  const mark = standingMark(annotations, activeMark);
  if (mark === null || mark.scope !== undefined) return;
  const { issueId, articleId, target } = mark;
  const added = newMark({ issueId, articleId, target, style });
  if (edit({ type: 'add', annotation: added })) pickMark(added.annotationId);
}

/** Changes a mark where the change makes a difference. */
export function changeMark(annotationId: AnnotationId, changes: AnnotationChanges): boolean {
  return changeMarks([annotationId], () => changes);
}

/** Changes marks, each where its change makes a difference, in one edit; gives false where nothing is changed. */
export function changeMarks(
  annotationIds: readonly AnnotationId[],
  changesOf: (mark: Annotation) => AnnotationChanges,
): boolean {
  const { annotations } = useDesk.getState();
  const at = new Date().toISOString();
  const edits = annotationIds.flatMap((annotationId): SingleEdit[] => {
    const mark = standingMark(annotations, annotationId);
    if (mark === null) return [];
    const changes = changesOf(mark);
    return differs(mark, changes) ? [{ type: 'update', annotationId, changes, at }] : [];
  });
  return edits.length > 0 && edit(together(edits));
}

/** Writes a note; tags that are typed in it become tags of the mark. */
export function changeNote(annotationId: AnnotationId, note: string): boolean {
  const { traits } = useLibrary.getState();
  return changeMarks([annotationId], ({ tags }) => {
    const named = tagsInNote(note).map((tag) => resolveAlias(traits, tag));
    const added = [...new Set(named)].filter((tag) => !tags.includes(tag));
    return added.length === 0 ? { note } : { note, tags: [...tags, ...added] };
  });
}

/** Removes a mark; undo brings it back. */
export function removeMark(annotationId: AnnotationId): void {
  removeMarks([annotationId]);
}

/** Removes marks in one edit; undo brings them back. */
export function removeMarks(annotationIds: readonly AnnotationId[]): void {
  const { annotations } = useDesk.getState();
  const { activeMark } = useReader.getState();
  const standing = annotationIds.filter((annotationId) => standingMark(annotations, annotationId) !== null);
  if (standing.length === 0) return;
  if (activeMark !== null && standing.includes(activeMark)) {
    closeCard();
    pickMark(null);
  }
  const at = new Date().toISOString();
  edit(together(standing.map((annotationId) => ({ type: 'remove', annotationId, at }))));
  chooseNone();
}

/** Brings removed marks back. */
export function restoreMarks(annotationIds: readonly AnnotationId[]): void {
  if (annotationIds.length === 0) return;
  const at = new Date().toISOString();
  edit(together(annotationIds.map((annotationId) => ({ type: 'restore', annotationId, at }))));
}

/**
 * Puts a mark on other passages, by the reader's own judgement; gives the id under which it stands then. A note on a whole
 * article or issue goes to the headline of the article.
 */
export function reattach(
  mark: Annotation,
  articleId: ArticleId,
  ranges: readonly TextRange[],
): AnnotationId | null {
  const { issue } = useDesk.getState();
  const article = issue?.articles.find((candidate) => candidate.articleId === articleId);
  if (issue === null || article === undefined) return null;
  const at = new Date().toISOString();
  const target =
    mark.scope === undefined
      ? describePassages(article.text, ranges)
      : (wholeTarget(issue, 'article', articleId)?.target ?? null);
  if (target === null) return null;
  if (mark.articleId === articleId) {
    const { annotationId } = mark;
    return edit({ type: 'update', annotationId, changes: { target }, at }) ? annotationId : null;
  }
  // A mark belongs to its article for good: in another one it is made anew, with all that was said of it.
  const annotationId = newAnnotationId();
  const moved: Annotation = { ...mark, annotationId, articleId, target, modified: at };
  const isMade = edit(
    together([
      { type: 'remove', annotationId: mark.annotationId, at },
      { type: 'add', annotation: moved },
      ...followedBy(mark.annotationId, annotationId, at),
    ]),
  );
  return isMade ? annotationId : null;
}

/** Lets the links of the issue's other marks follow one that stands under a new name. */
function followedBy(former: AnnotationId, name: AnnotationId, at: string): readonly SingleEdit[] {
  return [...useDesk.getState().annotations.values()].flatMap(
    ({ annotationId, removed, links }): SingleEdit[] => {
      if (removed !== undefined || annotationId === former || links?.includes(former) !== true) return [];
      const followed = links.map((link) => (link === former ? name : link));
      return [{ type: 'update', annotationId, changes: { links: followed }, at }];
    },
  );
}

/** Opens the card of the picked mark, or of a new mark on the selected passage. */
export function openCard(focus: CardFocus): void {
  const { selection, activeMark } = useReader.getState();
  if (focus === 'tags' && selectedRange(selection) === null && chosenStanding().length > 1) {
    document.querySelector<HTMLInputElement>('.bulk-bar .tag-field input')?.focus();
    return;
  }
  const annotationId = selectedRange(selection) !== null ? markSelection({}) : activeMark;
  if (annotationId === null) return;
  pickMark(annotationId, true, focus);
}

function differs(mark: Annotation, changes: AnnotationChanges): boolean {
  return (
    (changes.style !== undefined && changes.style !== mark.style) ||
    (changes.color !== undefined && changes.color !== mark.color) ||
    (changes.note !== undefined && changes.note !== mark.note) ||
    (changes.author !== undefined && changes.author !== mark.author) ||
    (changes.target !== undefined && changes.target !== mark.target) ||
    (changes.linksElsewhere !== undefined &&
      JSON.stringify(changes.linksElsewhere) !== JSON.stringify(mark.linksElsewhere ?? [])) ||
    (changes.links !== undefined && changes.links.join() !== (mark.links ?? []).join()) ||
    (changes.tags !== undefined && changes.tags.join('\n') !== mark.tags.join('\n'))
  );
}
