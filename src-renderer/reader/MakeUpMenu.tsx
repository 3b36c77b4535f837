// The menu of the right button, or of the menu key, on a whole page: what can be done with the article there in the
// make-up of the page.
import { ContextMenu } from 'radix-ui';
import type { MouseEvent, ReactNode } from 'react';
import { findCommand, type WindowCommandId } from '../../src-core/command/catalog';
import type { ArticleId, IssueId } from '../../src-core/publication/issue';
import { run, shortcutOf, useIsEnabled } from '../commands/run-command';
import { keepPlace } from '../state/settings';
import { useLanguage, useStrings } from '../strings/use-strings';

type MakeUpMenuProps = {
  /** Whether whole pages are shown. */
  readonly isWhole: boolean;
  readonly issueId: IssueId;
  /** The article at a point of the window. */
  readonly articleAt: (x: number, y: number) => ArticleId | null;
  /** The element that has the menu. */
  readonly children: ReactNode;
};

const entries = [
  'make-up.heavier',
  'make-up.lighter',
  'make-up.earlier',
  'make-up.later',
  'make-up.keep-place',
  'make-up.automatic',
] as const satisfies readonly WindowCommandId[];

/** Gives the page its menu. */
export function MakeUpMenu({ isWhole, issueId, articleAt, children }: MakeUpMenuProps): ReactNode {
  const { makeUp } = useStrings();
  const goThere = ({ nativeEvent: event }: MouseEvent): void => {
    // The menu key names no point: the article one is at is meant.
    if (!isWhole || !(event instanceof PointerEvent) || event.pointerType === '') return;
    const articleId = articleAt(event.clientX, event.clientY);
    if (articleId !== null) keepPlace({ issueId, articleId, offset: 0 });
  };
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild disabled={!isWhole} onContextMenu={goThere}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" aria-label={makeUp.menu} collisionPadding={8}>
          {entries.map((id) => (
            <Entry key={id} id={id} />
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function Entry({ id }: { readonly id: (typeof entries)[number] }): ReactNode {
  const language = useLanguage();
  const isEnabled = useIsEnabled(id);
  const key = shortcutOf(id);
  return (
    <ContextMenu.Item className="menu-entry" disabled={!isEnabled} onSelect={() => run(id)}>
      <span>{findCommand(id)?.title[language]}</span>
      {key !== null && <kbd>{key}</kbd>}
    </ContextMenu.Item>
  );
}
