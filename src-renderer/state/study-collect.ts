// What is collected for the open day: the conditions, and the marks or sentences that fulfil them.
import { create } from 'zustand';
import type { MarkColor } from '../../src-core/annotation/annotation';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Collected, WantedMarks } from '../../src-core/ipc/study-contract';
import type { IssueId } from '../../src-core/publication/issue';
import { call } from '../bridge/bridge';
import { createRest } from './rest';

export type CollectKind = 'marks' | 'sentences';

/** The conditions; empty texts and null ask for nothing. */
export type CollectFilter = {
  readonly kind: CollectKind;
  readonly tag: string | null;
  readonly color: MarkColor | null;
  readonly author: string | null;
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly issueId: IssueId | null;
};

type CollectState = {
  readonly isOpen: boolean;
  readonly filter: CollectFilter;
  readonly collected: readonly Collected[];
  readonly found: number;
  readonly authors: readonly string[];
  readonly error: AppError | null;
  /** Which of the found is looked at. */
  readonly current: number;
};

export const useCollect = create<CollectState>(() => ({
  isOpen: false,
  filter: {
    kind: 'marks',
    tag: null,
    color: null,
    author: null,
    from: '',
    to: '',
    words: '',
    issueId: null,
  },
  collected: [],
  found: 0,
  authors: [],
  error: null,
  current: 0,
}));

const rest = createRest(150);
let asked = 0;

/** Opens the collector and looks for what was looked for last. */
export function openCollector(): void {
  useCollect.setState({ isOpen: true });
  void look();
}

/** Closes the collector; its conditions stay. */
export function closeCollector(): void {
  useCollect.setState({ isOpen: false });
}

/** Changes the conditions and looks again. */
export function narrow(changes: Partial<CollectFilter>): void {
  useCollect.setState(({ filter }) => ({ filter: { ...filter, ...changes } }));
  rest.then(() => void look());
}

async function look(): Promise<void> {
  const mine = ++asked;
  const { filter } = useCollect.getState();
  if (filter.kind === 'sentences' && filter.words.trim() === '') {
    return useCollect.setState({ collected: [], found: 0, error: null, current: 0 });
  }
  const answer = await call('study.collect', wantedOf(filter));
  if (mine !== asked) return;
  if (answer.ok) useCollect.setState({ ...answer.value, error: null, current: 0 });
  else useCollect.setState({ collected: [], found: 0, error: answer.error, current: 0 });
}

function wantedOf(filter: CollectFilter): WantedMarks {
  const words = filter.words.trim();
  const common: WantedMarks = {
    ...(filter.from === '' ? {} : { from: filter.from }),
    ...(filter.to === '' ? {} : { to: filter.to }),
    ...(words === '' ? {} : { words }),
    ...(filter.issueId === null ? {} : { issueId: filter.issueId }),
  };
  if (filter.kind === 'sentences') return { ...common, sentences: true };
  return {
    ...common,
    ...(filter.tag === null ? {} : { tags: [filter.tag] }),
    ...(filter.color === null ? {} : { colors: [filter.color] }),
    ...(filter.author === null ? {} : { authors: [filter.author] }),
  };
}
