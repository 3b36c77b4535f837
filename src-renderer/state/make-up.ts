// The make-up of the open issue, as the user changes it: the article one is at on the whole page gets another weight, or
// keeps its place. It shows at once, and goes to the library.
import type { CallOutput } from '../../src-core/ipc/contract';
import type { IssuePlaced } from '../../src-core/ipc/make-up-contract';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import { placedArticle, type PlacedArticle, type Placement } from '../../src-core/publication/placement';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Result } from '../../src-core/result';
import { changeMakeUp, type MakeUpChange } from '../../src-core/typesetting/make-up';
import { placeOnPage } from '../../src-core/typesetting/page-parts';
import { call } from '../bridge/bridge';
import { useDesk } from './desk';
import { report } from './notices';
import { useSettings } from './settings';

/** The article one is at while whole pages are shown; null where none is. */
function articleHere(): { readonly issue: Issue; readonly articleId: ArticleId } | null {
  const { issue, status } = useDesk.getState();
  const { view, place } = useSettings.getState().settings;
  if (status !== 'open' || issue === null || view !== 'page' || place?.issueId !== issue.issueId) return null;
  return { issue, articleId: place.articleId };
}

/** What is decided of an article of an issue, or of the one that a label belongs to; null for an article it has not. */
export function decisionOn(issue: Issue, articleId: ArticleId): PlacedArticle | null {
  const found = placeOnPage(issue, articleId);
  return found === null ? null : placedArticle(issue.placement, found.articleId);
}

/** Whether the article here can be changed so. */
export function canMakeUp(change: MakeUpChange): boolean {
  const here = articleHere();
  return here !== null && changeMakeUp(here.issue, here.articleId, change) !== null;
}

/** Changes the article here, where it can be. */
export function makeUp(change: MakeUpChange): void {
  const here = articleHere();
  const placement = here === null ? null : changeMakeUp(here.issue, here.articleId, change);
  if (here === null || placement === null) return;
  const { issue, articleId } = here;
  void decide(issue, placement, call('issue.make-up', { issueId: issue.issueId, articleId, change }));
}

/** Lets the article here keep the place it has, or lets it go again. */
export function keepOrFreePlace(): void {
  makeUp(canMakeUp('free') ? 'free' : 'keep');
}

/** Whether whole pages are shown, and anything was decided of them. */
export function isMadeUpByHand(): boolean {
  const { view } = useSettings.getState().settings;
  return view === 'page' && (useDesk.getState().issue?.placement ?? []).length > 0;
}

/** Leaves the make-up of the open issue to the engine. */
export function makeUpAutomatically(): void {
  const { issue } = useDesk.getState();
  if (issue === null || !isMadeUpByHand()) return;
  void decide(issue, [], call('issue.make-up-automatically', { issueId: issue.issueId }));
}

/** Takes in what the library says of the make-up, by answer or by event. */
export function followPlacement({ issueId, placement }: IssuePlaced): void {
  const { issue } = useDesk.getState();
  if (issue?.issueId === issueId) useDesk.setState({ issue: { ...issue, placement } });
}

let asked = 0;

/** Shows a decision at once; the library's answer is the last word, unless more was decided since. */
async function decide(
  { issueId, placement: former = [] }: Issue,
  placement: Placement,
  answer: Promise<Result<CallOutput<'issue.make-up'>, AppError>>,
): Promise<void> {
  const turn = ++asked;
  followPlacement({ issueId, placement });
  const result = await answer;
  if (!result.ok) report(result.error);
  if (turn === asked) followPlacement(result.ok ? result.value : { issueId, placement: former });
}
