// What the view shows of the issue, set for the window's size: whole sheets, one article, or all of them.
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Direction } from '../../src-core/ipc/contract';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import { layoutIssue } from '../../src-core/typesetting/layout-issue';
import type { LatinMetrics } from '../../src-core/typesetting/model';
import { useReader } from '../state/reader';
import { placeIn, useSettings } from '../state/settings';
import { indexLines, type LineIndex } from './line-index';
import type { ViewSize } from './page-spec';
import { readingLayout, styleOf } from './reading-layout';
import { fittingBody, layoutSheets, sheetGap, sheetShape, sheetStrip } from './sheet-layout';
import type { Strip } from './strip';

export type ViewLayout = {
  readonly kind: 'strip' | 'sheets';
  readonly index: LineIndex;
  readonly strip: Strip;
};

/**
 * Sets what the view shows; null before the view's size is known. `headRoom`, in em, is kept free at the head of text for
 * reading.
 */
export function useViewLayout(
  issue: Issue,
  metrics: LatinMetrics,
  size: ViewSize | null,
  direction: Direction,
  headRoom = 0,
): ViewLayout | null {
  const { view, zoom } = useSettings(
    useShallow(({ settings }) => ({ view: settings.view, zoom: settings.zoom })),
  );
  const chosen = useSettings(
    useShallow(({ settings }) => ({
      fontSize: settings.fontSize,
      linePitch: settings.linePitch,
      charactersPerLine: settings.charactersPerLine,
      digits: settings.digits,
      punctuation: settings.punctuation,
      titles: settings.titles,
      flow: settings.flow,
    })),
  );
  const requested = useReader((state) => state.request?.articleId ?? null);
  const articleId = requested ?? placeIn(issue.issueId)?.articleId ?? null;
  const shape = size === null ? null : sheetShape(size);
  const { digits, punctuation, titles } = chosen;
  const read = useMemo(
    () => (view === 'article' ? withOneArticle(issue, articleId) : issue),
    [issue, view, articleId],
  );

  const sheets = useMemo(
    () =>
      view === 'page' && shape !== null
        ? layoutSheets(issue, direction, shape, styleOf({ digits, punctuation, titles }), metrics)
        : null,
    [view, issue, direction, shape, digits, punctuation, titles, metrics],
  );
  const sheetIndex = useMemo(() => (sheets === null ? null : indexLines(sheets, sheetGap)), [sheets]);
  const sheetsInView = useMemo((): ViewLayout | null => {
    if (sheets === null || sheetIndex === null || size === null) return null;
    const body = Math.round(fittingBody(sheets, size) * zoom) / 100;
    return { kind: 'sheets', index: sheetIndex, strip: sheetStrip(sheets, body, size) };
  }, [sheets, sheetIndex, size, zoom]);

  const text = useMemo((): ViewLayout | null => {
    if (view === 'page' || size === null) return null;
    const { spec, strip, pageGap } = readingLayout({ ...chosen, direction }, size, headRoom);
    return { kind: 'strip', index: indexLines(layoutIssue(read, spec, metrics), pageGap), strip };
  }, [view, read, chosen, direction, size, headRoom, metrics]);

  return sheetsInView ?? text;
}

/** The issue as if the article stood in it alone. */
function withOneArticle(issue: Issue, articleId: ArticleId | null): Issue {
  const article = issue.articles.find((candidate) => candidate.articleId === articleId) ?? issue.articles[0];
  return article === undefined ? issue : { ...issue, articles: [article] };
}
