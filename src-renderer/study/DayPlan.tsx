// The plan of a study day: when and where, who, the agenda, the questions.
import { useState, type ReactNode } from 'react';
import { mostLines } from '../../src-core/study/most-lines';
import type { StudyDay } from '../../src-core/study/study-day';
import { changeDay, type DayChanges } from '../state/study-day';
import { useStrings } from '../strings/use-strings';
import { Agenda } from './Agenda';
import { LineList } from './LineList';

/** Shows the fields. */
export function DayPlan({ day }: { readonly day: StudyDay }): ReactNode {
  const { study } = useStrings();
  return (
    <div className="day-plan">
      <div className="plan-row">
        <Field
          label={study.date}
          type="date"
          value={day.date}
          // A date that is being typed is none yet.
          onChange={(date) => /^\d{4}-\d{2}-\d{2}$/u.test(date) && changeDay({ date }, 'date')}
        />
        <Field
          label={study.time}
          type="time"
          value={day.time ?? ''}
          onChange={(time) => changeDay({ time: time === '' ? undefined : time.slice(0, 5) }, 'time')}
        />
        <Field
          label={study.ordinalField}
          type="number"
          value={day.ordinal === undefined ? '' : String(day.ordinal)}
          onChange={(text) => changeOrdinal(text)}
        />
      </div>
      <Line name="theme" label={study.theme} value={day.theme} />
      <div className="plan-row">
        <Line name="place" label={study.place} value={day.place} />
        <Line name="leader" label={study.leader} value={day.leader} />
      </div>
      <Participants names={day.participants} />
      <Agenda day={day} />
      <LineList
        title={study.questions}
        lines={day.questions}
        most={mostLines.questions}
        step="questions"
        onChange={(questions, step) => changeDay({ questions: [...questions] }, step)}
      />
    </div>
  );
}

function changeOrdinal(text: string): void {
  const ordinal = Number(text);
  if (text === '') changeDay({ ordinal: undefined }, 'ordinal');
  else if (Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= 999) changeDay({ ordinal }, 'ordinal');
}

function Field(props: {
  readonly label: string;
  readonly type: 'date' | 'time' | 'number';
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { label, type, value, onChange } = props;
  return (
    <label className="plan-field">
      <span>{label}</span>
      <input
        className="study-field"
        type={type}
        value={value}
        {...(type === 'number' ? { min: 1, max: 999 } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function Line(props: {
  readonly name: keyof Pick<DayChanges, 'theme' | 'place' | 'leader'>;
  readonly label: string;
  readonly value: string;
}): ReactNode {
  const { name, label, value } = props;
  return (
    <label className="plan-field is-wide">
      <span>{label}</span>
      <input
        className="study-field"
        value={value}
        maxLength={500}
        onChange={(event) => changeDay({ [name]: event.target.value }, name)}
      />
    </label>
  );
}

/** Names in one line; while one types, what is typed stays as it is. */
function Participants({ names }: { readonly names: readonly string[] }): ReactNode {
  const { study } = useStrings();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className="plan-field is-wide">
      <span>
        {study.participants}
        {names.length > 0 && <span className="count"> {study.participantCount(names.length)}</span>}
      </span>
      <input
        className="study-field"
        value={typed ?? names.join(study.separator)}
        placeholder={study.participantsHint}
        onChange={(event) => {
          setTyped(event.target.value);
          changeDay({ participants: namesIn(event.target.value) }, 'participants');
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}

const mostNames = 1000;
const longestName = 500;

function namesIn(text: string): string[] {
  return text
    .split(/[、，,;；\n]/u)
    .map((name) => name.trim().slice(0, longestName))
    .filter((name) => name !== '')
    .slice(0, mostNames);
}
