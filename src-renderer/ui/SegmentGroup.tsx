// A few words beside each other, of which one is chosen.
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { RadioItem } from './RadioItem';

type SegmentGroupProps<T extends string> = {
  /** The id of what names the choice. */
  readonly labelledBy: string;
  /** The id of what says more about the choice. */
  readonly describedBy?: string | undefined;
  /** Empty where it is none of the options. */
  readonly value: T | '';
  readonly options: readonly T[];
  /** What stands for an option, where it does not stand for itself. */
  readonly words: Readonly<Record<string, string>>;
  readonly onChoose: (value: T) => void;
};

/** Draws the words. */
export function SegmentGroup<T extends string>(props: SegmentGroupProps<T>): ReactNode {
  const { labelledBy, describedBy, value, options, words, onChoose } = props;
  return (
    <RadioGroup.Root
      className="segments"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      value={value}
      onValueChange={(next) => {
        const chosen = options.find((option) => option === next);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {options.map((option) => (
        <RadioItem key={option} value={option} className="segment">
          {words[option] ?? option}
        </RadioItem>
      ))}
    </RadioGroup.Root>
  );
}
