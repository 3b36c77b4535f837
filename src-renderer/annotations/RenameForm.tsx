// A tag's new name. It may be another tag's, which is said, and the two are then one.
import { useState, type FormEvent, type ReactNode } from 'react';
import { isWithinTag } from '../../src-core/annotation/tag-tree';
import { useLibrary } from '../state/library';
import { useStrings } from '../strings/use-strings';
import { tagFromText } from './tag-text';

/** Shows the form; `proposed` stands in it at first. */
export function RenameForm(props: {
  readonly tag: string;
  readonly proposed: string;
  readonly onCancel: () => void;
  readonly onRename: (to: string) => void;
}): ReactNode {
  const { tag, proposed, onCancel, onRename } = props;
  const { desk, card, cancel } = useStrings();
  const known = useLibrary((state) => state.tags);
  const [typed, setTyped] = useState(proposed);
  const to = tagFromText(typed);
  const isBelowItself = to !== null && to !== tag && isWithinTag(to, tag);
  const other = to === tag ? undefined : known.find((candidate) => candidate.tag === to);
  const refusal = to === null ? card.tagRefused : isBelowItself ? desk.movesBelowItself : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (to === null || refusal !== null) return;
    if (to === tag) onCancel();
    else onRename(to);
  }

  return (
    <form className="tag-tree-edit" onSubmit={submit}>
      <input
        autoFocus
        value={typed}
        aria-label={desk.newTagName}
        aria-invalid={refusal !== null}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      <button type="submit" className="text-button is-primary" aria-disabled={refusal !== null}>
        {desk.apply}
      </button>
      <button type="button" className="text-button is-outlined" onClick={onCancel}>
        {cancel}
      </button>
      <p className={refusal === null ? 'muted' : 'refused'} role="status">
        {refusal ?? (other === undefined ? '' : desk.mergesInto(other.tag, other.count))}
      </p>
    </form>
  );
}
