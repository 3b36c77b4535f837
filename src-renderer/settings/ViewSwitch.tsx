// The choice between the whole page, one article, and all articles one after the other.
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { View } from '../../src-core/ipc/contract';
import { run, shortcutOf } from '../commands/run-command';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import { Hint } from '../ui/CommandButton';
import { RadioItem } from '../ui/RadioItem';

const views: readonly View[] = ['page', 'article', 'issue'];

/** Draws the choice. */
export function ViewSwitch(): ReactNode {
  const strings = useStrings();
  const view = useSettings((state) => state.settings.view);
  return (
    <RadioGroup.Root
      className="view-switch"
      aria-label={strings.views.label}
      orientation="horizontal"
      value={view}
      onValueChange={(value) => {
        const chosen = views.find((candidate) => candidate === value);
        if (chosen !== undefined) run(`view.as-${chosen}`);
      }}
    >
      {views.map((name) => (
        <Hint key={name} label={strings.viewHints[name]} shortcut={shortcutOf(`view.as-${name}`)}>
          <RadioItem value={name} className="segment">
            {strings.views[name]}
          </RadioItem>
        </Hint>
      ))}
    </RadioGroup.Root>
  );
}
