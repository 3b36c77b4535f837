// The field in which one looks for words of the open issue. Escape brings the page back to where it was; the cross, and
// Ctrl+Enter, leave it where the words stand.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { focusPage } from '../reader/zones';
import { closeFind, lookFor, stepFind, useFind } from '../state/find';
import { useStrings } from '../strings/use-strings';
import { CommandButton, Hint } from '../ui/CommandButton';

/** Draws the field of a search that is open. */
export function FindBar(): ReactNode {
  const { find } = useStrings();
  const { words, hits, current, asked } = useFind();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  function close(then: 'return' | 'stay' | 'select'): void {
    closeFind(then);
    focusPage();
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Escape') close('return');
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) close('select');
    else if (event.key === 'Enter' && event.target === field.current) stepFind(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="find-bar" role="search" aria-label={find.label} onKeyDown={press}>
      <div className="search-field">
        <input
          ref={field}
          type="search"
          aria-label={find.field}
          placeholder={find.field}
          value={words}
          spellCheck={false}
          onChange={(event) => typeWords(event.target.value, event.nativeEvent)}
          onCompositionEnd={(event) => lookFor(event.currentTarget.value)}
        />
        <span className="count" role="status">
          {words.trim() === '' ? '' : hits.length === 0 ? find.none : find.position(current + 1, hits.length)}
        </span>
      </div>
      <CommandButton command="edit.find-previous" icon={ChevronUp} label={find.previous} />
      <CommandButton command="edit.find-next" icon={ChevronDown} label={find.next} />
      <Hint label={find.close}>
        <button type="button" className="icon-button" aria-label={find.close} onClick={() => close('stay')}>
          <X size={16} aria-hidden="true" />
        </button>
      </Hint>
    </div>
  );
}

/** While an input method is at work its letters are only shown. */
function typeWords(words: string, event: Event): void {
  if (event instanceof InputEvent && event.isComposing) useFind.setState({ words });
  else lookFor(words);
}
