// Takes marks of the open issue into a study day: the chosen ones of the list, or else the one that is picked.
import { useEffect, useState, type ReactNode } from 'react';
import type { AnnotationId } from '../../src-core/annotation/annotation';
import { withExcerpts } from '../../src-core/study/collect-marks';
import type { StudyDayId } from '../../src-core/study/study-day';
import { targetMarks } from '../annotations/mark-actions';
import { call } from '../bridge/bridge';
import { useDesk } from '../state/desk';
import { closeDialog } from '../state/dialogs';
import { chooseNone, useMarkList } from '../state/mark-list';
import { post, report } from '../state/notices';
import { createDay, readDays, today, useStudy } from '../state/study';
import { followDay } from '../state/study-day';
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
  // The next day to come is the likely one.
  const next = days.find(({ date }) => date >= today()) ?? days.at(-1);
  const studyDayId = chosen ?? next?.studyDayId ?? null;
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
              made === null ? undefined : addTo(made.studyDayId, marks),
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
            if (studyDayId !== null) void addTo(studyDayId, marks);
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

/** Adds to the day as the library has it; where it lies open in a room, that follows. */
async function addTo(studyDayId: StudyDayId, marks: readonly AnnotationId[]): Promise<void> {
  const { issueId } = useDesk.getState();
  if (issueId === null || marks.length === 0) return;
  const excerpts = await call('study.collect-marks', { issueId, annotationIds: [...marks] });
  if (!excerpts.ok) return report(excerpts.error);
  const read = await call('study.day', { studyDayId });
  if (!read.ok) return report(read.error);
  const materials = [...withExcerpts(read.value.materials, excerpts.value)];
  const count = materials.length - read.value.materials.length;
  if (count > 0) {
    const saved = await call('study.save', { day: { ...read.value, materials } });
    if (!saved.ok) return report(saved.error);
    followDay(studyDayId);
  }
  chooseNone();
  post({ kind: 'study-added', count, day: read.value.theme === '' ? read.value.date : read.value.theme });
}
