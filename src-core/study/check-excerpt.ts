// Proves an excerpt against its source: a handout may only print what the paper says.
import { anchorSelectors } from '../anchoring/anchor';
import type { Selectors } from '../anchoring/selector';
import type { Article } from '../publication/issue';
import type { TextRange } from '../text/offsets';

/** How a passage stands to its source. */
export type PassageCheck =
  /** 一致: these very words stand there. */
  | { readonly state: 'agrees'; readonly range: TextRange }
  /** 与原文不符: the source has other words in their place. */
  | { readonly state: 'differs'; readonly range: TextRange; readonly difference: Difference }
  /** 原文不在: the article is gone, or nothing in it is like them. */
  | { readonly state: 'missing' };

/** What differs between an excerpt and its source, without what they have in common at either end. */
export type Difference = { readonly excerpt: string; readonly source: string };

export type ExcerptState = PassageCheck['state'];

/** Checks one passage against the article it was taken from; `null` for an article that is gone. */
export function checkPassage(article: Article | null, passage: Selectors): PassageCheck {
  if (article === null) return { state: 'missing' };
  const anchor = anchorSelectors(article.text, passage);
  if (anchor === null) return { state: 'missing' };
  const source = article.text.slice(anchor.range.start, anchor.range.end);
  const { exact } = passage.quote;
  return source === exact
    ? { state: 'agrees', range: anchor.range }
    : { state: 'differs', range: anchor.range, difference: differenceOf(exact, source) };
}

/** The worst state among an excerpt's passages. */
export function stateOf(checks: readonly PassageCheck[]): ExcerptState {
  if (checks.some(({ state }) => state === 'missing')) return 'missing';
  return checks.some(({ state }) => state === 'differs') ? 'differs' : 'agrees';
}

function differenceOf(excerpt: string, source: string): Difference {
  const [one, other] = [[...excerpt], [...source]];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return {
    excerpt: one.slice(start, one.length - end).join(''),
    source: other.slice(start, other.length - end).join(''),
  };
}
