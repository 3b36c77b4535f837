// Questions, one below the other: Enter adds one, Backspace in an empty one takes it away, Alt with an arrow moves it.
import { Plus, X } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useStrings } from '../strings/use-strings';

type LineListProps = {
  readonly title: string;
  readonly lines: readonly string[];
  /** How many there may be. */
  readonly most: number;
  /** Names what is changed, for taking it back. */
  readonly step: string;
  readonly onChange: (lines: readonly string[], step: string | null) => void;
};

/** Shows the lines. */
export function LineList(props: LineListProps): ReactNode {
  const { title, lines, most, step, onChange } = props;
  const { study } = useStrings();
  const isFull = lines.length >= most;
  const element = useRef<HTMLFieldSetElement>(null);

  /** The field is there once the list has been drawn anew. */
  function focusLine(at: number): void {
    requestAnimationFrame(() => element.current?.querySelectorAll('input').item(at)?.focus());
  }

  function insert(at: number): void {
    if (isFull) return;
    onChange(lines.toSpliced(at, 0, ''), null);
    focusLine(at);
  }

  function pressKey(event: KeyboardEvent, at: number): void {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') insert(at + 1);
    else if (event.key === 'Backspace' && lines[at] === '') {
      onChange(lines.toSpliced(at, 1), null);
      focusLine(Math.max(0, at - 1));
    } else if (event.altKey && step !== 0 && lines[at + step] !== undefined) {
      onChange(lines.toSpliced(at, 1).toSpliced(at + step, 0, lines[at] ?? ''), null);
      focusLine(at + step);
    } else return;
    event.preventDefault();
  }

  return (
    <fieldset ref={element} className="line-list">
      <legend>{title}</legend>
      <ol>
        {lines.map((line, at) => (
          // A line is what stands at its place; it has no name of its own.
          <li key={at}>
            <input
              className="study-field"
              aria-label={study.question(at + 1)}
              value={line}
              maxLength={500}
              onChange={(event) => onChange(lines.with(at, event.target.value), `${step} ${at}`)}
              onKeyDown={(event) => pressKey(event, at)}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={study.removeQuestion(at + 1)}
              onClick={() => onChange(lines.toSpliced(at, 1), null)}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="text-button"
        aria-disabled={isFull}
        onClick={() => insert(lines.length)}
      >
        <Plus size={14} aria-hidden="true" /> {study.addQuestion}
      </button>
      {lines.length > 1 && !isFull && <span className="muted"> {study.moveHint}</span>}
      <span className="muted" role="status">
        {isFull && study.fullList(most)}
      </span>
    </fieldset>
  );
}
