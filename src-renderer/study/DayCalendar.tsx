// The month: a grid of days, of which those with study days are marked. It is one stop for the Tab key; arrows go from day
// to day and week to week, Page Up and Down from month to month, with Shift from year to year. Below it stands what is on
// the day one is at.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { StudyDaySummary } from '../../src-core/ipc/study-contract';
import { shiftDays } from '../../src-core/study/calendar-date';
import { sameDayInMonth, weekdayOf, weeksOfMonth } from '../../src-core/study/month';
import { createDay, goToDate, showDay, today, useStudy } from '../state/study';
import { useStrings } from '../strings/use-strings';
import { Hint } from '../ui/CommandButton';
import { DayEntry } from './DayEntry';

/** Shows the month of the day one is at. */
export function DayCalendar(): ReactNode {
  const strings = useStrings();
  const { study } = strings;
  const date = useStudy((state) => state.date);
  const days = useStudy((state) => state.days);
  const byDate = useMemo(() => standingByDate(days), [days]);
  const here = byDate.get(date) ?? [];
  const now = today();
  const [year = 0, month = 0] = date.split('-').map(Number);

  return (
    <div className="study-calendar">
      <div className="month-head">
        <MonthStep label={study.previousMonth} date={sameDayInMonth(date, -1)}>
          <ChevronLeft size={16} aria-hidden="true" />
        </MonthStep>
        <h2 aria-live="polite">{study.month(year, month)}</h2>
        <MonthStep label={study.nextMonth} date={sameDayInMonth(date, 1)}>
          <ChevronRight size={16} aria-hidden="true" />
        </MonthStep>
        <button type="button" className="text-button" onClick={() => goToDate(now)}>
          {study.today}
        </button>
      </div>
      <Month date={date} now={now} byDate={byDate} />
      <section className="study-here" aria-label={study.onDay(strings.calendarDate(date))}>
        <h3>{strings.calendarDate(date)}</h3>
        {here.length === 0 && <p className="muted">{study.noneOnDay}</p>}
        <ul>
          {here.map((summary) => (
            <li key={summary.studyDayId}>
              <DayEntry summary={summary} isDated={false} />
            </li>
          ))}
        </ul>
        <button type="button" className="text-button is-outlined" onClick={() => void createDay({ date })}>
          {study.newOn(strings.calendarDate(date))}
        </button>
      </section>
    </div>
  );
}

function MonthStep(props: {
  readonly label: string;
  readonly date: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Hint label={props.label}>
      <button
        type="button"
        className="icon-button"
        aria-label={props.label}
        onClick={() => goToDate(props.date)}
      >
        {props.children}
      </button>
    </Hint>
  );
}

function Month(props: {
  readonly date: string;
  readonly now: string;
  readonly byDate: ReadonlyMap<string, readonly StudyDaySummary[]>;
}): ReactNode {
  const { date, now, byDate } = props;
  const strings = useStrings();
  const { study } = strings;
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    // The day that is gone to by a key takes the focus, in whichever month it is.
    if (grid.current?.contains(document.activeElement) !== true) return;
    grid.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [date]);

  function pressKey(event: KeyboardEvent): void {
    const months = event.shiftKey ? 12 : 1;
    const moves: Readonly<Record<string, string>> = {
      ArrowLeft: shiftDays(date, -1),
      ArrowRight: shiftDays(date, 1),
      ArrowUp: shiftDays(date, -7),
      ArrowDown: shiftDays(date, 7),
      Home: shiftDays(date, -weekdayOf(date)),
      End: shiftDays(date, 6 - weekdayOf(date)),
      PageUp: sameDayInMonth(date, -months),
      PageDown: sameDayInMonth(date, months),
    };
    const next = moves[event.key];
    const [first] = byDate.get(date) ?? [];
    if (next !== undefined) goToDate(next);
    else if (event.key === 'Enter' && first !== undefined) void showDay(first.studyDayId);
    else return;
    event.preventDefault();
  }

  return (
    <table ref={grid} className="month" role="grid" aria-label={study.calendar} onKeyDown={pressKey}>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, day) => (
            <th key={day} scope="col" abbr={study.weekdayName(day)}>
              {study.weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(date).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const count = byDate.get(day)?.length ?? 0;
              return (
                <td
                  key={day}
                  role="gridcell"
                  tabIndex={day === date ? 0 : -1}
                  aria-selected={day === date}
                  aria-current={day === now ? 'date' : undefined}
                  aria-label={study.dayCell(strings.calendarDate(day), count, day === now)}
                  className={[
                    day.slice(0, 7) === date.slice(0, 7) ? '' : 'is-outside',
                    count > 0 ? 'has-days' : '',
                  ].join(' ')}
                  onClick={() => goToDate(day)}
                  onDoubleClick={() => {
                    const [first] = byDate.get(day) ?? [];
                    if (first !== undefined) void showDay(first.studyDayId);
                  }}
                >
                  {Number(day.slice(8))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function standingByDate(days: readonly StudyDaySummary[]): ReadonlyMap<string, readonly StudyDaySummary[]> {
  const byDate = new Map<string, StudyDaySummary[]>();
  for (const day of days) {
    if (day.removed !== undefined) continue;
    byDate.set(day.date, [...(byDate.get(day.date) ?? []), day]);
  }
  return byDate;
}
