// How the page looks: the size and setting of its type, its characters, its theme. Every choice shows at once on the page
// beside the menu.
import type { LucideIcon } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { useStrings } from '../strings/use-strings';
import { Hint } from '../ui/CommandButton';
import { focusMenu } from '../ui/focus-menu';
import { ThemeChoice } from './ThemeChoice';
import { TypeSettings } from './TypeSettings';

/** Draws the button, and the choices while they are open. */
export function ViewMenu({ icon: Icon }: { readonly icon: LucideIcon }): ReactNode {
  const { bar } = useStrings();
  return (
    <Popover.Root>
      <Hint label={bar.view}>
        <Popover.Trigger className="icon-button" aria-label={bar.view}>
          <Icon size={16} aria-hidden="true" />
        </Popover.Trigger>
      </Hint>
      <Popover.Portal>
        <Popover.Content
          className="menu view-menu"
          aria-label={bar.view}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={focusMenu}
        >
          <TypeSettings />
          <ThemeChoice />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
