// A choice of one among a few words, beside its name.
import { RadioGroup } from 'radix-ui';
import { useId, type ReactNode } from 'react';

type OptionsProps<T extends string> = {
  readonly label: string;
  /** Empty where it is none of the options. */
  readonly value: T | '';
  readonly options: readonly T[];
  readonly words: { readonly [K in T]: string };
  readonly onChoose: (value: T) => void;
};

/** Draws the choice. */
export function Options<T extends string>({
  label,
  value,
  options,
  words,
  onChoose,
}: OptionsProps<T>): ReactNode {
  const id = useId();
  return (
    <div className="export-row">
      <span id={id}>{label}</span>
      <RadioGroup.Root
        className="segments"
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => {
          const chosen = options.find((option) => option === next);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {options.map((option) => (
          <RadioGroup.Item key={option} value={option} className="segment">
            {words[option]}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
