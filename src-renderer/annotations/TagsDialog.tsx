// The tags of the whole library as a tree. A tag is renamed or moved with all that stands below it; given the name of
// another, the two become one; a tag is deleted once it has been said from how many marks. Each issue can undo it.
import { useRef, useState, type ReactNode } from 'react';
import type { TagTrait } from '../../src-core/annotation/tag-traits';
import { tagTree } from '../../src-core/annotation/tag-tree';
import { call } from '../bridge/bridge';
import { closeDialog } from '../state/dialogs';
import { readLibrary, useLibrary } from '../state/library';
import { useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { TagTree, type Editing } from './TagTree';
import { TagsOutcome, type Outcome } from './TagsOutcome';

/** Shows the dialog. */
export function TagsDialog(): ReactNode {
  const { desk } = useStrings();
  const tags = useLibrary((state) => state.tags);
  const [editing, setEditing] = useState<Editing>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const tree = tagTree(tags);
  const body = useRef<HTMLDivElement>(null);

  /** Opens a row's form, or closes it; what had the focus then goes with the form. */
  function edit(next: Editing): void {
    setEditing(next);
    if (next === null) body.current?.focus();
  }

  /** The row has moved with its tag: the keys go on there, unless they are elsewhere by now. */
  function focusName(tag: string): void {
    requestAnimationFrame(() => {
      if (document.activeElement !== body.current) return;
      body.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(tag)}"]`)?.focus();
    });
  }

  async function change(from: string, to: string | null): Promise<void> {
    edit(null);
    setOutcome({ kind: 'working' });
    const result =
      to === null ? await call('tags.remove', { tag: from }) : await call('tags.rename', { from, to });
    await readLibrary();
    setOutcome({ kind: 'retagged', result, again: () => void change(from, to) });
    if (to !== null) focusName(to);
  }

  async function describe({ tag, aliases, color }: TagTrait): Promise<void> {
    edit(null);
    setOutcome({ kind: 'working' });
    const result = await call('tags.describe', { tag, aliases: [...aliases], color });
    await readLibrary();
    setOutcome({ kind: 'described', tag, result });
  }

  async function takeBack(): Promise<void> {
    setOutcome({ kind: 'working' });
    const result = await call('tags.take-back', {});
    await readLibrary();
    setOutcome({ kind: 'taken-back', result, again: () => void takeBack() });
    body.current?.focus();
  }

  return (
    <Dialog title={desk.tagManager} onClose={closeDialog}>
      <div ref={body} className="tag-tree-body" tabIndex={-1}>
        <p className="muted">{tree.length === 0 ? desk.noTags : desk.moveTagHint}</p>
        <TagTree
          tree={tree}
          editing={editing}
          onEdit={edit}
          onChange={(from, to) => void change(from, to)}
          onDescribe={(trait) => void describe(trait)}
        />
        <TagsOutcome outcome={outcome} onTakeBack={() => void takeBack()} />
      </div>
    </Dialog>
  );
}
