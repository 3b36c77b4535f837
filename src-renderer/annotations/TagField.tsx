// The tags of a mark, with the ones in use offered as one types.
import { X } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { resolveAlias } from '../../src-core/annotation/tag-traits';
import { useLibrary } from '../state/library';
import { useStrings } from '../strings/use-strings';
import { TagChip } from './TagChip';
import { loadReadings, readingOf } from '../palette/readings';
import { completeTag, tagFromText } from './tag-text';

type TagFieldProps = {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  readonly field: RefObject<HTMLInputElement | null>;
};

const mostOffered = 6;

/** Shows the tags and takes new ones: Enter or a comma ends a tag, Backspace takes the last one away. */
export function TagField({ tags, onChange, field }: TagFieldProps): ReactNode {
  const strings = useStrings();
  const known = useLibrary((state) => state.tags);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(-1);
  const [isRefused, setRefused] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isComposing = useRef(false);
  const listId = useId();
  const traits = useLibrary((state) => state.traits);
  // Drawn anew when the readings have come.
  const [, setReadings] = useState(false);
  const offered = hasFocus ? completeTag(typed, known, tags, mostOffered, traits, readingOf) : [];

  function add(text: string): void {
    const named = tagFromText(text);
    setRefused(named === null);
    if (named === null) return;
    const tag = resolveAlias(traits, named);
    if (!tags.includes(tag)) onChange([...tags, tag]);
    setTyped('');
    setChosen(-1);
  }

  function type(text: string): void {
    setRefused(false);
    setChosen(-1);
    // A comma ends a tag, unless an input method is still at work on it.
    if (!isComposing.current && /[,，、;；]$/u.test(text)) add(text.slice(0, -1));
    else setTyped(text);
  }

  function pressKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    switch (event.key) {
      case 'Enter':
        if (typed.trim() !== '' || chosen >= 0) add(offered[chosen]?.tag ?? typed);
        break;
      case 'ArrowDown':
        setChosen((chosen + 1) % Math.max(1, offered.length));
        break;
      case 'ArrowUp':
        setChosen((Math.max(0, chosen) - 1 + offered.length) % Math.max(1, offered.length));
        break;
      case 'Backspace':
        if (typed !== '' || tags.length === 0) return;
        onChange(tags.slice(0, -1));
        break;
      case 'Escape':
        if (typed === '') return;
        setTyped('');
        event.stopPropagation();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  return (
    <div className="tag-field">
      <div className="tag-row">
        {tags.map((tag) => (
          <TagChip key={tag} tag={tag}>
            <button
              type="button"
              aria-label={strings.card.removeTag(tag)}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </TagChip>
        ))}
        <input
          ref={field}
          value={typed}
          placeholder={strings.card.addTag}
          aria-label={strings.card.addTag}
          aria-invalid={isRefused}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(chosen >= 0 ? { 'aria-activedescendant': `${listId}-${chosen}` } : {})}
          onChange={(event) => type(event.target.value)}
          onKeyDown={pressKey}
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={(event) => {
            isComposing.current = false;
            type(event.currentTarget.value);
          }}
          onFocus={() => {
            setFocus(true);
            void loadReadings().then(() => setReadings(true));
          }}
          onBlur={() => {
            setFocus(false);
            if (typed.trim() !== '') add(typed);
          }}
        />
      </div>
      {isRefused && <p role="alert">{strings.card.tagRefused}</p>}
      <ul id={listId} role="listbox" aria-label={strings.card.suggestions} hidden={offered.length === 0}>
        {offered.map(({ tag, alias }, at) => (
          <li
            key={tag}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === chosen}
            // The field keeps the focus while one chooses with the pointer.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(tag)}
          >
            {tag}
            {alias !== null && <span className="muted"> {alias}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
