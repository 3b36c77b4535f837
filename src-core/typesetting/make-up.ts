// How the user changes the make-up of a printed page: an article is made heavier or lighter, or keeps the place it has.
import type { ArticleId, Issue } from '../publication/issue';
import { leastWeight, mostWeight, placedArticle, withPlaced, type Placement } from '../publication/placement';
import { placeOnPage } from './page-parts';

/** What is done with an article. */
export const makeUpChanges = ['heavier', 'lighter', 'keep', 'free'] as const;
export type MakeUpChange = (typeof makeUpChanges)[number];

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
  switch (change) {
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
