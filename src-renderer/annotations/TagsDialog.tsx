// The tags of the whole library as a tree. A tag is renamed or moved with all that stands below it; given the name of
// another, the two become one; a tag is deleted once it has been said from how many marks. Each issue can undo it.
import { Palette, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { traitOf, type TagTrait } from '../../src-core/annotation/tag-traits';
import { isWithinTag, tagTree, type TagNode } from '../../src-core/annotation/tag-tree';
import { call } from '../bridge/bridge';
import { closeDialog } from '../state/dialogs';
import { readLibrary, useLibrary } from '../state/library';
import { useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { Hint } from '../ui/CommandButton';
import { TraitForm } from './TraitForm';
import { TagsOutcome, type Outcome } from './TagsOutcome';
import { tagFromText } from './tag-text';

type Editing = { readonly tag: string; readonly kind: 'rename' | 'delete' | 'traits' } | null;

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

  async function change(from: string, to: string | null): Promise<void> {
    edit(null);
    setOutcome({ kind: 'working' });
    const result =
      to === null ? await call('tags.remove', { tag: from }) : await call('tags.rename', { from, to });
    await readLibrary();
    setOutcome({ kind: 'retagged', result, again: () => void change(from, to) });
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
        {tree.length === 0 && <p className="muted">{desk.noTags}</p>}
        <TagRows
          nodes={tree}
          label={desk.tagTree}
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

type TagRowsProps = {
  readonly nodes: readonly TagNode[];
  readonly label?: string;
  readonly editing: Editing;
  readonly onEdit: (editing: Editing) => void;
  readonly onChange: (from: string, to: string | null) => void;
  readonly onDescribe: (trait: TagTrait) => void;
};

function TagRows({ nodes, label, ...rest }: TagRowsProps): ReactNode {
  if (nodes.length === 0) return null;
  return (
    <ul className="tag-tree" aria-label={label}>
      {nodes.map((node) => (
        <TagRow key={node.tag} node={node} {...rest} />
      ))}
    </ul>
  );
}

function TagRow(props: { readonly node: TagNode } & Omit<TagRowsProps, 'nodes' | 'label'>): ReactNode {
  const { node, ...rest } = props;
  const { editing, onEdit, onChange, onDescribe } = rest;
  const { desk, cancel, colors } = useStrings();
  const { aliases, color } = traitOf(
    useLibrary((state) => state.traits),
    node.tag,
  );
  const kind = editing?.tag === node.tag ? editing.kind : null;
  return (
    <li>
      <div className="tag-tree-row">
        <span className="tag-tree-name">
          {color !== null && (
            <span className={`pigment pigment-${color}`} role="img" aria-label={colors[color]} />
          )}
          {node.name}
          {aliases.length > 0 && <span className="muted"> {aliases.join('、')}</span>}
        </span>
        <span className="count">{desk.tagCount(node.own, node.all)}</span>
        <Hint label={desk.renameTag(node.tag)}>
          <button
            type="button"
            className="icon-button"
            aria-label={desk.renameTag(node.tag)}
            onClick={() => onEdit({ tag: node.tag, kind: 'rename' })}
          >
            <Pencil size={14} aria-hidden="true" />
          </button>
        </Hint>
        <Hint label={desk.traitsOf(node.tag)}>
          <button
            type="button"
            className="icon-button"
            aria-label={desk.traitsOf(node.tag)}
            onClick={() => onEdit({ tag: node.tag, kind: 'traits' })}
          >
            <Palette size={14} aria-hidden="true" />
          </button>
        </Hint>
        <Hint label={desk.deleteTag(node.tag)}>
          <button
            type="button"
            className="icon-button"
            aria-label={desk.deleteTag(node.tag)}
            onClick={() => onEdit({ tag: node.tag, kind: 'delete' })}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </Hint>
      </div>
      {kind === 'rename' && (
        <RenameForm tag={node.tag} onCancel={() => onEdit(null)} onRename={(to) => onChange(node.tag, to)} />
      )}
      {kind === 'traits' && (
        <TraitForm tag={node.tag} onDescribe={onDescribe} onCancel={() => onEdit(null)} />
      )}
      {kind === 'delete' && (
        <div className="tag-tree-edit" role="group" aria-label={desk.deleteTag(node.tag)}>
          <p>{desk.deletes(node.tag, node.all)}</p>
          <button
            type="button"
            className="text-button is-primary"
            autoFocus
            onClick={() => onChange(node.tag, null)}
          >
            {desk.confirmDelete}
          </button>
          <button type="button" className="text-button is-outlined" onClick={() => onEdit(null)}>
            {cancel}
          </button>
        </div>
      )}
      <TagRows nodes={node.children} {...rest} />
    </li>
  );
}

function RenameForm(props: {
  readonly tag: string;
  readonly onCancel: () => void;
  readonly onRename: (to: string) => void;
}): ReactNode {
  const { tag, onCancel, onRename } = props;
  const { desk, card, cancel } = useStrings();
  const known = useLibrary((state) => state.tags);
  const [typed, setTyped] = useState(tag);
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
