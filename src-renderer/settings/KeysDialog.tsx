// The help sheet: every command with its shortcut, drawn from the catalog.
import type { ReactNode } from 'react';
import { commands, menus } from '../../src-core/command/catalog';
import { isApple, printChord } from '../commands/keys';
import { shortcutsOf } from '../commands/run-command';
import { useHearing } from '../state/hearing';
import { closeDialog } from '../state/dialogs';
import { useLanguage, useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';

const apple = isApple(navigator.platform);

/** How the caret goes in 竖排; in 横排 the arrows go with the lines there. With Shift, the selection is drawn out. */
const caretKeys = [
  { step: 'word', chords: apple ? ['Alt+ArrowDown', 'Alt+ArrowUp'] : ['Mod+ArrowDown', 'Mod+ArrowUp'] },
  { step: 'sentence', chords: apple ? ['Mod+ArrowDown', 'Mod+ArrowUp'] : ['Alt+ArrowDown', 'Alt+ArrowUp'] },
  {
    step: 'paragraph',
    chords: apple ? ['Alt+ArrowLeft', 'Alt+ArrowRight'] : ['Mod+ArrowLeft', 'Mod+ArrowRight'],
  },
] as const;

/** Shows the sheet. */
export function KeysDialog(): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  const hasVoice = useHearing((state) => state.hasVoice);
  return (
    <Dialog title={strings.keys.title} onClose={closeDialog}>
      <div className="key-sheet" tabIndex={0} role="region" aria-label={strings.keys.title}>
        <section>
          <h3>{strings.keys.page}</h3>
          <dl>
            <div>
              <dt>{strings.keys.scroll}</dt>
              <dd>{strings.keys.scrollKeys}</dd>
            </div>
            <div>
              <dt>{strings.keys.select}</dt>
              <dd>{strings.keys.selectKeys}</dd>
            </div>
            {caretKeys.map(({ step, chords }) => (
              <div key={step}>
                <dt>{strings.keys.caret[step]}</dt>
                <dd>
                  {chords.map((chord) => (
                    <kbd key={chord}>{printChord(chord, apple)}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {menus.map((menu) => {
          const shown = commands.filter(
            (command) =>
              command.menu === menu.name &&
              command.keys.length > 0 &&
              (hasVoice || command.id !== 'view.read-aloud'),
          );
          return (
            <section key={menu.name}>
              <h3>{menu.title[language]}</h3>
              <dl>
                {shown.map((command) => (
                  <div key={command.id}>
                    <dt>{command.title[language]}</dt>
                    <dd>
                      {shortcutsOf(command.id).map((keys) => (
                        <kbd key={keys}>{keys}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
