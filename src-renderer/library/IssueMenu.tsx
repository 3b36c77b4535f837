// What can be done with an issue of the shelf besides opening it: the menu of the right button, or of the menu key.
import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import type { IssueId } from '../../src-core/publication/issue';
import { trashIssue } from '../state/issue-trash';
import { openIssueFromShelf } from '../state/open-issue';
import { openWindow } from '../state/windows';
import { useStrings } from '../strings/use-strings';

/** Gives an entry of the shelf its menu. */
export function IssueMenu(props: { readonly issueId: IssueId; readonly children: ReactNode }): ReactNode {
  const { issueId, children } = props;
  const { room, trash } = useStrings();
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
          <ContextMenu.Separator className="menu-rule" />
          <ContextMenu.Item
            className="menu-entry"
            aria-keyshortcuts="Delete"
            onSelect={() => void trashIssue(issueId)}
          >
            {trash.move}
            <kbd>Delete</kbd>
          </ContextMenu.Item>
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
