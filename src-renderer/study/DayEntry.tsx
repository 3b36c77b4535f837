// A study day as lists show it.
import type { ReactNode } from 'react';
import type { StudyDaySummary } from '../../src-core/ipc/study-contract';
import { useKeptDays } from '../state/kept-days';
import { showDay } from '../state/study';
import { useStudyDay } from '../state/study-day';
import { useStrings } from '../strings/use-strings';

/** Draws the entry, which opens the day. */
export function DayEntry(props: {
  readonly summary: StudyDaySummary;
  /** Whether its date stands in it. */
  readonly isDated: boolean;
}): ReactNode {
  const { summary, isDated } = props;
  const strings = useStrings();
  const { study } = strings;
  const isOpen = useStudyDay((state) => state.day?.studyDayId === summary.studyDayId);
  const isKept = useKeptDays((state) => state.days.has(summary.studyDayId));
  const isRefused = useStudyDay((state) => state.saving === 'refused');
  const { date, time, ordinal, theme, place, excerpts } = summary;
  const facts = [
    isDated ? strings.calendarDate(date) : undefined,
    time,
    ordinal === undefined ? undefined : study.ordinal(ordinal),
    place,
    excerpts === 0 ? undefined : study.excerpts(excerpts),
  ].filter((fact) => fact !== undefined && fact !== '');
  return (
    <button
      type="button"
      className="issue-entry"
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => void showDay(summary.studyDayId)}
    >
      <span className="issue-title">{theme === '' ? study.untitled : theme}</span>
      <span className="issue-facts">
        {facts.join(' · ')}
        {isKept && (isRefused || !isOpen) && <span className="unsaved">{strings.card.unsaved}</span>}
      </span>
    </button>
  );
}
