// A number that is typed. What cannot be meant is said beside it, and does not count.
import { useId, useState, type ReactNode } from 'react';
import { useStrings } from '../strings/use-strings';

type NumberFieldProps = {
  readonly label: string;
  /** Stands behind the number; left out where the label says it. */
  readonly unit?: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
};

/** Draws the field. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, unit, value, least, most, step, onChange } = props;
  const strings = useStrings();
  const problemId = useId();
  // What is being typed, until it is left; null while the field shows the value.
  const [typed, setTyped] = useState<string | null>(null);
  const isMeant = (text: string): boolean => {
    const number = Number(text);
    return text.trim() !== '' && number >= least && number <= most && (step < 1 || Number.isInteger(number));
  };
  const isWrong = typed !== null && !isMeant(typed);
  return (
    <span className="number-field">
      <input
        type="number"
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        min={least}
        max={most}
        step={step}
        value={typed ?? String(value)}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          if (isMeant(currentTarget.value)) onChange(Number(currentTarget.value));
        }}
        onBlur={() => setTyped(null)}
      />
      {unit !== undefined && <span aria-hidden="true">{unit}</span>}
      {isWrong && (
        <span id={problemId} role="alert" className="failure">
          {strings.exporting.outOfRange(least, most)}
        </span>
      )}
    </span>
  );
}
