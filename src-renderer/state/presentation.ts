// The presentation: one excerpt after the other over the whole screen.
import { create } from 'zustand';
import type { Direction } from '../../src-core/ipc/contract';
import type { Excerpt } from '../../src-core/study/study-day';
import { useStudyDay } from './study-day';

type PresentationState = {
  /** The number of the excerpt that shows, from 0; null while nothing is presented. */
  readonly at: number | null;
  /** Which screen of the excerpt shows, where it is longer than one. */
  readonly screen: number;
  readonly direction: Direction;
  readonly isDark: boolean;
};

export const usePresentation = create<PresentationState>(() => ({
  at: null,
  screen: 0,
  direction: 'vertical',
  isDark: false,
}));

/** The excerpts of the open day, in order. */
export function presentedExcerpts(): readonly Excerpt[] {
  return (useStudyDay.getState().day?.materials ?? []).filter((material) => material.kind === 'excerpt');
}

/** Begins with the excerpt that is looked at, or the first. */
export function present(): void {
  const { active } = useStudyDay.getState();
  const excerpts = presentedExcerpts();
  if (excerpts.length === 0) return;
  const at = excerpts.findIndex(({ materialId }) => materialId === active);
  usePresentation.setState({ at: Math.max(0, at), screen: 0 });
}

/** Ends the presentation; the excerpt that showed last is looked at then. */
export function endPresentation(): void {
  const { at } = usePresentation.getState();
  const shown = at === null ? undefined : presentedExcerpts()[at];
  usePresentation.setState({ at: null });
  if (shown !== undefined) useStudyDay.setState({ active: shown.materialId });
}

/** Goes one screen on or back, over the border of an excerpt; `screens` is how many the present one has. */
export function turn(step: 1 | -1, screens: number): void {
  const { at, screen } = usePresentation.getState();
  if (at === null) return;
  // A larger window may have fewer screens than the one that was turned to.
  const next = Math.min(screen, screens - 1) + step;
  if (next >= 0 && next < screens) usePresentation.setState({ screen: next });
  else showExcerpt(at + step);
}

/** Shows an excerpt from its beginning; past either end nothing happens. */
export function showExcerpt(at: number): void {
  if (at >= 0 && at < presentedExcerpts().length) usePresentation.setState({ at, screen: 0 });
}
