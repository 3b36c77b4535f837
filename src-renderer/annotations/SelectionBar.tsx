// The small bar at a selection: the pigments, the strokes, a note, tags, copy.
import { Combine, Copy, PenLine, Tag, type LucideIcon } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { markColors, markStyles } from '../../src-core/annotation/palette';
import type { WindowCommandId } from '../../src-core/command/catalog';
import { run, shortcutOf, useIsEnabled } from '../commands/run-command';
import type { Box } from '../reader/place-beside';
import { copySelection } from '../reader/use-copy';
import { focusPage } from '../reader/zones';
import { useStrings } from '../strings/use-strings';
import { Beside } from '../ui/Beside';
import { Hint } from '../ui/CommandButton';
import { styleIcons } from './Swatches';

type SelectionBarProps = {
  readonly boxes: () => readonly Box[];
  readonly scroller: RefObject<HTMLElement | null>;
};

/** Draws the bar beside the selection. */
export function SelectionBar({ boxes, scroller }: SelectionBarProps): ReactNode {
  const strings = useStrings();
  const canJoin = useIsEnabled('mark.join');
  return (
    <Beside boxes={boxes} scroller={scroller} className="floating selection-bar">
      <Toolbar.Root
        aria-label={strings.selectionBar.label}
        loop
        onKeyDown={(event) => {
          if (event.key === 'Escape') focusPage();
        }}
      >
        <div className="bar-row">
          {markColors.map((color) => (
            <BarButton key={color} command={`mark.color-${color}`} label={strings.colors[color]}>
              <span className={`pigment pigment-${color}`} />
            </BarButton>
          ))}
        </div>
        <div className="bar-row">
          {markStyles
            .filter((style) => style !== 'highlight')
            .map((style) => (
              <BarButton
                key={style}
                command={`mark.style-${style}`}
                label={strings.styles[style]}
                icon={styleIcons[style]}
              />
            ))}
          <Toolbar.Separator className="bar-rule" />
          {canJoin && <BarButton command="mark.join" label={strings.selectionBar.join} icon={Combine} />}
          <BarButton command="mark.edit-note" label={strings.selectionBar.note} icon={PenLine} />
          <BarButton command="mark.edit-tags" label={strings.selectionBar.tags} icon={Tag} />
          <Hint label={strings.selectionBar.copy} shortcut={shortcutOf('edit.copy')}>
            <Toolbar.Button
              className="icon-button"
              aria-label={strings.selectionBar.copy}
              onClick={copySelection}
            >
              <Copy size={16} aria-hidden="true" />
            </Toolbar.Button>
          </Hint>
        </div>
      </Toolbar.Root>
    </Beside>
  );
}

function BarButton(props: {
  readonly command: WindowCommandId;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly children?: ReactNode;
}): ReactNode {
  const { command, label, icon: Icon, children } = props;
  return (
    <Hint label={label} shortcut={shortcutOf(command)}>
      <Toolbar.Button
        className="icon-button"
        aria-label={label}
        onClick={() => {
          run(command);
          // The bar goes with the selection; the keys then belong to the page, or to the card that opens.
          focusPage();
        }}
      >
        {Icon === undefined ? children : <Icon size={16} aria-hidden="true" />}
      </Toolbar.Button>
    </Hint>
  );
}
