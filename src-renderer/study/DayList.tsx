// All study days: those to come, the nearest first; those that were, the latest first; those that were removed.
import type { ReactNode } from 'react';
import type { StudyDaySummary } from '../../src-core/ipc/study-contract';
import { restoreDay, today, useStudy } from '../state/study';
import { useStrings } from '../strings/use-strings';
import { DayEntry } from './DayEntry';

/** Shows the list. */
export function DayList(): ReactNode {
  const { study } = useStrings();
  const days = useStudy((state) => state.days);
  const now = today();
  const standing = days.filter(({ removed }) => removed === undefined);
  const removed = days.filter((day) => day.removed !== undefined);
  return (
    <div className="study-list">
      {standing.length === 0 && <p className="empty">{study.none}</p>}
      <Group title={study.coming} days={standing.filter(({ date }) => date >= now)} />
      <Group title={study.past} days={standing.filter(({ date }) => date < now).toReversed()} />
      {removed.length > 0 && (
        <section aria-label={study.removedDays}>
          <h3>{study.removedDays}</h3>
          <ul>
            {removed.toReversed().map((day) => (
              <li key={day.studyDayId} className="removed-day">
                <RemovedDay day={day} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Group(props: { readonly title: string; readonly days: readonly StudyDaySummary[] }): ReactNode {
  const { title, days } = props;
  if (days.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {days.map((summary) => (
          <li key={summary.studyDayId}>
            <DayEntry summary={summary} isDated />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RemovedDay({ day }: { readonly day: StudyDaySummary }): ReactNode {
  const strings = useStrings();
  const { study } = strings;
  const name = `${strings.calendarDate(day.date)} ${day.theme === '' ? study.untitled : day.theme}`;
  return (
    <>
      <span className="muted">{name}</span>
      <button
        type="button"
        className="text-button is-outlined"
        aria-label={study.restoreDay(name)}
        onClick={() => void restoreDay(day.studyDayId)}
      >
        {study.restore}
      </button>
    </>
  );
}
