// The contents of the open issue: its articles as one finds them on the page, with how many marks each carries.
import { Bell, Image, Newspaper, type LucideIcon } from 'lucide-react';
import { memo, useDeferredValue, useMemo, type ReactNode } from 'react';
import { articleTitle } from '../../src-core/publication/article-text';
import type { Article, ArticleType } from '../../src-core/publication/issue';
import { useDesk } from '../state/desk';
import { showPlace } from '../state/reader';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';

const typeIcons: { readonly [T in ArticleType]: LucideIcon | null } = {
  article: null,
  photo: Image,
  notice: Bell,
  label: Newspaper,
};

/** Shows the contents; nothing while no issue lies open. */
export function Contents(): ReactNode {
  const strings = useStrings();
  const issue = useDesk((state) => state.issue);
  // A new mark shows on the page first; how many there are, in the next moment.
  const annotations = useDeferredValue(useDesk((state) => state.annotations));
  const place = useSettings((state) => state.settings.place);
  const counts = useMemo(() => {
    const byArticle = new Map<string, number>();
    annotations.forEach(({ articleId, removed }) => {
      if (removed === undefined) byArticle.set(articleId, (byArticle.get(articleId) ?? 0) + 1);
    });
    return byArticle;
  }, [annotations]);
  if (issue === null) return null;
  return (
    <section className="contents" aria-label={strings.shelf.contents}>
      <h3>{strings.shelf.contents}</h3>
      <ol>
        {issue.articles.map((article) => (
          <li key={article.articleId}>
            <ArticleEntry
              article={article}
              marks={counts.get(article.articleId) ?? 0}
              isHere={place?.issueId === issue.issueId && place.articleId === article.articleId}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

const ArticleEntry = memo(function ArticleEntry(props: {
  readonly article: Article;
  readonly marks: number;
  readonly isHere: boolean;
}): ReactNode {
  const { article, marks, isHere } = props;
  const strings = useStrings();
  const Icon = typeIcons[article.type];
  return (
    <button
      type="button"
      className="article-entry"
      aria-current={isHere ? 'location' : undefined}
      onClick={() => showPlace({ articleId: article.articleId, offset: 0 })}
    >
      {Icon !== null && <Icon size={14} role="img" aria-label={strings.articleTypes[article.type]} />}
      <span>{articleTitle(article)}</span>
      {marks > 0 && (
        <span className="count" aria-label={strings.shelf.marked(marks)} role="img">
          {marks}
        </span>
      )}
    </button>
  );
});
