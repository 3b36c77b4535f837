// The choices of a handout: a template first, then each of them.
import type { ReactNode } from 'react';
import type { HandoutChoices } from '../../src-core/study/handout-choices';
import { canBeBooklet, handoutTemplates } from '../../src-core/study/handout-templates';
import { handoutFormats } from '../../src-core/study/handout-format';
import { citationForms } from '../../src-core/citation/cite';
import { CheckOption } from '../exporting/CheckOption';
import { Options } from '../exporting/Options';
import { chooseHandout, templateOf, useHandout } from '../state/study-handout';
import { useStrings } from '../strings/use-strings';

const templates = handoutTemplates.map(({ name }) => name);
const papers = ['A4', 'A3', 'A5'] as const;

/** Shows the choices. */
export function HandoutChoicesForm(): ReactNode {
  const { study, desk, exporting } = useStrings();
  const { handout } = study;
  const choices = useHandout((state) => state.choices);
  const { format, direction, paper, citation } = choices;
  const isSet = format === 'pdf' || format === 'docx';
  const isStyled = isSet || format === 'html';
  return (
    <>
      <Options
        label={handout.template}
        value={templateOf(choices) ?? ''}
        options={templates}
        words={handout.templates}
        onChoose={(name) => chooseHandout(handoutTemplates.find((one) => one.name === name)?.choices ?? {})}
      />
      <Options
        label={handout.format}
        value={format}
        options={handoutFormats}
        words={handout.formats}
        onChoose={(chosen) => chooseHandout({ format: chosen })}
      />
      {isStyled && (
        <Options
          label={handout.direction}
          value={direction}
          options={['vertical', 'horizontal']}
          words={handout.directions}
          onChoose={(chosen) => chooseHandout({ direction: chosen })}
        />
      )}
      {isSet && (
        <Options
          label={handout.paper}
          value={paper}
          options={papers}
          words={exporting.papers}
          onChoose={(chosen) => chooseHandout({ paper: chosen })}
        />
      )}
      <section aria-label={handout.content}>
        <h3>{handout.content}</h3>
        {isStyled && <Box label={handout.largePrint} name="largePrint" />}
        <Box label={handout.leaderNotes} name="leaderNotes" />
        <Box label={handout.contents} name="contents" />
        <Box label={handout.index} name="index" />
        {isSet && <Box label={handout.pageNumbers} name="pageNumbers" />}
        {canBeBooklet(choices) && <Box label={handout.booklet} name="booklet" />}
      </section>
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
    </>
  );
}

type BoxName = keyof {
  [N in keyof HandoutChoices as HandoutChoices[N] extends boolean ? N : never]: true;
};

function Box({ label, name }: { readonly label: string; readonly name: BoxName }): ReactNode {
  const isChecked = useHandout((state) => state.choices[name]);
  return (
    <CheckOption
      label={label}
      isChecked={isChecked}
      onChange={(wanted) => chooseHandout({ [name]: wanted })}
    />
  );
}
