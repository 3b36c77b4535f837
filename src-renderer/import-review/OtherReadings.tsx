// The other readings of what a page states of itself: its page line may name one date, a notice below another.
import type { ReactNode } from 'react';
import type { Stated } from '../../src-core/importing/format';
import { goToOffset } from '../state/import-review';
import { useStrings } from '../strings/use-strings';

/** Shows the readings that are not chosen; nothing where there is none. */
export function OtherReadings(props: {
  readonly label: string;
  readonly chosen: string;
  readonly readings: readonly Stated[];
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const { label, chosen, readings, onChoose } = props;
  const words = useStrings().review;
  const others = readings.filter(({ value }) => value !== chosen);
  if (others.length === 0) return null;
  return (
    <span className="review-readings" role="group" aria-label={words.readingsOf(label)}>
      {others.slice(0, 3).map(({ value, confidence, reason, range }) => (
        <button
          key={value}
          type="button"
          className="text-button is-outlined"
          title={words.because(Math.round(confidence * 100), words.reasons[reason])}
          onFocus={() => {
            if (range !== undefined) goToOffset(range.start);
          }}
          onClick={() => onChoose(value)}
        >
          {words.useReading(value)}
        </button>
      ))}
    </span>
  );
}
