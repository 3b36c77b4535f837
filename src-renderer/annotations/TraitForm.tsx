// Other names of a tag, by which it is found, and its colour.
import { useState, type FormEvent, type ReactNode } from 'react';
import { markColors } from '../../src-core/annotation/palette';
import { traitOf, type TagTrait } from '../../src-core/annotation/tag-traits';
import { useLibrary } from '../state/library';
import { useStrings } from '../strings/use-strings';
import { tagFromText } from './tag-text';

/** Shows what is set about a tag and sets it. */
export function TraitForm(props: {
  readonly tag: string;
  readonly onDescribe: (trait: TagTrait) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { tag, onDescribe, onCancel } = props;
  const { desk, colors, cancel } = useStrings();
  const traits = useLibrary((state) => state.traits);
  const trait = traitOf(traits, tag);
  const [names, setNames] = useState(trait.aliases.join('、'));
  const [color, setColor] = useState(trait.color);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const aliases = names
      .split(/[,，、;；]/u)
      .map(tagFromText)
      .filter((alias) => alias !== null);
    onDescribe({ tag, aliases, color });
  }

  return (
    <form className="tag-tree-edit" onSubmit={submit}>
      <input
        autoFocus
        value={names}
        aria-label={desk.aliasesOf(tag)}
        placeholder={desk.aliases}
        onChange={(event) => setNames(event.target.value)}
      />
      <select
        value={color ?? ''}
        aria-label={desk.colorOfTag(tag)}
        onChange={(event) => setColor(markColors.find((each) => each === event.target.value) ?? null)}
      >
        <option value="">{desk.noColor}</option>
        {markColors.map((each) => (
          <option key={each} value={each}>
            {colors[each]}
          </option>
        ))}
      </select>
      <button type="submit" className="text-button is-primary">
        {desk.apply}
      </button>
      <button type="button" className="text-button is-outlined" onClick={onCancel}>
        {cancel}
      </button>
    </form>
  );
}
