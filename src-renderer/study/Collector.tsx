// The collector: conditions, and the marks or sentences of the whole library that fulfil them. Enter takes one in, a button
// all of them, and each can be dragged to its place among the materials.
import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import type { Collected } from '../../src-core/ipc/study-contract';
import { closeCollector, useCollect } from '../state/study-collect';
import { useStudyDay } from '../state/study-day';
import { addExcerpts } from '../state/study-materials';
import { useLanguage, useStrings } from '../strings/use-strings';
import { CollectFilters } from './CollectFilters';
import { FoundRow } from './FoundRow';
import { startDrag } from './drag';

const estimatedHeight = 76;

/** Shows the collector. */
export function Collector(): ReactNode {
  const { study } = useStrings();
  const { collector } = study;
  const language = useLanguage();
  const { filter, collected, found, error } = useCollect();
  const [said, setSaid] = useState('');

  function add(chosen: readonly Collected[]): void {
    setSaid(collector.added(addExcerpts(chosen.map(({ excerpt }) => excerpt))));
  }

  const isWordless = filter.kind === 'sentences' && filter.words.trim() === '';
  return (
    <aside className="collector study-side" aria-label={collector.title}>
      <header>
        <h3>{collector.title}</h3>
        <button type="button" className="icon-button" aria-label={collector.close} onClick={closeCollector}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <CollectFilters />
      {error !== null && (
        <p className="failure" role="alert">
          {errorMessage(error, language)}
        </p>
      )}
      <div className="collect-sum">
        <span role="status">
          {isWordless
            ? collector.typeWords
            : found === 0
              ? collector.none
              : found > collected.length
                ? collector.foundMore(collected.length, found)
                : collector.found(found)}
        </span>
        <button
          type="button"
          className="text-button is-outlined"
          disabled={collected.length === 0}
          onClick={() => add(collected)}
        >
          {collector.addAll(collected.length)}
        </button>
      </div>
      {collected.length > 0 && <Found collected={collected} onAdd={(one) => add([one])} />}
      <p className="materials-keys muted" role="status">
        {said === '' ? collector.hint : said}
      </p>
    </aside>
  );
}

function Found(props: {
  readonly collected: readonly Collected[];
  readonly onAdd: (one: Collected) => void;
}): ReactNode {
  const { collected, onAdd } = props;
  const { collector } = useStrings().study;
  const current = useCollect((state) => state.current);
  const materials = useStudyDay((state) => state.day?.materials);
  const known = useMemo(
    () => new Set((materials ?? []).flatMap((one) => (one.kind === 'excerpt' ? [keyOf(one)] : []))),
    [materials],
  );
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used here only and never memoized
  const list = useVirtualizer({
    count: collected.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: (at) => collected[at]?.excerpt.materialId ?? at,
    overscan: 6,
  });
  useEffect(() => {
    list.scrollToIndex(current);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the list itself is a new value with each drawing
  }, [current]);

  function pressKey(event: KeyboardEvent): void {
    const last = collected.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 10,
      PageUp: current - 10,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    const one = collected[current];
    if (next !== undefined) useCollect.setState({ current: Math.max(0, Math.min(last, next)) });
    else if ((event.key === 'Enter' || event.key === ' ') && one !== undefined) onAdd(one);
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={scroller}
      className="material-list"
      role="listbox"
      tabIndex={0}
      aria-label={collector.list}
      aria-activedescendant={`found-${current}`}
      onKeyDown={pressKey}
    >
      <div className="mark-list-strip" role="presentation" style={{ blockSize: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const one = collected[index];
          if (one === undefined) return null;
          return (
            <div
              key={key}
              ref={list.measureElement}
              data-index={index}
              id={`found-${index}`}
              className="material"
              role="option"
              aria-selected={index === current}
              aria-posinset={index + 1}
              aria-setsize={collected.length}
              draggable
              onDragStart={(event) => startDrag(event, { kind: 'excerpts', excerpts: [one.excerpt] })}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => useCollect.setState({ current: index })}
              onDoubleClick={() => onAdd(one)}
            >
              <FoundRow one={one} />
              {known.has(keyOf(one.excerpt)) && (
                <span className="is-in">
                  <Check size={12} aria-hidden="true" /> {collector.isIn}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What an excerpt is known by: its mark, or its place. */
function keyOf({ annotationId, issueId, articleId, passages }: Collected['excerpt']): string {
  const places = passages.map(({ position }) => `${position.start}-${position.end}`).join(',');
  return annotationId === undefined ? `${issueId} ${articleId} ${places}` : `${issueId} ${annotationId}`;
}
