// What is set seldom: the language, the name under one's marks; and where help is.
import { Check, Settings2 } from 'lucide-react';
import { Popover, RadioGroup } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import type { Language } from '../../src-core/ipc/contract';
import { MarkSettings } from '../annotations/MarkSettings';
import { run } from '../commands/run-command';
import { changeSettings, useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import { Hint } from '../ui/CommandButton';
import { focusMenu } from '../ui/focus-menu';
import { RadioItem } from '../ui/RadioItem';

const languages: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'zh-CN', name: '中文' },
  { language: 'en', name: 'English' },
];

/** Draws the button, and the settings while they are open. */
export function SettingsMenu(): ReactNode {
  const strings = useStrings();
  const language = useSettings((state) => state.settings.language);
  const [isOpen, setOpen] = useState(false);

  function close(then: () => void): void {
    setOpen(false);
    then();
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Hint label={strings.bar.settings}>
        <Popover.Trigger className="icon-button" aria-label={strings.bar.settings}>
          <Settings2 size={16} aria-hidden="true" />
        </Popover.Trigger>
      </Hint>
      <Popover.Portal>
        <Popover.Content
          className="menu settings-menu"
          aria-label={strings.bar.settings}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={focusMenu}
        >
          <AuthorField />
          <MarkSettings />
          <h3 id="language-title">{strings.settings.language}</h3>
          <RadioGroup.Root
            aria-labelledby="language-title"
            value={language}
            onValueChange={(value) => {
              const chosen = languages.find((candidate) => candidate.language === value);
              if (chosen !== undefined) run(`view.language-${chosen.language}`);
            }}
          >
            {languages.map(({ language: value, name }) => (
              <RadioItem key={value} value={value} className="menu-entry" lang={value}>
                <RadioGroup.Indicator className="menu-check">
                  <Check size={14} aria-hidden="true" />
                </RadioGroup.Indicator>
                {name}
              </RadioItem>
            ))}
          </RadioGroup.Root>
          <hr />
          <button type="button" className="menu-entry" onClick={() => close(() => run('help.keys'))}>
            {strings.settings.keys}
          </button>
          <button type="button" className="menu-entry" onClick={() => close(() => run('help.about'))}>
            {strings.settings.about}
          </button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The name is written when one leaves the field, or with Enter once an input method is done. */
function AuthorField(): ReactNode {
  const strings = useStrings();
  const author = useSettings((state) => state.settings.author);
  const [typed, setTyped] = useState(author);

  function keep(): void {
    if (typed !== author) void changeSettings({ author: typed.trim() });
  }

  return (
    <label className="author-field">
      {strings.settings.author}
      <input
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.nativeEvent.keyCode !== 229)
            keep();
        }}
      />
      <small>{strings.settings.authorHint}</small>
    </label>
  );
}
