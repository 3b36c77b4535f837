// Proves excerpts against the library as it is now, and says where each is from.
import type { AppError } from '../../src-core/ipc/app-error';
import type { Collected, ProvedExcerpt } from '../../src-core/ipc/study-contract';
import { articleTitle } from '../../src-core/publication/article-text';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { ok, type Result } from '../../src-core/result';
import { checkPassage } from '../../src-core/study/check-excerpt';
import type { Excerpt } from '../../src-core/study/study-day';
import type { Library } from '../library/library';
import { sourcesOf } from './study-sources';

/** Proves each excerpt; the answers are in the same order. */
export async function proveExcerpts(
  library: Library,
  excerpts: readonly Excerpt[],
): Promise<Result<readonly ProvedExcerpt[], AppError>> {
  const sources = await sourcesOf(library, { materials: excerpts });
  if (!sources.ok) return sources;
  return ok(excerpts.map((excerpt) => prove(excerpt, sources.value)));
}

/** Gives the excerpts with their proof, and what their marks are like. */
export async function describeCollected(
  library: Library,
  excerpts: readonly Excerpt[],
): Promise<Result<readonly Collected[], AppError>> {
  const proved = await proveExcerpts(library, excerpts);
  if (!proved.ok) return proved;
  const marks = new Map<string, Collected['mark']>();
  for (const issueId of new Set(excerpts.map((excerpt) => excerpt.issueId))) {
    const listed = await library.annotations(issueId);
    if (!listed.ok) return listed;
    for (const { annotationId, color, author, note } of listed.value) {
      marks.set(`${issueId} ${annotationId}`, { color, author, note });
    }
  }
  return ok(
    excerpts.flatMap((excerpt, at) => {
      const proof = proved.value[at];
      if (proof === undefined) return [];
      const mark = marks.get(`${excerpt.issueId} ${excerpt.annotationId ?? ''}`);
      return [{ excerpt, proof, ...(mark === undefined ? {} : { mark }) }];
    }),
  );
}

function prove(
  { materialId, issueId, articleId, passages }: Excerpt,
  sources: ReadonlyMap<IssueId, Issue>,
): ProvedExcerpt {
  const issue = sources.get(issueId);
  const article = issue?.articles.find((candidate) => candidate.articleId === articleId) ?? null;
  return {
    materialId,
    title: article === null ? '' : articleTitle(article),
    ...(issue?.publication === undefined ? {} : { publication: issue.publication }),
    ...(issue?.date === undefined ? {} : { date: issue.date }),
    checks: passages.map((passage) => checkPassage(article, passage)),
  };
}
