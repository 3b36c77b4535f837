// The palette: every command that can do something now, found by name, run by Enter; and behind the commands that fit what
// is typed, the issues of the shelf that do.
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { commands } from '../../src-core/command/catalog';
import type { CommandTitle } from '../../src-core/command/command-spec';
import { isEnabledNow, run, shortcutOf, toWindowCommand } from '../commands/run-command';
import { useDesk } from '../state/desk';
import { closeDialog } from '../state/dialogs';
import { useLibrary } from '../state/library';
import { openIssueFromShelf } from '../state/open-issue';
import { useStudy } from '../state/study';
import { useLanguage, useStrings } from '../strings/use-strings';
import { useModal } from '../ui/use-modal';
import { issueOffers } from './issue-offers';
import { matchCommands } from './match-commands';
import { loadReadings, readingOf } from './readings';

/** Shows the palette. */
export function PaletteDialog(): ReactNode {
  const { palette, calendarDate } = useStrings();
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [offered] = useState(offerNow);
  const [issues] = useState(() => issuesNow(calendarDate));
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [, setReadings] = useState(false);
  const fitting = typed.trim() === '' ? [] : matchCommands(issues, typed).slice(0, mostIssues);
  const shown = [...matchCommands(offered, typed, fullReading), ...fitting];
  const active = Math.min(chosen, shown.length - 1);

  useModal(dialog);
  useEffect(() => {
    void loadReadings().then(() => setReadings(true));
  }, []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, typed]);

  function choose(number: number): void {
    const offer = shown[number];
    if (offer === undefined) return;
    closeDialog();
    offer.run();
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
        {shown.map(({ key, name, title, shortcut }, number) => (
          <li
            key={key}
            id={`${listId}-${number}`}
            role="option"
            aria-selected={number === active}
            className="palette-entry"
            onPointerMove={() => number !== active && setChosen(number)}
            onClick={() => choose(number)}
          >
            <span>{name ?? title[language]}</span>
            {shortcut !== null && <kbd>{shortcut}</kbd>}
          </li>
        ))}
      </ul>
    </dialog>
  );
}

function fullReading(chinese: string): string {
  return readingOf(chinese).full;
}

const pageOfList = 8;

/** As many as one looks through; what is typed further leaves fewer. */
const mostIssues = 50;

/** What the palette offers. */
type Offer = {
  readonly key: string;
  /** What is shown; without it the title in the user's language. */
  readonly name?: string;
  readonly title: CommandTitle;
  readonly shortcut: string | null;
  readonly run: () => void;
};

function offerNow(): readonly Offer[] {
  return commands
    .filter(({ palette }) => palette)
    .flatMap(({ id, title }) => {
      const own = toWindowCommand(id);
      return own !== null && isEnabledNow(own)
        ? [{ key: own, title, shortcut: shortcutOf(own), run: () => void run(own) }]
        : [];
    });
}

/** The issues that can be opened now: none while the room of study days covers the page. */
function issuesNow(calendarDate: (date: string) => string): readonly Offer[] {
  if (useStudy.getState().isOpen) return [];
  const { issues } = useLibrary.getState();
  return issueOffers(issues, useDesk.getState().issueId, calendarDate).map(({ issueId, name, title }) => ({
    key: issueId,
    name,
    title,
    shortcut: null,
    run: () => void openIssueFromShelf(issueId),
  }));
}
