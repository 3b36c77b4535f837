// Going from view to view, and from place to place: what the window showed before is kept, and one can go back to it.
import { create } from 'zustand';
import type { ReadingPlace, View } from '../../src-core/ipc/contract';
import type { ArticleId, IssueId } from '../../src-core/publication/issue';
import { useDesk } from './desk';
import { openIssueFromShelf } from './open-issue';
import { showPlace, useReader } from './reader';
import { changeSettings, keepPlace, useSettings } from './settings';

type Stop = { readonly place: ReadingPlace; readonly view: View };

type TrailState = { readonly past: readonly Stop[]; readonly future: readonly Stop[] };

/** The stops behind and before the reader, the nearest last. */
export const useTrail = create<TrailState>(() => ({ past: [], future: [] }));

/** Places nearer than this many code units of one article are one stop. */
const near = 60;
const mostStops = 100;

let isTravelling = false;

/** Shows the issue in another way, at the place where reading is. */
export function changeView(view: View): void {
  const place = currentPlace();
  remember();
  void changeSettings({ view });
  if (place !== null) withoutTrail(() => showPlace(place));
}

/** Opens an article to be read, as from the whole page. */
export function readArticle(articleId: ArticleId, offset: number): void {
  remember();
  void changeSettings({ view: 'article' });
  withoutTrail(() => showPlace({ articleId, offset }));
}

/** Goes one stop back, or forward again. */
export async function travel(way: 'back' | 'forward'): Promise<void> {
  const { past, future } = useTrail.getState();
  const stop = (way === 'back' ? past : future).at(-1);
  const here = currentStop();
  if (stop === undefined) return;
  const left = here === null ? [] : [here];
  useTrail.setState(
    way === 'back'
      ? { past: past.slice(0, -1), future: [...future, ...left] }
      : { past: [...past, ...left], future: future.slice(0, -1) },
  );
  isTravelling = true;
  await changeSettings({ view: stop.view });
  if (useDesk.getState().issueId !== stop.place.issueId) {
    keepPlace(stop.place);
    await openIssueFromShelf(stop.place.issueId);
  } else showPlace(stop.place);
  isTravelling = false;
}

/** Forgets the stops in an issue that is not to be gone back to. */
export function forgetStops(issueId: IssueId): void {
  const others = (stops: readonly Stop[]): readonly Stop[] =>
    stops.filter(({ place }) => place.issueId !== issueId);
  useTrail.setState(({ past, future }) => ({ past: others(past), future: others(future) }));
}

/** Notes where the reader was whenever the page is asked to show another place; the returned function stops that. */
export function followTrail(): () => void {
  return useReader.subscribe((now, before) => {
    if (now.request !== before.request && before.request !== null) remember();
  });
}

function remember(): void {
  const here = currentStop();
  const { past } = useTrail.getState();
  if (isTravelling || here === null || isNear(here, past.at(-1))) return;
  useTrail.setState({ past: [...past, here].slice(-mostStops), future: [] });
}

function withoutTrail(move: () => void): void {
  isTravelling = true;
  move();
  isTravelling = false;
}

function isNear(one: Stop, other: Stop | undefined): boolean {
  return (
    other !== undefined &&
    one.view === other.view &&
    one.place.issueId === other.place.issueId &&
    one.place.articleId === other.place.articleId &&
    Math.abs(one.place.offset - other.place.offset) < near
  );
}

function currentStop(): Stop | null {
  const place = currentPlace();
  return place === null ? null : { place, view: useSettings.getState().settings.view };
}

function currentPlace(): ReadingPlace | null {
  const { place } = useSettings.getState().settings;
  return place?.issueId === useDesk.getState().issueId ? place : null;
}
