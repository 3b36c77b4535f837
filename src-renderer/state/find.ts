// Finding words in the open issue: what is looked for, where it stands, which place is looked at, and where the reader
// was before.
import { create } from 'zustand';
import { findHits, hitFrom, type FindHit } from '../find/find-hits';
import { useDesk } from './desk';
import { select, selectedRange, showPlace, useReader, type TextPlace } from './reader';
import { useSettings } from './settings';

type FindState = {
  readonly isOpen: boolean;
  readonly words: string;
  readonly hits: readonly FindHit[];
  /** The number of the hit that is looked at; -1 for none. */
  readonly current: number;
  /** Where reading stopped when the search began. */
  readonly origin: TextPlace | null;
  /** Counts how often the field was asked for, so that asking again takes the focus there. */
  readonly asked: number;
};

const nothing = { isOpen: false, hits: [], current: -1, origin: null } as const;

export const useFind = create<FindState>(() => ({ ...nothing, words: '', asked: 0 }));

/** Opens the search, with the selected words if there are some; a search that is open takes the focus again. */
export function openFind(): void {
  const { isOpen, origin, asked, words } = useFind.getState();
  useFind.setState({ isOpen: true, asked: asked + 1, origin: isOpen ? origin : readingPlace() });
  lookFor(selectedWords() ?? words);
}

/** Looks for words from where the reader is, and shows the first place. */
export function lookFor(words: string): void {
  const { issue } = useDesk.getState();
  const { origin, hits: known, current: shown } = useFind.getState();
  if (issue === null) return;
  const hits = findHits(issue, words);
  const from = known[shown];
  const place = from === undefined ? origin : { articleId: from.articleId, offset: from.range.start };
  const current = place === null ? Math.min(0, hits.length - 1) : hitFrom(issue, hits, place);
  useFind.setState({ words, hits, current });
  showCurrent();
}

/** Goes to the next hit, or the one before, and round. */
export function stepFind(step: 1 | -1): void {
  const { hits, current } = useFind.getState();
  if (hits.length === 0) return;
  useFind.setState({ current: (current + step + hits.length) % hits.length });
  showCurrent();
}

/** Ends the search; the page goes back to where reading stopped, stays, or stays with the hit selected. */
export function closeFind(then: 'return' | 'stay' | 'select'): void {
  const { hits, current, origin } = useFind.getState();
  const hit = hits[current];
  useFind.setState(nothing);
  if (then === 'return' && origin !== null) showPlace(origin);
  if (then === 'select' && hit !== undefined) {
    select({ articleId: hit.articleId, anchor: hit.range.start, focus: hit.range.end });
  }
}

/** Ends the search whenever another issue is opened; the returned function stops that. */
export function endFindWithIssue(): () => void {
  return useDesk.subscribe((now, before) => {
    if (now.issueId !== before.issueId || now.issue?.articles !== before.issue?.articles)
      useFind.setState(nothing);
  });
}

function showCurrent(): void {
  const { hits, current } = useFind.getState();
  const hit = hits[current];
  if (hit !== undefined) showPlace({ articleId: hit.articleId, offset: hit.range.start }, hit.range);
}

function readingPlace(): TextPlace | null {
  const { issueId } = useDesk.getState();
  const { place } = useSettings.getState().settings;
  return place?.issueId === issueId ? place : null;
}

/** More than this is a passage, and not what somebody looks for. */
const mostWords = 40;

function selectedWords(): string | null {
  const { selection } = useReader.getState();
  const range = selectedRange(selection);
  const article = useDesk
    .getState()
    .issue?.articles.find(({ articleId }) => articleId === selection?.articleId);
  if (range === null || article === undefined || range.end - range.start > mostWords) return null;
  return article.text.slice(range.start, range.end).replaceAll('\n', '');
}
