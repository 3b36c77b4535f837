// A button that runs a command. Its name, shortcut and whether it can be pressed come from the command.
import { Tooltip } from 'radix-ui';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WindowCommandId } from '../../src-core/command/catalog';
import { run, shortcutOf, useIsEnabled } from '../commands/run-command';

type CommandButtonProps = {
  readonly command: WindowCommandId;
  readonly icon: LucideIcon;
  /** The button's name, which also shows on hover with the shortcut. */
  readonly label: string;
  readonly isPressed?: boolean;
  /** Whether a dot says that something waits there; the label must say what. */
  readonly hasNews?: boolean;
  /** Shown beside the icon where there is room for words. */
  readonly text?: string;
};

/** Draws the button. */
export function CommandButton({
  command,
  icon: Icon,
  label,
  isPressed,
  hasNews = false,
  text,
}: CommandButtonProps): ReactNode {
  const isEnabled = useIsEnabled(command);
  return (
    <Hint label={label} shortcut={shortcutOf(command)}>
      <button
        type="button"
        className={`${text === undefined ? 'icon-button' : 'text-button'}${hasNews ? ' has-news' : ''}`}
        aria-label={label}
        aria-disabled={!isEnabled}
        aria-pressed={isPressed}
        onClick={() => run(command)}
      >
        <Icon size={16} aria-hidden="true" />
        {text !== undefined && <span>{text}</span>}
      </button>
    </Hint>
  );
}

/** Shows a control's name, and its shortcut, when the pointer rests on it. */
export function Hint(props: {
  readonly label: string;
  readonly shortcut?: string | null;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{props.children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="hint" sideOffset={6} collisionPadding={8}>
          {props.label}
          {typeof props.shortcut === 'string' && <kbd>{props.shortcut}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
