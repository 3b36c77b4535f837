// Takes marks of the open issue into a study day: the chosen ones of the list, or else the one that is picked.
import { useEffect, useState, type ReactNode } from 'react';
import type { AnnotationId } from '../../src-core/annotation/annotation';
import type { StudyDayId } from '../../src-core/study/study-day';
import { targetMarks } from '../annotations/mark-actions';
import { closeDialog } from '../state/dialogs';
import { useMarkList } from '../state/mark-list';
import { createDay, readDays, today, useStudy } from '../state/study';
import { addMarks, likelyDay } from '../state/study-adding';
import { useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';

/** Asks for the day. */
export function AddToStudyDialog(): ReactNode {
  const strings = useStrings();
  const { study } = strings;
  const days = useStudy((state) => state.days).filter(({ removed }) => removed === undefined);
  const [marks] = useState(marksAtHand);
  const [chosen, setChosen] = useState<StudyDayId | null>(null);
  useEffect(() => void readDays(), []);
  const studyDayId = chosen ?? likelyDay(days)?.studyDayId ?? null;
  return (
    <Dialog title={study.adding.title} onClose={closeDialog}>
      {days.length === 0 ? (
        <p>{study.adding.none}</p>
      ) : (
        <label className="plan-field">
          <span>{study.adding.which(marks.length)}</span>
          <select
            className="study-field"
            data-primary
            value={studyDayId ?? ''}
            onChange={(event) =>
              setChosen(days.find((day) => day.studyDayId === event.target.value)?.studyDayId ?? null)
            }
          >
            {days.map((day) => (
              <option key={day.studyDayId} value={day.studyDayId}>
                {strings.calendarDate(day.date)} {day.theme === '' ? study.untitled : day.theme}
              </option>
            ))}
          </select>
        </label>
      )}
      <footer>
        <button
          type="button"
          className="text-button is-outlined"
          onClick={() => {
            closeDialog();
            void createDay({ date: today() }).then((made) =>
              made === null ? undefined : addMarks(made.studyDayId, marks),
            );
          }}
        >
          {study.newDay}
        </button>
        <button
          type="button"
          className="text-button is-primary"
          disabled={studyDayId === null}
          onClick={() => {
            closeDialog();
            if (studyDayId !== null) void addMarks(studyDayId, marks);
          }}
        >
          {study.adding.add}
        </button>
      </footer>
    </Dialog>
  );
}

function marksAtHand(): readonly AnnotationId[] {
  const { chosen } = useMarkList.getState();
  return chosen.size > 0 ? [...chosen] : targetMarks();
}
