// The shelf and the list of marks at the sides of the page. A wide window shows both; a narrow one would give half of itself
// to them, and shows one at a time: opening the one closes the other. Where both were left open the shelf shows, and both
// are there again once the window is wide.
import { useSyncExternalStore } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Settings } from '../../src-core/ipc/contract';
import { changeSettings, useSettings } from './settings';

export type SidePanel = 'shelf' | 'marks';
type Chosen = Pick<Settings, 'shelfOpen' | 'marksOpen'>;

/** Which panels show. */
export function shownPanels(
  { shelfOpen, marksOpen }: Chosen,
  isNarrow: boolean,
): Readonly<Record<SidePanel, boolean>> {
  return { shelf: shelfOpen, marks: marksOpen && !(isNarrow && shelfOpen) };
}

/** What is chosen once a panel was opened or closed. */
export function withPanel(panel: SidePanel, isOpen: boolean, isNarrow: boolean): Partial<Chosen> {
  const other = isNarrow ? { shelfOpen: false, marksOpen: false } : {};
  return { ...other, ...(panel === 'shelf' ? { shelfOpen: isOpen } : { marksOpen: isOpen }) };
}

/** Shows a panel, in a narrow window in the place of the other. */
export function openPanel(panel: SidePanel): void {
  void changeSettings(withPanel(panel, true, isNarrow()));
}

/** Shows a panel, or puts it away. */
export function togglePanel(panel: SidePanel): void {
  const shown = shownPanels(useSettings.getState().settings, isNarrow());
  void changeSettings(withPanel(panel, !shown[panel], isNarrow()));
}

/** Which panels show now, for a component. */
export function useSidePanels(): Readonly<Record<SidePanel, boolean>> {
  const narrow = useSyncExternalStore(followWidth, isNarrow);
  return useSettings(useShallow(({ settings }) => shownPanels(settings, narrow)));
}

/** As in the styles of the panels. */
const narrowWindow = '(width < 1000px)';

function isNarrow(): boolean {
  return matchMedia(narrowWindow).matches;
}

function followWidth(listener: () => void): () => void {
  const query = matchMedia(narrowWindow);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
