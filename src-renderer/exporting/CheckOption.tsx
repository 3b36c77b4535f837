// Something that is wanted or not.
import { Check } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import type { ReactNode } from 'react';

type CheckOptionProps = {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
};

/** Draws the box with its name. */
export function CheckOption({ label, isChecked, onChange }: CheckOptionProps): ReactNode {
  return (
    <label className="check-option">
      <Checkbox.Root
        className="check-box"
        checked={isChecked}
        onCheckedChange={(checked) => onChange(checked === true)}
      >
        <Checkbox.Indicator>
          <Check size={14} aria-hidden="true" />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <span>{label}</span>
    </label>
  );
}
