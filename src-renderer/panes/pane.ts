// 竖横对照: the open issue in two panes, in the second one set the other way. Each pane asks here which it is.
import { createContext, useContext } from 'react';
import type { Direction } from '../../src-core/ipc/contract';
import { usePanes, type PaneName } from '../state/panes';
import { useSettings } from '../state/settings';

/** Which pane the components within are in. */
export const PaneContext = createContext<PaneName>('first');

/** The pane a component is in. */
export function usePane(): PaneName {
  return useContext(PaneContext);
}

/** How lines run in the pane: as it is set, and the other way in the second. */
export function useDirection(): Direction {
  const isSecond = usePane() === 'second';
  const direction = useSettings((state) => state.settings.direction);
  if (!isSecond) return direction;
  return direction === 'vertical' ? 'horizontal' : 'vertical';
}

/** Whether the pane is the one in use: what stands beside a passage stands there. */
export function useIsActivePane(): boolean {
  const pane = usePane();
  return usePanes((state) => state.active) === pane;
}
