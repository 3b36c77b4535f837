// The sheets in small at the foot of the shelf, with the part that is in sight: pressing, drawing and the arrow keys go
// elsewhere. It is there only while not everything can be seen.
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useMiniature, type MiniatureMap, type Part } from '../state/miniature';
import { useStrings } from '../strings/use-strings';

/** Draws the miniature. */
export function Miniature(): ReactNode {
  const map = useMiniature((state) => state.map);
  return map === null ? null : <Map map={map} />;
}

function Map({ map }: { readonly map: MiniatureMap }): ReactNode {
  const { room } = useStrings();
  const { papers, frames, seen, shape, goTo } = map;
  const middle = { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };

  function point(event: PointerEvent<HTMLElement>): void {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    goTo((event.clientX - box.x) / box.width, (event.clientY - box.y) / box.height);
  }

  function press(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const moved = steps[event.key];
    if (moved === undefined) return;
    goTo(middle.x + moved[0] * seen.width, middle.y + moved[1] * seen.height);
    event.preventDefault();
  }

  return (
    <div
      className="miniature"
      role="slider"
      tabIndex={0}
      aria-label={room.miniature}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(middle.x * 100)}
      aria-valuetext={room.seenPart(Math.round(middle.x * 100), Math.round(middle.y * 100))}
      style={{ aspectRatio: `1 / ${shape}` }}
      onPointerDown={point}
      onPointerMove={point}
      onKeyDown={press}
    >
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        {papers.map((part) => (
          <Shape key={`paper ${part.x} ${part.y}`} className="miniature-paper" part={part} />
        ))}
        {frames.map((part) => (
          <Shape key={`frame ${part.x} ${part.y}`} className="miniature-frame" part={part} />
        ))}
        <Shape className="miniature-seen" part={seen} />
      </svg>
    </div>
  );
}

/** The share of what is in sight by which an arrow key moves. */
const step = 0.25;

function Shape({ part, className }: { readonly part: Part; readonly className: string }): ReactNode {
  return <rect className={className} {...part} />;
}
