// The choices of a handout: a template first, then each of them.
import { Checkbox, RadioGroup } from 'radix-ui';
import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { HandoutChoices } from '../../src-core/study/handout-choices';
import { handoutTemplates } from '../../src-core/study/handout-templates';
import { handoutFormats } from '../../src-core/study/handout-format';
import { citationForms } from '../../src-core/citation/cite';
import { chooseHandout, templateOf, useHandout } from '../state/study-handout';
import { useStrings } from '../strings/use-strings';

const directions = ['vertical', 'horizontal'] as const;
const papers = ['A4', 'A3', 'A5'] as const;

/** Shows the choices. */
export function HandoutChoicesForm(): ReactNode {
  const { study, desk } = useStrings();
  const { handout } = study;
  const choices = useHandout((state) => state.choices);
  const { format, direction, paper, citation } = choices;
  const isSet = format === 'pdf' || format === 'docx';
  const template = templateOf(choices);
  return (
    <div className="handout-choices">
      <Options
        label={handout.template}
        value={template ?? ''}
        options={handoutTemplates.map(({ name }) => [name, handout.templates[name]])}
        onChoose={(name) => chooseHandout(handoutTemplates.find((one) => one.name === name)?.choices ?? {})}
      />
      <Options
        label={handout.format}
        value={format}
        options={handoutFormats.map((name) => [name, handout.formats[name]])}
        onChoose={(name) => chooseHandout({ format: handoutFormats.find((one) => one === name) ?? format })}
      />
      {(isSet || format === 'html') && (
        <Options
          label={handout.direction}
          value={direction}
          options={directions.map((name) => [name, handout.directions[name]])}
          onChoose={(name) =>
            chooseHandout({ direction: directions.find((one) => one === name) ?? direction })
          }
        />
      )}
      {isSet && (
        <Options
          label={handout.paper}
          value={paper}
          options={papers.map((name) => [name, name])}
          onChoose={(name) => chooseHandout({ paper: papers.find((one) => one === name) ?? paper })}
        />
      )}
      <fieldset>
        <legend>{handout.content}</legend>
        {(isSet || format === 'html') && <Box label={handout.largePrint} name="largePrint" />}
        <Box label={handout.leaderNotes} name="leaderNotes" />
        <Box label={handout.contents} name="contents" />
        <Box label={handout.index} name="index" />
        {isSet && <Box label={handout.pageNumbers} name="pageNumbers" />}
        {format === 'pdf' && paper !== 'A5' && <Box label={handout.booklet} name="booklet" />}
      </fieldset>
      <label className="plan-field">
        <span>{handout.citation}</span>
        <select
          className="study-field"
          value={citation}
          onChange={(event) =>
            chooseHandout({ citation: citationForms.find((form) => form === event.target.value) ?? citation })
          }
        >
          {citationForms.map((form) => (
            <option key={form} value={form}>
              {desk.citeForms[form]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Options(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const { label, value, options, onChoose } = props;
  return (
    <fieldset>
      <legend>{label}</legend>
      <RadioGroup.Root className="segments" aria-label={label} value={value} onValueChange={onChoose}>
        {options.map(([option, name]) => (
          <RadioGroup.Item key={option} value={option} className="segment">
            {name}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </fieldset>
  );
}

type BoxName = keyof {
  [N in keyof HandoutChoices as HandoutChoices[N] extends boolean ? N : never]: true;
};

function Box({ label, name }: { readonly label: string; readonly name: BoxName }): ReactNode {
  const id = useId();
  const isChecked = useHandout((state) => state.choices[name]);
  return (
    <div className="check-option">
      <Checkbox.Root
        id={id}
        className="check-box"
        checked={isChecked}
        onCheckedChange={(checked) => chooseHandout({ [name]: checked === true })}
      >
        <Checkbox.Indicator>
          <Check size={14} aria-hidden="true" />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
