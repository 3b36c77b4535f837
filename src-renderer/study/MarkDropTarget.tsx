// Where marks of the list can be let go while the hand draws them: the study day they are most likely meant for.
import { CalendarPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { openDialog } from '../state/dialogs';
import { chooseMarks } from '../state/mark-list';
import { useStudy } from '../state/study';
import { addMarks, letMarksGo, likelyDay, useHeldMarks } from '../state/study-adding';
import { useStrings } from '../strings/use-strings';

/** Shows it while marks are drawn; where there is no study day yet, it asks for one. */
export function MarkDropTarget(): ReactNode {
  const strings = useStrings();
  const { study } = strings;
  const held = useHeldMarks((state) => state.marks);
  const day = likelyDay(useStudy((state) => state.days));
  const [isOver, setOver] = useState(false);
  if (held === null) return null;

  function drop(): void {
    if (held === null) return;
    letMarksGo();
    if (day !== null) return void addMarks(day.studyDayId, held);
    chooseMarks(held);
    openDialog('add-to-study');
  }

  const name =
    day === null
      ? study.newDay
      : `${strings.calendarDate(day.date)} ${day.theme === '' ? study.untitled : day.theme}`;
  return (
    <div
      className={`mark-drop${isOver ? ' is-over' : ''}`}
      role="region"
      aria-label={study.adding.dropHere}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        drop();
      }}
    >
      <CalendarPlus size={20} aria-hidden="true" />
      <span>
        {study.adding.dropHere}
        <strong>{name}</strong>
      </span>
    </div>
  );
}
