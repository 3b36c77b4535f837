// The rows of the tree of tags. From a row's name the arrows go up and down; F2 renames, Delete deletes, and Alt with ← or →
// moves the tag out of what it stands below, or below the one before it; the hand draws it onto another. Where the name is
// taken, the form that renames asks first.
import { Palette, Pencil, Trash2 } from 'lucide-react';
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { nameBelow, nameInside, nameOutside } from '../../src-core/annotation/move-tag';
import { traitOf, type TagTrait } from '../../src-core/annotation/tag-traits';
import { isWithinTag, type TagNode } from '../../src-core/annotation/tag-tree';
import { useLibrary } from '../state/library';
import { useStrings } from '../strings/use-strings';
import { Hint } from '../ui/CommandButton';
import { RenameForm } from './RenameForm';
import { TraitForm } from './TraitForm';

/** The form that is open in a row; `to` is the name that is proposed. */
export type Editing = null | {
  readonly tag: string;
  readonly kind: 'rename' | 'delete' | 'traits';
  readonly to?: string;
};

type TagTreeProps = {
  readonly tree: readonly TagNode[];
  readonly editing: Editing;
  readonly onEdit: (editing: Editing) => void;
  readonly onChange: (from: string, to: string | null) => void;
  readonly onDescribe: (trait: TagTrait) => void;
};

type RowProps = Omit<TagTreeProps, 'tree'> & {
  /** Moves a tag to a new name; null where it cannot be moved so. */
  readonly onMove: (tag: string, to: string | null) => void;
  readonly tree: readonly TagNode[];
  /** What the hand holds. */
  readonly held: string | null;
  readonly onHold: (tag: string | null) => void;
};

/** Draws the tree. */
export function TagTree(props: TagTreeProps): ReactNode {
  const { tree, onEdit, onChange } = props;
  const { desk } = useStrings();
  const known = useLibrary((state) => state.tags);
  const [held, setHeld] = useState<string | null>(null);

  function move(tag: string, to: string | null): void {
    if (to === null) return;
    if (known.some((other) => isWithinTag(other.tag, to))) onEdit({ tag, kind: 'rename', to });
    else onChange(tag, to);
  }

  return (
    <>
      <Rows {...props} nodes={tree} label={desk.tagTree} onMove={move} held={held} onHold={setHeld} />
      {held !== null && nameBelow(held, null) !== null && (
        <TopTarget onDrop={() => move(held, nameBelow(held, null))} />
      )}
    </>
  );
}

function Rows(props: RowProps & { readonly nodes: readonly TagNode[]; readonly label?: string }): ReactNode {
  const { nodes, label, ...row } = props;
  if (nodes.length === 0) return null;
  return (
    <ul className="tag-tree" aria-label={label}>
      {nodes.map((node) => (
        <Row key={node.tag} node={node} {...row} />
      ))}
    </ul>
  );
}

function Row(props: RowProps & { readonly node: TagNode }): ReactNode {
  const { node, ...row } = props;
  const { editing, onEdit, onChange, onDescribe } = row;
  const { desk, cancel } = useStrings();
  const kind = editing?.tag === node.tag ? editing.kind : null;
  return (
    <li>
      <RowHead {...props} />
      {kind === 'rename' && (
        <RenameForm
          tag={node.tag}
          proposed={editing?.to ?? node.tag}
          onCancel={() => onEdit(null)}
          onRename={(to) => onChange(node.tag, to)}
        />
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
      <Rows {...row} nodes={node.children} />
    </li>
  );
}

function RowHead(props: RowProps & { readonly node: TagNode }): ReactNode {
  const { node, tree, held, onHold, onMove, onEdit } = props;
  const { tag, name, own, all } = node;
  const { desk, colors } = useStrings();
  const { aliases, color } = traitOf(
    useLibrary((state) => state.traits),
    tag,
  );
  const [isOver, setOver] = useState(false);
  const moved = held === null ? null : nameBelow(held, tag);

  function pressKey(event: KeyboardEvent<HTMLButtonElement>): void {
    const { key, altKey, currentTarget } = event;
    if (key === 'ArrowUp' || key === 'ArrowDown') goBeside(currentTarget, key === 'ArrowUp' ? -1 : 1);
    else if (altKey && key === 'ArrowLeft') onMove(tag, nameOutside(tag));
    else if (altKey && key === 'ArrowRight') onMove(tag, nameInside(tree, tag));
    else if (key === 'F2') onEdit({ tag, kind: 'rename' });
    else if (key === 'Delete') onEdit({ tag, kind: 'delete' });
    else return;
    event.preventDefault();
  }

  function dragOver(event: DragEvent): void {
    if (moved === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  }

  return (
    <div
      className={`tag-tree-row${isOver ? ' is-over' : ''}`}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', tag);
        onHold(tag);
      }}
      onDragEnd={() => onHold(null)}
      onDragOver={dragOver}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (held !== null) onMove(held, moved);
        onHold(null);
      }}
    >
      <button
        type="button"
        className="tag-tree-name"
        data-tag={tag}
        onKeyDown={pressKey}
        onClick={() => onEdit({ tag, kind: 'rename' })}
      >
        {color !== null && (
          <span className={`pigment pigment-${color}`} role="img" aria-label={colors[color]} />
        )}
        {name}
        {aliases.length > 0 && <span className="muted"> {aliases.join('、')}</span>}
      </button>
      <span className="count">{desk.tagCount(own, all)}</span>
      <RowButton label={desk.renameTag(tag)} icon={Pencil} onPress={() => onEdit({ tag, kind: 'rename' })} />
      <RowButton label={desk.traitsOf(tag)} icon={Palette} onPress={() => onEdit({ tag, kind: 'traits' })} />
      <RowButton label={desk.deleteTag(tag)} icon={Trash2} onPress={() => onEdit({ tag, kind: 'delete' })} />
    </div>
  );
}

/** Goes to the name in the row above or below, over all levels. */
function goBeside(from: HTMLElement, step: 1 | -1): void {
  const names = [...(from.closest('.tag-tree-body')?.querySelectorAll<HTMLElement>('.tag-tree-name') ?? [])];
  names[names.indexOf(from) + step]?.focus();
}

function RowButton(props: {
  readonly label: string;
  readonly icon: typeof Pencil;
  readonly onPress: () => void;
}): ReactNode {
  const { label, icon: Icon, onPress } = props;
  return (
    <Hint label={label}>
      <button type="button" className="icon-button" aria-label={label} onClick={onPress}>
        <Icon size={14} aria-hidden="true" />
      </button>
    </Hint>
  );
}

/** Where a tag is let go that is to stand at the top; it is there while the hand holds one. */
function TopTarget({ onDrop }: { readonly onDrop: () => void }): ReactNode {
  const { desk } = useStrings();
  const [isOver, setOver] = useState(false);
  return (
    <p
      className={`tag-tree-top${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      {desk.toTop}
    </p>
  );
}
