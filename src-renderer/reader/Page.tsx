// The newspaper page: the strip of the open issue, set by the engine for the window's size, with its marks, selection
// and caret.
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Direction } from '../../src-core/ipc/contract';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';
import { MarkCard } from '../annotations/MarkCard';
import { SelectionBar } from '../annotations/SelectionBar';
import { overlapping, placedMarks, withoutAuthors, type PlacedMark } from '../annotations/mark-ranges';
import { FindEdge, FindLayer } from '../find/FindLayer';
import type { Annotations } from '../../src-core/annotation/apply-edit';
import { standingMark, useDesk } from '../state/desk';
import { useMiniatureMap } from '../miniature/use-miniature-map';
import { useDirection, useIsActivePane, usePane } from '../panes/pane';
import { useHearing } from '../state/hearing';
import { useMarkList } from '../state/mark-list';
import { selectedRange, useReader } from '../state/reader';
import { activatePane } from '../state/panes';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import { Announcer } from './Announcer';
import { CrowdSigns } from './CrowdSigns';
import { Caret, MarkLayer, RangeLayer } from './MarkLayer';
import { notePlaceOf, noteRoomOf, type NotePlace } from './note-room';
import { NoteLeaf, NoteSigns, type PointedNotes } from './NoteSigns';
import { PageNotes } from './PageNotes';
import { MakeUpMenu } from './MakeUpMenu';
import { TextLayer } from './TextLayer';
import { SheetPapers } from './SheetPapers';
import { WholeSigns } from './WholeSigns';
import { hitTest } from './hit-test';
import type { TypeFace } from './latin-metrics';
import { lineAt, quadsOnStrip } from './line-index';
import type { Box } from './place-beside';
import { useSounds } from './sounds';
import { toBox, toPoint } from './strip';
import { useDisplayIssue } from './use-display-issue';
import { boxSize, useElementSize } from './use-element-size';
import { useDragPan } from './use-drag-pan';
import { usePageKeys } from './use-page-keys';
import { usePointerSelection } from './use-pointer-selection';
import { useSheetScroll } from './use-sheet-scroll';
import { useSheetsToCome } from './use-sheets';
import { useStripScroll } from './use-strip-scroll';
import { useViewLayout } from './use-view-layout';
import { readingView } from './view-size';
import { beginAtPage } from './zones';

/** Shows an issue. */
export function Page({ issue, face }: { readonly issue: Issue; readonly face: TypeFace }): ReactNode {
  const strings = useStrings();
  const pane = usePane();
  const isActive = useIsActivePane();
  const direction = useDirection();
  const flow = useSettings((state) => state.settings.flow);
  const annotations = useDesk((state) => state.annotations);
  const { selection, isSelecting, hasCaret, activeMark, isCardOpen, flash } = useReader();
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const box = useElementSize(scroller, boxSize);
  const size = useMemo(() => (box === null ? null : readingView(box, direction)), [box, direction]);

  const notePlace = useNotePlace(annotations, direction, size?.width ?? 0);
  const room = noteRoomOf(notePlace);
  const layout = useViewLayout(useDisplayIssue(issue), face, box, direction, room);
  const sounds = useSounds(issue);
  const index = layout?.index ?? null;
  const strip = layout?.strip ?? null;
  const body = strip?.body ?? 0;
  const sheets = layout?.sheets ?? null;
  const isWhole = sheets !== null;
  const hiddenAuthors = useMarkList((state) => state.hiddenAuthors);
  const marks = useMemo(
    () => withoutAuthors(placedMarks(issue, annotations), hiddenAuthors),
    [issue, annotations, hiddenAuthors],
  );
  const place = { scrollerRef: scroller, issueId: issue.issueId, strip, pane };
  const isPaged = flow === 'paged';
  const reading = useStripScroll({ ...place, index: isWhole ? null : index, size, isPaged });
  const looking = useSheetScroll({ ...place, sheetRef: sheet, index: isWhole ? index : null });
  const scroll = isWhole ? looking : reading;
  useSheetsToCome(sheets, index, scroll.painted);
  const press = usePointerSelection({ scroller, sheet, issue, index, strip, marks, moveBy: scroll.moveBy });
  const pan = useDragPan(scroller, isWhole);
  useMiniatureMap({
    scrollerRef: scroller,
    sheetRef: sheet,
    index: isWhole && pane === 'first' ? index : null,
    strip,
  });
  usePageKeys({
    hearsWindow: pane === 'first',
    scrollerRef: scroller,
    issue,
    index,
    strip,
    moveBy: scroll.moveBy,
    turn: isPaged || isWhole ? scroll.turn : null,
    reveal: scroll.reveal,
    stretch: () =>
      (direction === 'vertical' ? scroller.current?.clientWidth : scroller.current?.clientHeight) ?? 0,
  });

  /** Where a range stands in the window now. */
  function boxesOf(articleId: ArticleId, range: TextRange): readonly Box[] {
    if (index === null || strip === null || sheet.current === null) return [];
    const element = sheet.current.getBoundingClientRect();
    return quadsOnStrip(index, articleId, range).map((quad) => toBox(strip, quad, element));
  }

  function articleAt(x: number, y: number): ArticleId | null {
    if (index === null || strip === null || sheet.current === null) return null;
    const point = toPoint(strip, x, y, sheet.current.getBoundingClientRect());
    return hitTest(index, point, null)?.articleId ?? null;
  }

  useEffect(() => {
    // The page is where the keys go from the start, and where Tab goes on from.
    if (pane === 'first') beginAtPage();
  }, [pane]);

  const heard = useHearing((state) => state.sentence);
  const { reveal } = scroll;
  useEffect(() => {
    if (heard !== null) reveal({ articleId: heard.articleId, offset: heard.range.start });
  }, [heard, reveal]);

  const range = selectedRange(selection);
  const caretLine =
    hasCaret && selection !== null && index !== null
      ? lineAt(index, selection.articleId, selection.focus)
      : null;
  const picked = standingMark(annotations, activeMark);
  const hasSigns = useSettings(({ settings }) => settings.noteDisplay !== 'list') && isWhole;
  const [pointed, setPointed] = useState<PointedNotes | null>(null);
  const pickedPlace = marks.placed.find(({ mark }) => mark.annotationId === picked?.annotationId) ?? null;
  const leaf =
    pointed !== null && pointed.index === index ? pointed.noted : hasSigns ? leafOf(pickedPlace) : [];

  return (
    <>
      <MakeUpMenu isWhole={isWhole} issueId={issue.issueId} articleAt={articleAt}>
        <div
          ref={scroller}
          className={`scroller is-${direction}${isWhole ? ' is-whole' : ''}`}
          data-zone="page"
          tabIndex={0}
          role="region"
          aria-label={pane === 'first' ? strings.reader.label : strings.room.secondPane[direction]}
          onFocus={() => activatePane(pane)}
          onMouseDown={(event) => {
            activatePane(pane);
            if (!pan(event)) press(event);
          }}
        >
          {index !== null && strip !== null && (
            <div
              ref={sheet}
              className="sheet"
              lang="zh-CN"
              style={{
                inlineSize: (index.inlineSize + 2 * strip.marginInline - room.start + room.end) * body,
                blockSize: (index.blockSize + 2 * strip.marginBlock) * body,
              }}
            >
              <div
                className="type-area"
                style={{
                  insetInlineStart: strip.marginInline * body,
                  insetBlockStart: strip.marginBlock * body,
                }}
              >
                {isWhole && <SheetPapers index={index} body={body} />}
                <div className="mark-layer" aria-hidden="true">
                  <MarkLayer
                    index={index}
                    body={body}
                    from={scroll.painted.from}
                    to={scroll.painted.to}
                    marks={marks.byArticle}
                    activeMark={activeMark}
                  />
                </div>
                <div className="range-layer" aria-hidden="true">
                  <RangeLayer
                    index={index}
                    body={body}
                    className="selected"
                    place={
                      selection === null || range === null ? null : { articleId: selection.articleId, range }
                    }
                  />
                  <FindLayer index={index} body={body} from={scroll.painted.from} to={scroll.painted.to} />
                  <RangeLayer index={index} body={body} className="heard" place={heard} />
                  <RangeLayer index={index} body={body} className="flash" place={flash} />
                </div>
                <TextLayer
                  articles={issue.articles}
                  index={index}
                  body={body}
                  from={scroll.painted.from}
                  to={scroll.painted.to}
                  sounds={sounds}
                />
                <CrowdSigns
                  index={index}
                  body={body}
                  from={scroll.painted.from}
                  to={scroll.painted.to}
                  marks={marks.byArticle}
                  activeMark={activeMark}
                />
                <WholeSigns index={index} body={body} marks={marks.placed} activeMark={activeMark} />
                {hasSigns && (
                  <NoteSigns
                    index={index}
                    body={body}
                    from={scroll.painted.from}
                    to={scroll.painted.to}
                    marks={marks.placed}
                    activeMark={activeMark}
                    onPoint={setPointed}
                  />
                )}
                {notePlace !== null && (
                  <PageNotes
                    place={notePlace}
                    index={index}
                    body={body}
                    from={scroll.painted.from}
                    to={scroll.painted.to}
                    marks={marks.placed}
                    activeMark={activeMark}
                    onPoint={setPointed}
                  />
                )}
                {caretLine !== null && selection !== null && (
                  <Caret
                    body={body}
                    line={caretLine}
                    place={{ articleId: selection.articleId, offset: selection.focus }}
                  />
                )}
              </div>
            </div>
          )}
        </div>
      </MakeUpMenu>
      {index !== null && strip !== null && <FindEdge index={index} strip={strip} />}
      {pane === 'first' && <Announcer issue={issue} marks={marks} />}
      {isActive && range !== null && selection !== null && !isSelecting && (
        <SelectionBar boxes={() => boxesOf(selection.articleId, range)} scroller={scroller} />
      )}
      {!isCardOpen && (
        <NoteLeaf
          marks={leaf}
          boxes={() => leaf.slice(0, 1).flatMap(({ mark, range }) => boxesOf(mark.articleId, range))}
          scroller={scroller}
        />
      )}
      {isActive && isCardOpen && picked !== null && (
        <MarkCard
          key={picked.annotationId}
          mark={picked}
          boxes={() => (pickedPlace === null ? [] : boxesOf(picked.articleId, pickedPlace.range))}
          scroller={scroller}
          overlaps={pickedPlace === null ? [] : overlapping(marks, pickedPlace)}
        />
      )}
    </>
  );
}

/** The picked mark, as far as it has a note to show. */
function leafOf(picked: PlacedMark | null): readonly PlacedMark[] {
  return picked === null || picked.mark.note.trim() === '' ? [] : [picked];
}

/** Where notes show: nowhere while there is none. */
function useNotePlace(annotations: Annotations, direction: Direction, width: number): NotePlace | null {
  const place = useSettings(({ settings }) => notePlaceOf(settings, direction, width));
  const isNoted = useMemo(() => hasNotes(annotations), [annotations]);
  return isNoted ? place : null;
}

function hasNotes(annotations: Annotations): boolean {
  for (const { removed, note } of annotations.values())
    if (removed === undefined && note.trim() !== '') return true;
  return false;
}
