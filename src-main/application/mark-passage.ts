// Makes an annotation from what a script or a person says of it: an article, words or offsets, a style, a note.
import { findPassage } from '../../src-core/anchoring/find-passage';
import {
  annotationIdSchema,
  type Annotation,
  type AnnotationId,
  type MarkColor,
  type MarkScope,
  type MarkStyle,
} from '../../src-core/annotation/annotation';
import { describePassages } from '../../src-core/annotation/passages';
import { wholeTarget } from '../../src-core/annotation/whole-note';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Article, Issue } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import type { TextRange } from '../../src-core/text/offsets';

/** A passage by its words, its offsets, or both. */
export type PassageRequest = {
  readonly quote?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** UTF-16 code units of the article's canonical text. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
};

export type MarkRequest = PassageRequest & {
  readonly article?: string | undefined;
  /** Further passages of the same article, in any order. */
  readonly fragments?: readonly PassageRequest[] | undefined;
  /** A note on the whole article, or on the issue, and on no passage. */
  readonly scope?: MarkScope | undefined;
  readonly links?: readonly AnnotationId[] | undefined;
  readonly style: MarkStyle;
  readonly color: MarkColor;
  readonly tags: readonly string[];
  readonly note: string;
  readonly author: string;
};

type Place = { readonly article: Article; readonly range: TextRange };

/** Makes the annotation, or says why its place is not one place in the issue. Stores nothing. */
export function markPassage(
  issue: Issue,
  request: MarkRequest,
  ports: { readonly now: () => string; readonly newId: () => string },
): Result<Annotation, AppError> {
  const place = request.scope === undefined ? locateAll(issue, request) : locateWhole(issue, request);
  if (!place.ok) return place;
  const { scope, links = [] } = request;
  const at = ports.now();
  return ok({
    annotationId: annotationIdSchema.parse(ports.newId()),
    issueId: issue.issueId,
    ...place.value,
    ...(scope === undefined ? {} : { scope }),
    style: request.style,
    color: request.color,
    tags: [...new Set(request.tags)],
    note: request.note,
    ...(links.length === 0 ? {} : { links: [...new Set(links)] }),
    author: request.author,
    created: at,
    modified: at,
  });
}

type Target = Pick<Annotation, 'articleId' | 'target'>;

function locateAll(issue: Issue, request: MarkRequest): Result<Target, AppError> {
  const first = locate(issue, request);
  if (!first.ok) return first;
  const { article, range } = first.value;
  const ranges = [range];
  for (const fragment of request.fragments ?? []) {
    const place = locate(issue, { ...fragment, article: article.articleId });
    if (!place.ok) return place;
    ranges.push(place.value.range);
  }
  const target = describePassages(article.text, ranges);
  return target === null
    ? fail({
        code: 'invalid-input',
        where: 'fragments',
        detail: { code: 'passages-unfit', count: ranges.length },
      })
    : ok({ articleId: article.articleId, target });
}

function locateWhole(issue: Issue, request: MarkRequest): Result<Target, AppError> {
  const article = issue.articles.find(({ articleId }) => articleId === request.article);
  if (request.scope === 'article' && article === undefined) {
    return fail({ code: 'article-unknown', articleId: request.article ?? '' });
  }
  const place = wholeTarget(issue, request.scope ?? 'issue', article?.articleId ?? null);
  return place === null
    ? fail({ code: 'invalid-input', where: 'scope', detail: { code: 'no-text' } })
    : ok(place);
}

type Located = PassageRequest & Pick<MarkRequest, 'article'>;

function locate(issue: Issue, request: Located): Result<Place, AppError> {
  const articles = issue.articles.filter(
    (article) => request.article === undefined || article.articleId === request.article,
  );
  if (articles.length === 0) return fail({ code: 'article-unknown', articleId: request.article ?? '' });
  if (request.start !== undefined && request.end !== undefined) {
    return locateByOffsets(articles, request, { start: request.start, end: request.end });
  }
  if (request.quote === undefined || request.quote.trim() === '') {
    return fail({ code: 'invalid-input', where: 'quote', detail: { code: 'quote-needed' } });
  }
  return locateByQuote(articles, request, request.quote);
}

function locateByOffsets(
  articles: readonly Article[],
  request: Located,
  range: TextRange,
): Result<Place, AppError> {
  const [article] = articles;
  if (article === undefined || articles.length > 1) {
    return fail({ code: 'invalid-input', where: 'article', detail: { code: 'article-needed' } });
  }
  if (range.start >= range.end || range.end > article.text.length || range.start < 0) {
    return fail({ code: 'range-outside-text', ...range, length: article.text.length });
  }
  if (request.quote === undefined || article.text.slice(range.start, range.end) === request.quote) {
    return ok({ article, range });
  }
  // The offsets are of another text; the words decide, and must then be one place.
  return locateByQuote([article], request, request.quote);
}

function locateByQuote(
  articles: readonly Article[],
  request: Located,
  quote: string,
): Result<Place, AppError> {
  const places = articles.flatMap((article) =>
    findPassage(article.text, { quote, prefix: request.prefix, suffix: request.suffix }).map((range) => ({
      article,
      range,
    })),
  );
  const [place] = places;
  if (place === undefined) return fail({ code: 'quote-not-found', quote });
  if (places.length === 1) return ok(place);
  return fail({
    code: 'quote-ambiguous',
    quote,
    places: places.slice(0, 50).map(({ article, range }) => ({
      articleId: article.articleId,
      start: range.start,
      end: range.end,
      snippet: snippet(article.text, range),
    })),
  });
}

function snippet(text: string, range: TextRange): string {
  const before = text.slice(Math.max(0, range.start - 8), range.start);
  const after = text.slice(range.end, range.end + 8);
  return `…${before}【${text.slice(range.start, range.end)}】${after}…`.replace(/\n/gu, ' ');
}
