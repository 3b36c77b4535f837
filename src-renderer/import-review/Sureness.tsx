// How sure the chosen reading of what a page states of itself is, and why; a press goes to where it stands in the source.
import type { ReactNode } from 'react';
import type { Stated } from '../../src-core/importing/format';
import { goToOffset } from '../state/import-review';
import { useStrings } from '../strings/use-strings';

/** Shows it; what the source does not state was said by the user. */
export function Sureness(props: {
  readonly label: string;
  readonly value: string;
  readonly readings: readonly Stated[];
  /** Whether the value is still the one that was recognised. */
  readonly isRecognised: boolean;
}): ReactNode {
  const { label, value, readings, isRecognised } = props;
  const words = useStrings().review;
  const [surest] = readings;
  if (value === '' && isRecognised) {
    if (surest === undefined) return <span className="review-why">{words.notStated}</span>;
    const percent = Math.round(surest.confidence * 100);
    return <span className="review-why is-doubtful">{words.tooDoubtful(percent)}</span>;
  }
  const reading = isRecognised ? readings.find((candidate) => candidate.value === value) : undefined;
  if (reading === undefined)
    return <span className="review-why">{words.because(100, words.reasons['by-hand'])}</span>;
  const { confidence, reason, range } = reading;
  const why = words.because(Math.round(confidence * 100), words.reasons[reason]);
  const look = confidence < 0.75 ? 'review-why is-doubtful' : 'review-why';
  if (range === undefined) return <span className={look}>{why}</span>;
  return (
    <button
      type="button"
      className={look}
      aria-label={words.whyThis(label, why)}
      onClick={() => goToOffset(range.start)}
    >
      {why}
    </button>
  );
}
