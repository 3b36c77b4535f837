// The choice of the theme, each shown by a sample of itself.
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Theme } from '../../src-core/ipc/contract';
import { run } from '../commands/run-command';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import { RadioItem } from '../ui/RadioItem';

const themes: readonly Theme[] = ['paper', 'white', 'sepia', 'dark', 'contrast'];

/** Draws the choice. */
export function ThemeChoice(): ReactNode {
  const strings = useStrings();
  const theme = useSettings((state) => state.settings.theme);
  return (
    <RadioGroup.Root
      className="theme-row"
      aria-label={strings.bar.theme}
      value={theme}
      onValueChange={(value) => {
        const chosen = themes.find((candidate) => candidate === value);
        if (chosen !== undefined) run(`view.theme-${chosen}`);
      }}
    >
      {themes.map((name) => (
        <RadioItem key={name} value={name} className="theme-choice">
          <span className="theme-sample" data-theme={name} aria-hidden="true">
            文
          </span>
          {strings.themes[name]}
        </RadioItem>
      ))}
    </RadioGroup.Root>
  );
}
