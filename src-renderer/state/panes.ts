// The two panes of an issue: which is in use, and which one moved last, so that the other follows and neither follows
// itself.
import { create } from 'zustand';
import type { ReadingPlace } from '../../src-core/ipc/contract';
import { keepPlace, useSettings } from './settings';

export type PaneName = 'first' | 'second';

type PanesState = { readonly active: PaneName; readonly mover: PaneName };

export const usePanes = create<PanesState>(() => ({ active: 'first', mover: 'first' }));

/** Makes a pane the one in use. */
export function activatePane(active: PaneName): void {
  if (usePanes.getState().active !== active) usePanes.setState({ active });
}

/** Keeps the place to which a pane was moved. */
export function keepPlaceOf(mover: PaneName, place: ReadingPlace): void {
  if (usePanes.getState().mover !== mover) usePanes.setState({ mover });
  keepPlace(place);
}

/** Calls back with each place to which the other pane is moved; the returned function stops that. */
export function followOther(pane: PaneName, follow: (place: ReadingPlace) => void): () => void {
  return useSettings.subscribe((now, before) => {
    const { place } = now.settings;
    if (place === null || place === before.settings.place || usePanes.getState().mover === pane) return;
    follow(place);
  });
}
