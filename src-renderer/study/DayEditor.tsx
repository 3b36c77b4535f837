// The study day that lies open, in three parts: its plan, its materials, its minutes.
import { Trash2 } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import type { StudyDay } from '../../src-core/study/study-day';
import { removeDay } from '../state/study';
import { changeDay, useStudyDay, type StudyTab } from '../state/study-day';
import { useStrings } from '../strings/use-strings';
import { Hint } from '../ui/CommandButton';
import { DayPlan } from './DayPlan';
import { Materials } from './Materials';

const tabs = ['day', 'materials', 'minutes'] as const satisfies readonly StudyTab[];

/** Shows the day. */
export function DayEditor({ day }: { readonly day: StudyDay }): ReactNode {
  const strings = useStrings();
  const { study } = strings;
  const tab = useStudyDay((state) => state.tab);
  const excerpts = day.materials.filter(({ kind }) => kind === 'excerpt').length;
  return (
    <main className="study-day">
      <header className="study-day-head">
        <div>
          <h2>{day.theme === '' ? study.untitled : day.theme}</h2>
          <p className="muted">
            {strings.calendarDate(day.date)}
            {day.ordinal !== undefined && ` · ${study.ordinal(day.ordinal)}`}
          </p>
        </div>
        <Hint label={study.removeDay}>
          <button
            type="button"
            className="icon-button"
            aria-label={study.removeDay}
            onClick={() => void removeDay(day.studyDayId)}
          >
            <Trash2 size={16} aria-hidden="true" />
          </button>
        </Hint>
      </header>
      <Tabs.Root
        className="study-tabs"
        value={tab}
        onValueChange={(value) => {
          const chosen = tabs.find((candidate) => candidate === value);
          if (chosen !== undefined) useStudyDay.setState({ tab: chosen });
        }}
      >
        <Tabs.List className="face-list" aria-label={study.tabs}>
          {tabs.map((name) => (
            <Tabs.Trigger key={name} value={name} className="face">
              {name === 'materials' ? study.materialsTab(excerpts) : study.tab[name]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="day" className="study-tab is-scrolled">
          <DayPlan day={day} />
        </Tabs.Content>
        <Tabs.Content value="materials" className="study-tab">
          <Materials day={day} />
        </Tabs.Content>
        <Tabs.Content value="minutes" className="study-tab">
          <label className="study-minutes">
            <span className="muted">{study.minutesHint}</span>
            <textarea
              aria-label={study.minutes}
              className="study-field"
              value={day.minutes}
              maxLength={100_000}
              onChange={(event) => changeDay({ minutes: event.target.value }, 'minutes')}
            />
          </label>
        </Tabs.Content>
      </Tabs.Root>
    </main>
  );
}
