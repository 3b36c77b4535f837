// A choice among two or three words that stand beside each other.
import { useId, type ReactNode } from 'react';
import { SegmentGroup } from '../ui/SegmentGroup';

type SegmentsProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  /** What stands for an option, where it does not stand for itself. */
  readonly words: Readonly<Record<string, string>>;
  readonly onChange: (value: T) => void;
};

/** Draws the choice under its name. */
export function Segments<T extends string>({ label, onChange, ...choice }: SegmentsProps<T>): ReactNode {
  const id = useId();
  return (
    <div className="segments-row">
      <span id={id}>{label}</span>
      <SegmentGroup labelledBy={id} onChoose={onChange} {...choice} />
    </div>
  );
}
