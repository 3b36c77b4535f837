// A choice of one among a few words, beside its name.
import { useId, type ReactNode } from 'react';
import { SegmentGroup } from '../ui/SegmentGroup';

type OptionsProps<T extends string> = {
  readonly label: string;
  /** Empty where it is none of the options. */
  readonly value: T | '';
  readonly options: readonly T[];
  readonly words: { readonly [K in T]: string };
  /** What is to be known of the choice as it stands, below it; null for nothing. */
  readonly hint?: string | null;
  readonly onChoose: (value: T) => void;
};

/** Draws the choice. */
export function Options<T extends string>({ label, hint = null, ...choice }: OptionsProps<T>): ReactNode {
  const id = useId();
  const hintId = useId();
  return (
    <>
      <div className="export-row">
        <span id={id}>{label}</span>
        <SegmentGroup labelledBy={id} describedBy={hint === null ? undefined : hintId} {...choice} />
      </div>
      {hint !== null && (
        <p id={hintId} className="muted export-hint">
          {hint}
        </p>
      )}
    </>
  );
}
