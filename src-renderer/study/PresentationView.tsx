// The presentation over the whole screen: an excerpt in large type, set by the engine; below it where it is from and the
// questions. Everything is done by keys.
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Excerpt } from '../../src-core/study/study-day';
import { bundledMetrics } from '../reader/latin-metrics';
import { Line } from '../reader/Line';
import { innerSize, useElementSize } from '../reader/use-element-size';
import { endPresentation, showExcerpt, turn, usePresentation } from '../state/presentation';
import { useStudyDay } from '../state/study-day';
import { useProofs } from '../state/study-proofs';
import { useStrings } from '../strings/use-strings';
import { useModal } from '../ui/use-modal';
import { setExcerpt } from './present-issue';

/** Shows the presentation while there is one. */
export function PresentationView(): ReactNode {
  const at = usePresentation((state) => state.at);
  const materials = useStudyDay((state) => state.day?.materials);
  const excerpts = useMemo(
    () => (materials ?? []).filter((material) => material.kind === 'excerpt'),
    [materials],
  );
  const excerpt = at === null ? undefined : excerpts[at];
  return at === null || excerpt === undefined ? null : (
    <Shown at={at} excerpt={excerpt} count={excerpts.length} />
  );
}

function Shown(props: { readonly at: number; readonly excerpt: Excerpt; readonly count: number }): ReactNode {
  const { at, excerpt, count } = props;
  const { study } = useStrings();
  const { present } = study;
  const { direction, isDark, screen: turnedTo } = usePresentation();
  const element = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const size = useElementSize(stage, innerSize);
  const presented = useMemo(
    () => (size === null ? null : setExcerpt(excerpt, direction, size, bundledMetrics)),
    [size, excerpt, direction],
  );
  const screen = Math.min(turnedTo, (presented?.screens ?? 1) - 1);
  useModal(element, () => element.current?.focus());
  useFullScreen();

  function pressKey(event: KeyboardEvent): void {
    event.nativeEvent.stopPropagation();
    const screens = presented?.screens ?? 1;
    const isVertical = direction === 'vertical';
    // In 竖排 one reads on to the left.
    const forward = ['ArrowDown', 'PageDown', ' ', 'Enter', isVertical ? 'ArrowLeft' : 'ArrowRight'];
    const back = ['ArrowUp', 'PageUp', 'Backspace', isVertical ? 'ArrowRight' : 'ArrowLeft'];
    if (event.key === 'Escape' || event.key === 'F5') endPresentation();
    else if (forward.includes(event.key)) turn(1, screens);
    else if (back.includes(event.key)) turn(-1, screens);
    else if (event.key === 'Home') showExcerpt(0);
    else if (event.key === 'End') showExcerpt(count - 1);
    else if (event.key.toLowerCase() === 't')
      usePresentation.setState({ direction: isVertical ? 'horizontal' : 'vertical', screen: 0 });
    else if (event.key.toLowerCase() === 'd') usePresentation.setState({ isDark: !isDark });
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={element}
      className="presentation cover"
      aria-label={present.label}
      tabIndex={-1}
      data-theme={isDark ? 'dark' : 'paper'}
      onKeyDown={pressKey}
      onCancel={(event) => {
        event.preventDefault();
        endPresentation();
      }}
    >
      <div ref={stage} className="present-stage">
        {presented !== null && (
          <div
            className={`present-page is-${direction}`}
            lang="zh-CN"
            aria-live="polite"
            style={{
              inlineSize: presented.index.inlineSize * presented.body,
              blockSize: (presented.extents[screen] ?? 0) * presented.body,
            }}
          >
            <div
              className="type-area"
              style={{
                insetInlineStart: 0,
                insetBlockStart: -(presented.index.pageStarts[screen] ?? 0) * presented.body,
              }}
            >
              {presented.index.lines
                .filter(({ page }) => page === screen)
                .map((placed) => (
                  <Line key={placed.index} placed={placed} body={presented.body} direction={direction} />
                ))}
            </div>
          </div>
        )}
      </div>
      <Foot excerpt={excerpt} />
      <footer>
        <span role="status">
          {present.place(at + 1, count)}
          {presented !== null && presented.screens > 1 && ` · ${screen + 1} / ${presented.screens}`}
        </span>
        <span className="muted">{present.keys}</span>
      </footer>
    </dialog>
  );
}

/** Where the excerpt is from, whether it still agrees, and what is asked. */
function Foot({ excerpt }: { readonly excerpt: Excerpt }): ReactNode {
  const { study, calendarDate } = useStrings();
  const proof = useProofs(({ proofs }) => proofs.get(excerpt.materialId));
  const source = [
    proof?.publication,
    proof?.date === undefined ? undefined : calendarDate(proof.date),
    proof?.title,
  ].filter((fact) => fact !== undefined && fact !== '');
  const isDoubtful = proof?.checks.some(({ state }) => state !== 'agrees') ?? false;
  return (
    <div className="present-foot">
      <p className="present-source">
        {source.join(' · ')}
        {isDoubtful && <strong className="doubt"> {study.differs}</strong>}
      </p>
      {excerpt.questions.length > 0 && (
        <ol aria-label={study.excerptQuestions} className={excerpt.questions.length > 1 ? 'is-numbered' : ''}>
          {excerpt.questions.map((question, at) => (
            <li key={at}>{question}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** Takes the whole screen; where the system refuses, the window has to do. Leaving full screen ends the presentation. */
function useFullScreen(): void {
  useEffect(() => {
    let wasFull = false;
    const follow = (): void => {
      if (document.fullscreenElement !== null) wasFull = true;
      else if (wasFull) endPresentation();
    };
    document.addEventListener('fullscreenchange', follow);
    document.documentElement.requestFullscreen().catch(() => undefined);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
}
