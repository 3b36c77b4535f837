// A menu under a button, and a choice in it.
import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Hint } from './CommandButton';

type MenuProps = {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly isPressed?: boolean;
  readonly children: ReactNode;
};

/** Draws the button, and the menu while it is open. */
export function Menu({ label, icon: Icon, isPressed, children }: MenuProps): ReactNode {
  return (
    <DropdownMenu.Root modal={false}>
      <Hint label={label}>
        <DropdownMenu.Trigger
          className={`icon-button${isPressed === true ? ' is-on' : ''}`}
          aria-label={label}
        >
          <Icon size={16} aria-hidden="true" />
        </DropdownMenu.Trigger>
      </Hint>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** One of several choices, with a check mark at the one that holds. */
export function Choice({
  value,
  children,
}: {
  readonly value: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <DropdownMenu.RadioItem value={value} className="menu-entry">
      <DropdownMenu.ItemIndicator className="menu-check">
        <Check size={14} aria-hidden="true" />
      </DropdownMenu.ItemIndicator>
      {children}
    </DropdownMenu.RadioItem>
  );
}
