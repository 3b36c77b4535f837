// How the user changes the make-up of a printed page: an article is made heavier or lighter, keeps the place it has, or is
// put in another place, where it stays.
import type { ArticleId, Issue } from '../publication/issue';
import { leastWeight, mostWeight, placedArticle, withPlaced, type Placement } from '../publication/placement';
import { placeOnPage } from './page-parts';

/** What is done with an article. */
export const makeUpChanges = ['heavier', 'lighter', 'earlier', 'later', 'keep', 'free'] as const;

/** One of the changes, or the very weight, or the place among the articles of its printed page, counted from 1. */
export type MakeUpChange =
  (typeof makeUpChanges)[number] | { readonly weight: number } | { readonly place: number };

/** The issue's decisions after a change of one article, or of the one a label belongs to; null where nothing would change. */
export function changeMakeUp(
  issue: Pick<Issue, 'articles' | 'pages' | 'placement'>,
  articleId: ArticleId,
  change: MakeUpChange,
): Placement | null {
  const found = placeOnPage(issue, articleId);
  if (found === null) return null;
  const { placement } = issue;
  const { place, ...free } = placedArticle(placement, found.articleId);
  const kept = place === undefined ? {} : { place };
  const putAt = (wanted: number): Placement | null =>
    wanted < 1 || wanted > found.count || wanted === found.place
      ? null
      : withPlaced(placement, { ...free, place: wanted });
  if (typeof change === 'object') {
    if ('place' in change) return putAt(change.place);
    const weight = Math.min(mostWeight, Math.max(leastWeight, change.weight));
    return weight === free.weight ? null : withPlaced(placement, { ...free, ...kept, weight });
  }
  switch (change) {
    case 'earlier':
      return putAt(found.place - 1);
    case 'later':
      return putAt(found.place + 1);
    case 'heavier':
      return free.weight >= mostWeight
        ? null
        : withPlaced(placement, { ...free, ...kept, weight: free.weight + 1 });
    case 'lighter':
      return free.weight <= leastWeight
        ? null
        : withPlaced(placement, { ...free, ...kept, weight: free.weight - 1 });
    case 'keep':
      return place === undefined ? withPlaced(placement, { ...free, place: found.place }) : null;
    case 'free':
      return place === undefined ? null : withPlaced(placement, free);
  }
}
