// The list of materials, as long as may be: only what is in view is drawn. It is one stop for the Tab key; arrows go from
// one to the next, with Alt they move it, and each can be dragged. What is dragged from the marks is taken in where it is
// let go.
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Material } from '../../src-core/study/study-day';
import { closeCollector } from '../state/study-collect';
import { useStudyDay } from '../state/study-day';
import { joinMaterial, lookAt, moveBy, moveTo, removeMaterial } from '../state/study-materials';
import { useStrings } from '../strings/use-strings';
import { dragged, dropDragged, startDrag } from './drag';
import { MaterialRow } from './MaterialRow';

type MaterialListProps = {
  readonly materials: readonly Material[];
  /** Tells those who hear the page what was done. */
  readonly onSay: (words: string) => void;
};

const estimatedHeight = 84;
const pageOfList = 10;

/** Draws the list. */
export function MaterialList({ materials, onSay }: MaterialListProps): ReactNode {
  const { study } = useStrings();
  const activeId = useStudyDay((state) => state.active);
  const scroller = useRef<HTMLDivElement>(null);
  const [dropAt, setDropAt] = useState<number | null>(null);
  const numbers = useMemo(() => numbersOf(materials), [materials]);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used here only and never memoized
  const list = useVirtualizer({
    count: materials.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey: (at) => materials[at]?.materialId ?? at,
    overscan: 6,
  });
  const active = materials.findIndex(({ materialId }) => materialId === activeId);
  useEffect(() => {
    if (active >= 0) list.scrollToIndex(active);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the list itself is a new value with each drawing
  }, [active]);

  function go(at: number): void {
    const material = materials[Math.min(materials.length - 1, Math.max(0, at))];
    if (material !== undefined) lookAt(material.materialId);
  }

  function move(step: 1 | -1): void {
    const material = materials[active];
    const place = material === undefined ? null : moveBy(material.materialId, step);
    if (place !== null) onSay(study.movedTo(place + 1, materials.length));
  }

  function pressKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active < 0 ? materials.length - 1 : active - 1,
      PageDown: active + pageOfList,
      PageUp: active - pageOfList,
      Home: 0,
      End: materials.length - 1,
    };
    const next = steps[event.key];
    const material = materials[active];
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.altKey) return;
    else if (next !== undefined) go(next);
    else if (material === undefined) return;
    else if (event.key === 'Delete' || event.key === 'Backspace') removeMaterial(material.materialId);
    else if (event.key.toLowerCase() === 'j') {
      if (joinMaterial(material.materialId)) onSay(study.joined);
    } else if (event.key === 'Enter') openInspector();
    else return;
    event.preventDefault();
  }

  function placeUnder(event: DragEvent): number {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (row === null) return materials.length;
    const box = row.getBoundingClientRect();
    return Number(row.dataset.index) + (event.clientY > box.top + box.height / 2 ? 1 : 0);
  }

  function drop(event: DragEvent): void {
    const at = placeUnder(event);
    setDropAt(null);
    event.preventDefault();
    const held = dragged();
    if (held?.kind === 'material') {
      const from = materials.findIndex(({ materialId }) => materialId === held.materialId);
      const place = moveTo(held.materialId, at > from ? at - 1 : at);
      if (place !== null) onSay(study.movedTo(place + 1, materials.length));
    } else onSay(study.collector.added(dropDragged(at)));
  }

  return (
    <div
      ref={scroller}
      className="material-list"
      role="listbox"
      tabIndex={0}
      aria-label={study.materials}
      onKeyDown={pressKey}
      onDragOver={(event) => {
        if (dragged() === null) return;
        event.preventDefault();
        setDropAt(placeUnder(event));
      }}
      onDragLeave={(event) => {
        const { relatedTarget } = event;
        if (!(relatedTarget instanceof Node) || !event.currentTarget.contains(relatedTarget)) setDropAt(null);
      }}
      onDrop={drop}
      {...(active >= 0 ? { 'aria-activedescendant': rowId(materials[active]) } : {})}
    >
      <div className="mark-list-strip" role="presentation" style={{ blockSize: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const material = materials[index];
          if (material === undefined) return null;
          return (
            <div
              key={key}
              ref={list.measureElement}
              data-index={index}
              id={rowId(material)}
              className={`material${dropAt === index ? ' is-drop-before' : ''}${dropAt === index + 1 && index === materials.length - 1 ? ' is-drop-after' : ''}`}
              role="option"
              aria-selected={index === active}
              aria-posinset={index + 1}
              aria-setsize={materials.length}
              draggable
              onDragStart={(event) => startDrag(event, { kind: 'material', materialId: material.materialId })}
              onDragEnd={() => setDropAt(null)}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                lookAt(material.materialId);
                closeCollector();
              }}
            >
              <MaterialRow material={material} number={numbers.get(material.materialId) ?? 0} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Enter goes from the list to what is said of the material. */
function openInspector(): void {
  closeCollector();
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.inspector [data-first-field]')?.focus());
}

function rowId(material: Material | undefined): string {
  return `material-${material?.materialId ?? ''}`;
}

/** Excerpts count from 1, as they do on the handout; headings do not. */
function numbersOf(materials: readonly Material[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { kind, materialId } of materials) {
    if (kind === 'excerpt') numbers.set(materialId, numbers.size + 1);
  }
  return numbers;
}
