// Where reading goes on when the text under the reader was revised: at the words that stood there, wherever they stand now.
// A place is no mark: where its words are gone, the nearest place will do.
import type { ArticleId, Issue } from '../publication/issue';
import type { CodeUnits } from '../text/offsets';

export type Place = { readonly articleId: ArticleId; readonly offset: CodeUnits };

/** How many code units are looked for; fewer are found too often, more are cut by a new paragraph too often. */
const longestProbe = 24;

/** The place in the revision; null where the revision has no article. */
export function carryPlace(former: Issue, revised: Issue, place: Place): Place | null {
  const own = revised.articles.find(({ articleId }) => articleId === place.articleId);
  const text = former.articles.find(({ articleId }) => articleId === place.articleId)?.text ?? '';
  const probe = probeAt(text, place.offset);
  const others = revised.articles.filter((article) => article !== own);
  for (const article of probe === null ? [] : [...(own === undefined ? [] : [own]), ...others]) {
    const found = nearest(article.text, probe?.words ?? '', place.offset);
    if (found !== null)
      return { articleId: article.articleId, offset: Math.max(0, found - (probe?.after ?? 0)) };
  }
  const home = own ?? revised.articles[0];
  if (home === undefined) return null;
  const offset = own === undefined ? 0 : Math.min(place.offset, Math.max(0, home.text.length - 1));
  return { articleId: home.articleId, offset };
}

/** The words that begin at an offset, up to the end of their line; `after` is how far behind the offset they begin. */
function probeAt(text: string, offset: CodeUnits): { readonly words: string; readonly after: number } | null {
  const after = /^\n*/u.exec(text.slice(offset))?.[0].length ?? 0;
  const words = text.slice(offset + after, offset + after + longestProbe).split('\n')[0] ?? '';
  return words === '' ? null : { words, after };
}

function nearest(text: string, words: string, offset: CodeUnits): CodeUnits | null {
  let best: CodeUnits | null = null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  }
  return best;
}
