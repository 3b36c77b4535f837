// The palette: every command that can do something now, found by name, run by Enter.
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { commands } from '../../src-core/command/catalog';
import { isEnabledNow, run, shortcutOf, toWindowCommand } from '../commands/run-command';
import { closeDialog } from '../state/dialogs';
import { useLanguage, useStrings } from '../strings/use-strings';
import { matchCommands } from './match-commands';

/** Shows the palette. */
export function PaletteDialog(): ReactNode {
  const { palette } = useStrings();
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [offered] = useState(offerNow);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const shown = matchCommands(offered, typed);
  const active = Math.min(chosen, shown.length - 1);

  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, typed]);

  function choose(number: number): void {
    const command = shown[number];
    if (command === undefined) return;
    closeDialog();
    run(command.id);
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const last = shown.length - 1;
    if (event.key === 'ArrowDown') setChosen(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setChosen(active <= 0 ? last : active - 1);
    else if (event.key === 'PageDown') setChosen(Math.min(last, active + pageOfList));
    else if (event.key === 'PageUp') setChosen(Math.max(0, active - pageOfList));
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={palette.title}
      onCancel={(event) => {
        event.preventDefault();
        closeDialog();
      }}
      onClick={(event) => event.target === dialog.current && closeDialog()}
    >
      <input
        className="palette-field"
        role="combobox"
        aria-label={palette.field}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
        placeholder={palette.field}
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      {shown.length === 0 && (
        <p className="empty" role="status">
          {palette.none}
        </p>
      )}
      <ul id={listId} className="palette-list" role="listbox" aria-label={palette.list}>
        {shown.map(({ id, title }, number) => (
          <li
            key={id}
            id={`${listId}-${number}`}
            role="option"
            aria-selected={number === active}
            className="palette-entry"
            onPointerMove={() => number !== active && setChosen(number)}
            onClick={() => choose(number)}
          >
            <span>{title[language]}</span>
            {shortcutOf(id) !== null && <kbd>{shortcutOf(id)}</kbd>}
          </li>
        ))}
      </ul>
    </dialog>
  );
}

const pageOfList = 8;

function offerNow() {
  return commands
    .filter(({ palette }) => palette)
    .flatMap(({ id, title }) => {
      const own = toWindowCommand(id);
      return own !== null && isEnabledNow(own) ? [{ id: own, title }] : [];
    });
}
