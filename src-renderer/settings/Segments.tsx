// A choice among two or three words that stand beside each other.
import { RadioGroup } from 'radix-ui';
import { useId, type ReactNode } from 'react';

type SegmentsProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  /** What stands for an option, where it does not stand for itself. */
  readonly words: Readonly<Record<string, string>>;
  readonly onChange: (value: T) => void;
};

/** Draws the choice under its name. */
export function Segments<T extends string>(props: SegmentsProps<T>): ReactNode {
  const { label, value, options, words, onChange } = props;
  const id = useId();
  return (
    <div className="segments-row">
      <span id={id}>{label}</span>
      <RadioGroup.Root
        className="segments"
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => {
          const chosen = options.find((option) => option === next);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <RadioGroup.Item key={option} value={option} className="segment">
            {words[option] ?? option}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
