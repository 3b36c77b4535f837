// What can be done with an issue of the shelf besides opening it: the menu of the right button, or of the menu key.
import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { IssueId } from '../../src-core/publication/issue';
import { openIssueFromShelf } from '../state/open-issue';
import { openWindow } from '../state/windows';
import { useStrings } from '../strings/use-strings';

/** Gives an entry of the shelf its menu. */
export function IssueMenu(props: { readonly issueId: IssueId; readonly children: ReactNode }): ReactNode {
  const { issueId, children } = props;
  const { room } = useStrings();
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" aria-label={room.issueMenu} collisionPadding={8}>
          <ContextMenu.Item className="menu-entry" onSelect={() => void openIssueFromShelf(issueId)}>
            {room.open}
          </ContextMenu.Item>
          <ContextMenu.Item className="menu-entry" onSelect={() => void openWindow(issueId)}>
            {room.openInWindow}
          </ContextMenu.Item>
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
