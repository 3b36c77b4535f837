// Sets the sheets of an issue while nothing else is to be done, those nearest to the reader first.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import type { IssueLayout } from '../../src-core/typesetting/model';
import { sheetsOf, type Sheets } from './lazy-sheets';
import type { LineIndex } from './line-index';
import type { Stretch } from './painted-stretch';
import type { SheetOptions } from './sheet-layout';

/** Gives the sheets of an issue, and their layout in which the sheet of the article is set; null where there are no options. */
export function useSheets(
  issue: Issue,
  options: SheetOptions | null,
  articleId: ArticleId | null,
): { readonly sheets: Sheets; readonly layout: IssueLayout } | null {
  const sheets = useMemo(() => {
    if (options === null) return null;
    const kept = sheetsOf(issue, options);
    kept.setFor(articleId);
    return kept;
  }, [issue, options, articleId]);
  const layout = useSyncExternalStore(sheets?.subscribe ?? never, () => sheets?.layout() ?? null);
  return useMemo(() => (sheets === null || layout === null ? null : { sheets, layout }), [sheets, layout]);
}

function never(): () => void {
  return () => undefined;
}

/** Milliseconds that a sheet waits at most for the window to be idle: one in view, and the others. */
const longestWait = { inView: 30, elsewhere: 2000 } as const;

/** Sets the sheets that are not set yet, one after the other. */
export function useSheetsToCome(sheets: Sheets | null, index: LineIndex | null, painted: Stretch): void {
  useEffect(() => {
    if (sheets === null || index === null || sheets.isComplete()) return;
    const middle = (painted.from + painted.to) / 2;
    const page = Math.max(
      0,
      index.pageStarts.findLastIndex((start) => start <= middle),
    );
    const timeout = sheets.isSet(page) ? longestWait.elsewhere : longestWait.inView;
    const waiting = requestIdleCallback(() => sheets.setNear(page), { timeout });
    return () => cancelIdleCallback(waiting);
  }, [sheets, index, painted]);
}
