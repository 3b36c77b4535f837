// What of the library is exported: the open issue, more issues after it, or some of its articles.
import type { ReactNode } from 'react';
import { articleTitle } from '../../src-core/publication/article-text';
import { useDesk } from '../state/desk';
import { chooseContent, useExporting } from '../state/exporting';
import { useLibrary } from '../state/library';
import { useStrings } from '../strings/use-strings';
import { CheckOption } from './CheckOption';
import { Options } from './Options';

/** Draws the choices. */
export function ContentChoices(): ReactNode {
  const { exporting } = useStrings();
  const content = useExporting((state) => state.content);
  return (
    <section aria-label={exporting.what}>
      <h3>{exporting.what}</h3>
      <Options
        label={exporting.scope}
        value={content.scope}
        options={['issue', 'several', 'articles']}
        words={exporting.scopes}
        onChoose={(scope) => chooseContent({ scope })}
      />
      {content.scope === 'several' && <MoreIssues />}
      {content.scope === 'articles' && <Articles />}
      <label className="export-row">
        <span>{exporting.documentTitle}</span>
        <input
          className="text-field"
          maxLength={200}
          placeholder={exporting.titleHint}
          value={content.title}
          onChange={({ currentTarget }) => chooseContent({ title: currentTarget.value })}
        />
      </label>
    </section>
  );
}

function MoreIssues(): ReactNode {
  const strings = useStrings();
  const { exporting } = strings;
  const issues = useLibrary((state) => state.issues);
  const issueId = useDesk((state) => state.issueId);
  const more = useExporting((state) => state.content.more);
  const others = [...issues]
    .filter((issue) => issue.issueId !== issueId)
    .sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
  if (others.length === 0) return <p className="muted">{exporting.noIssues}</p>;
  return (
    <div className="export-list" role="group" aria-label={exporting.issues}>
      {others.map((issue) => {
        const named = [
          issue.publication,
          issue.date === undefined ? undefined : strings.calendarDate(issue.date),
        ].filter((part) => part !== undefined);
        return (
          <CheckOption
            key={issue.issueId}
            label={named.length === 0 ? issue.title : named.join(' ')}
            isChecked={more.includes(issue.issueId)}
            onChange={(isChecked) => {
              // They follow each other as they are listed, whatever the order of choosing.
              const chosen = others.filter((other) =>
                other.issueId === issue.issueId ? isChecked : more.includes(other.issueId),
              );
              chooseContent({ more: chosen.map((other) => other.issueId) });
            }}
          />
        );
      })}
    </div>
  );
}

function Articles(): ReactNode {
  const { exporting } = useStrings();
  const issue = useDesk((state) => state.issue);
  const articles = useExporting((state) => state.content.articles);
  if (issue === null) return null;
  return (
    <>
      <div className="export-list" role="group" aria-label={exporting.articles}>
        {issue.articles.map((article) => (
          <CheckOption
            key={article.articleId}
            label={articleTitle(article)}
            isChecked={articles.includes(article.articleId)}
            onChange={(isChecked) =>
              chooseContent({
                articles: isChecked
                  ? [...articles, article.articleId]
                  : articles.filter((chosen) => chosen !== article.articleId),
              })
            }
          />
        ))}
      </div>
      {articles.length === 0 && (
        <p className="muted" role="status">
          {exporting.chooseArticles}
        </p>
      )}
    </>
  );
}
