// What the view shows of the issue, set for the window's size: whole sheets, one article, or all of them.
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Direction } from '../../src-core/ipc/contract';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import { chosenStyle } from '../../src-core/typesetting/chosen-style';
import { layoutIssue } from '../../src-core/typesetting/layout-issue';
import { useReader } from '../state/reader';
import { placeIn, useSettings } from '../state/settings';
import { indexLines, type LineIndex } from './line-index';
import type { TypeFace } from './latin-metrics';
import { noRoom, type NoteRoom } from './note-room';
import type { ViewSize } from './page-spec';
import { readingLayout } from './reading-layout';
import type { Sheets } from './lazy-sheets';
import { sidesOf } from '../../src-core/typesetting/printed-sheets';
import { fittingBody, sheetGap, sheetShape, sheetStrip, sheetsExtent } from './sheet-layout';
import type { Strip } from './strip';
import { useSheets } from './use-sheets';
import { fittingView, readingView, viewOver } from './view-size';

export type ViewLayout = {
  /** The sheets that are shown; null where text runs on in a strip. */
  readonly sheets: Sheets | null;
  readonly index: LineIndex;
  readonly strip: Strip;
};

/**
 * Sets what the view shows; null before the size of its box is known. In text for reading, room is kept free for notes.
 */
export function useViewLayout(
  issue: Issue,
  face: TypeFace,
  box: ViewSize | null,
  direction: Direction,
  room: NoteRoom = noRoom,
): ViewLayout | null {
  const { view, zoom } = useSettings(
    useShallow(({ settings }) => ({ view: settings.view, zoom: settings.zoom })),
  );
  const chosen = useSettings(
    useShallow(({ settings }) => ({
      fontSize: settings.fontSize,
      linePitch: settings.linePitch,
      charactersPerLine: settings.charactersPerLine,
      tiers: settings.tiers,
      digits: settings.digits,
      punctuation: settings.punctuation,
      prohibition: settings.prohibition,
      titles: settings.titles,
      flow: settings.flow,
    })),
  );
  const requested = useReader((state) => state.request?.articleId ?? null);
  const articleId = requested ?? placeIn(issue.issueId)?.articleId ?? null;
  const isRow = useMemo(() => sidesOf(issue).length > 1, [issue]);
  const shape = box === null ? null : sheetShape(fittingView(box, direction, isRow));
  const { digits, punctuation, prohibition, titles } = chosen;
  const read = useMemo(
    () => (view === 'article' ? withOneArticle(issue, articleId) : issue),
    [issue, view, articleId],
  );

  const sheetOptions = useMemo(
    () =>
      view === 'page' && shape !== null
        ? { direction, shape, style: chosenStyle({ digits, punctuation, prohibition, titles }), face }
        : null,
    [view, direction, shape, digits, punctuation, prohibition, titles, face],
  );
  const shown = useSheets(issue, sheetOptions, articleId);
  const sheetIndex = useMemo(() => (shown === null ? null : indexLines(shown.layout, sheetGap)), [shown]);
  const sheetsInView = useMemo((): ViewLayout | null => {
    if (shown === null || sheetIndex === null || box === null) return null;
    const { layout } = shown;
    const fitting = fittingBody(layout, fittingView(box, direction, layout.pages.length > 1));
    const body = Math.round(fitting * zoom) / 100;
    const view = viewOver(box, sheetsExtent(sheetIndex, body));
    return { sheets: shown.sheets, index: sheetIndex, strip: sheetStrip(layout, body, view) };
  }, [shown, sheetIndex, box, direction, zoom]);

  const text = useMemo((): ViewLayout | null => {
    if (view === 'page' || box === null) return null;
    const size = readingView(box, direction);
    const setting = { ...chosen, direction, textFace: face.textFace };
    const { spec, strip, pageGap } = readingLayout(setting, size, room);
    return { sheets: null, index: indexLines(layoutIssue(read, spec, face.metrics), pageGap), strip };
  }, [view, read, chosen, direction, box, room, face]);

  return sheetsInView ?? text;
}

/** The issue as if the article stood in it alone. */
function withOneArticle(issue: Issue, articleId: ArticleId | null): Issue {
  const article = issue.articles.find((candidate) => candidate.articleId === articleId) ?? issue.articles[0];
  return article === undefined ? issue : { ...issue, articles: [article] };
}
