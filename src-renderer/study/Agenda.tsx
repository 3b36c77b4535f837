// The agenda: what is on, how long each takes, how long all of it, and when it ends.
import { Plus, X } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { mostLines } from '../../src-core/study/most-lines';
import type { StudyDay } from '../../src-core/study/study-day';
import { changeDay } from '../state/study-day';
import { useStrings } from '../strings/use-strings';

type Step = StudyDay['agenda'][number];

const longest = 1440;

/** Shows the steps and their sum. */
export function Agenda({ day }: { readonly day: StudyDay }): ReactNode {
  const { study } = useStrings();
  const element = useRef<HTMLFieldSetElement>(null);
  const steps = day.agenda;
  const isFull = steps.length >= mostLines.agenda;
  const total = steps.reduce((sum, { minutes }) => sum + minutes, 0);

  function change(agenda: readonly Step[], step: string | null = null): void {
    changeDay({ agenda: [...agenda] }, step);
  }

  function focusStep(at: number): void {
    requestAnimationFrame(() =>
      element.current?.querySelectorAll<HTMLElement>('[data-step]').item(at)?.focus(),
    );
  }

  function insert(at: number): void {
    if (isFull) return;
    change(steps.toSpliced(at, 0, { what: '', minutes: 0 }));
    focusStep(at);
  }

  function pressKey(event: KeyboardEvent, at: number): void {
    if (event.nativeEvent.isComposing) return;
    const own = steps[at];
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (own === undefined) return;
    if (event.key === 'Enter') insert(at + 1);
    else if (event.altKey && by !== 0 && steps[at + by] !== undefined) {
      change(steps.toSpliced(at, 1).toSpliced(at + by, 0, own));
      focusStep(at + by);
    } else return;
    event.preventDefault();
  }

  return (
    <fieldset ref={element} className="line-list">
      <legend>{study.agenda}</legend>
      <ol>
        {steps.map((step, at) => (
          <li key={at}>
            <input
              data-step
              className="study-field"
              aria-label={study.agendaStep(at + 1)}
              value={step.what}
              maxLength={500}
              onChange={(event) =>
                change(steps.with(at, { ...step, what: event.target.value }), `agenda ${at}`)
              }
              onKeyDown={(event) => pressKey(event, at)}
            />
            <input
              className="study-field minutes-field"
              type="number"
              min={0}
              max={longest}
              step={5}
              aria-label={study.agendaMinutes(at + 1)}
              value={step.minutes === 0 ? '' : step.minutes}
              onChange={(event) => {
                const minutes = Math.max(0, Math.min(longest, Math.round(Number(event.target.value))));
                change(steps.with(at, { ...step, minutes }), `agenda minutes ${at}`);
              }}
            />
            <span className="muted">{study.minutesUnit}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={study.removeStep(at + 1)}
              onClick={() => change(steps.toSpliced(at, 1))}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      <div className="agenda-foot">
        <button
          type="button"
          className="text-button"
          aria-disabled={isFull}
          onClick={() => insert(steps.length)}
        >
          <Plus size={14} aria-hidden="true" /> {study.addStep}
        </button>
        <span className="muted" role="status">
          {isFull && study.fullList(mostLines.agenda)}
        </span>
        {total > 0 && (
          <span className="agenda-total" role="status">
            {study.total(total)}
            {day.time !== undefined && ` · ${study.until(timeAfter(day.time, total))}`}
          </span>
        )}
      </div>
    </fieldset>
  );
}

/** The time of day so many minutes after another, HH:MM. */
function timeAfter(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const end = (hour * 60 + minute + minutes) % (24 * 60);
  return [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
