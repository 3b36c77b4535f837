// A list of marks as long as may be: only what is in view is drawn. It is one stop for the Tab key. Within it the arrows
// go from mark to mark, Space chooses one, Shift with an arrow a stretch, Ctrl+A all; Enter opens, Delete removes.
import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import {
  useCallback,
  useRef,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { Annotation, AnnotationId } from '../../src-core/annotation/annotation';
import { chooseMarks, chooseNone, toggleChosen, useMarkList } from '../state/mark-list';

type MarkListProps = {
  readonly label: string;
  readonly marks: readonly Annotation[];
  readonly active: AnnotationId | null;
  /** A mark is gone to by an arrow, or pressed. */
  readonly onGo: (mark: Annotation, how: 'arrow' | 'press') => void;
  readonly onEnter: (mark: Annotation) => void;
  /** Closes what stands open of the mark; no where nothing does. */
  readonly onLeave?: () => boolean;
  /** The Delete key; the marks are the chosen ones, or else the active one. */
  readonly onDelete: ((marks: readonly AnnotationId[]) => void) | null;
  /** The hand takes marks up, and lets them go; left out where they can be drawn nowhere. */
  readonly drawing?: {
    readonly hold: (marks: readonly AnnotationId[]) => void;
    readonly letGo: () => void;
  };
  readonly children: (mark: Annotation) => ReactNode;
};

const estimatedHeight = 72;

/** Draws the list. */
export function MarkList(props: MarkListProps): ReactNode {
  const { label, marks, active: activeId, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useMarkList((state) => state.chosen);
  // With other keys the list would measure all of its marks anew, whatever it was drawn again for.
  const keyOf = useCallback((at: number) => marks[at]?.annotationId ?? at, [marks]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used here only and never memoized
  const list = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: keyOf,
    overscan: 8,
  });
  const active = marks.findIndex(({ annotationId }) => annotationId === activeId);

  function go(at: number, isStretching: boolean): void {
    const mark = marks[Math.min(marks.length - 1, Math.max(0, at))];
    if (mark === undefined) return;
    list.scrollToIndex(marks.indexOf(mark));
    if (isStretching) stretchTo(mark);
    props.onGo(mark, 'arrow');
  }

  function stretchTo(mark: Annotation): void {
    const { chosenFrom } = useMarkList.getState();
    const begun = marks.findIndex(({ annotationId }) => annotationId === (chosenFrom ?? activeId));
    const from = begun < 0 ? Math.max(0, active) : begun;
    const to = marks.indexOf(mark);
    const stretch = marks.slice(Math.min(from, to), Math.max(from, to) + 1);
    chooseMarks(
      stretch.map(({ annotationId }) => annotationId),
      marks[from]?.annotationId ?? null,
    );
  }

  function pressKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active < 0 ? marks.length - 1 : active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
      Home: 0,
      End: marks.length - 1,
    };
    const next = steps[event.key];
    const current = marks[active];
    const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
    if (next !== undefined) go(next, event.shiftKey);
    else if (isAll) chooseMarks(marks.map(({ annotationId }) => annotationId));
    else if (event.key === 'Escape' && chosen.size > 0) chooseNone();
    else if (event.key === 'Escape' && props.onLeave?.() === true) event.stopPropagation();
    else if (event.key === ' ' && current !== undefined) toggleChosen(current.annotationId);
    else if (event.key === 'Enter' && current !== undefined) props.onEnter(current);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && props.onDelete !== null) {
      deleteMarks(props.onDelete, current);
    } else return;
    event.preventDefault();
  }

  function deleteMarks(
    remove: (marks: readonly AnnotationId[]) => void,
    current: Annotation | undefined,
  ): void {
    const doomed = marks.filter(({ annotationId }) => chosen.has(annotationId));
    if (doomed.length > 0) return remove(doomed.map(({ annotationId }) => annotationId));
    if (current === undefined) return;
    const neighbour = marks[active + 1] ?? marks[active - 1];
    remove([current.annotationId]);
    if (neighbour !== undefined) props.onGo(neighbour, 'arrow');
  }

  function press(event: MouseEvent, mark: Annotation): void {
    if (event.shiftKey) stretchTo(mark);
    else if (event.ctrlKey || event.metaKey) toggleChosen(mark.annotationId);
    else {
      chooseNone();
      props.onGo(mark, 'press');
    }
  }

  function beginDrawing(event: DragEvent, mark: Annotation): void {
    const isMany = chosen.has(mark.annotationId);
    const held = isMany ? marks.filter(({ annotationId }) => chosen.has(annotationId)) : [mark];
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData('text/plain', held.map(({ target }) => target.quote.exact).join('\n'));
    props.drawing?.hold(held.map(({ annotationId }) => annotationId));
  }

  return (
    <div
      ref={scroller}
      className="mark-list"
      role="listbox"
      aria-multiselectable="true"
      tabIndex={0}
      data-zone-focus
      aria-label={label}
      onKeyDown={pressKey}
      {...(active >= 0 ? { 'aria-activedescendant': optionId(marks[active]?.annotationId) } : {})}
    >
      <div className="mark-list-strip" role="presentation" style={{ blockSize: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const mark = marks[index];
          if (mark === undefined) return null;
          const isChosen = chosen.has(mark.annotationId);
          return (
            <div
              key={key}
              ref={list.measureElement}
              data-index={index}
              id={optionId(mark.annotationId)}
              className={`mark-option${isChosen ? ' is-chosen' : ''}${index === active ? ' is-active' : ''}`}
              role="option"
              aria-selected={isChosen || index === active}
              aria-posinset={index + 1}
              aria-setsize={marks.length}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => press(event, mark)}
              {...(props.drawing === undefined
                ? {}
                : {
                    draggable: true,
                    onDragStart: (event: DragEvent) => beginDrawing(event, mark),
                    onDragEnd: props.drawing.letGo,
                  })}
            >
              {isChosen && <Check className="chosen-sign" size={14} aria-hidden="true" />}
              {children(mark)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function optionId(annotationId: AnnotationId | undefined): string {
  return `mark-${annotationId ?? ''}`;
}
