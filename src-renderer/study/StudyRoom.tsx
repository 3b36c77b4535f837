// The room of study days: calendar or list at one side, the day that lies open at the other. It covers the page, which
// waits under it as it was.
import {
  ArrowLeft,
  CalendarArrowDown,
  CalendarPlus,
  FileDown,
  Presentation,
  Redo2,
  Undo2,
} from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import { Notices } from '../Notices';
import { focusPage } from '../reader/zones';
import { Segments } from '../settings/Segments';
import { leaveRoom, readDays, useStudy, type StudyFace } from '../state/study';
import { useStudyDay } from '../state/study-day';
import { followProofs } from '../state/study-proofs';
import { useLanguage, useStrings } from '../strings/use-strings';
import { CommandButton } from '../ui/CommandButton';
import { DayCalendar } from './DayCalendar';
import { DayEditor } from './DayEditor';
import { DayList } from './DayList';
import { NoticeOffer } from './NoticeOffer';
import { SaveState } from './SaveState';

const faces: readonly StudyFace[] = ['calendar', 'list'];

/** Shows the room. */
export function StudyRoom(): ReactNode {
  const { study } = useStrings();
  const day = useStudyDay((state) => state.day);
  const element = useRef<HTMLDivElement>(null);
  useEffect(followProofs, []);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.focus();
    return () => {
      // The page takes the focus back; what had it may be gone.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      if (document.activeElement === document.body) focusPage();
    };
  }, []);
  return (
    <div
      ref={element}
      className="study-room"
      role="region"
      aria-label={study.title}
      tabIndex={-1}
      onKeyDown={leaveByKey}
    >
      <header className="study-bar">
        <CommandButton command="study.open" icon={ArrowLeft} label={study.leave} text={study.leave} />
        <h1>{study.title}</h1>
        <SaveState />
        <CommandButton command="edit.undo" icon={Undo2} label={study.undo} />
        <CommandButton command="edit.redo" icon={Redo2} label={study.redo} />
        <span className="bar-rule" />
        <CommandButton command="study.calendar-file" icon={CalendarArrowDown} label={study.calendarFile} />
        <CommandButton command="study.present" icon={Presentation} label={study.present.label} />
        <CommandButton
          command="study.handout"
          icon={FileDown}
          label={study.handout.title}
          text={study.handout.title}
        />
      </header>
      <Notices />
      <div className="study-sides">
        <Days />
        {day === null ? <NoDay /> : <DayEditor key={day.studyDayId} day={day} />}
      </div>
    </div>
  );
}

/** Escape leaves, unless something nearer has used it. */
function leaveByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  const { target } = event;
  // Dialogs close by themselves.
  if (target instanceof Element && target.closest('dialog') !== null) return;
  if (target instanceof HTMLElement && target.matches('input, textarea, select')) target.blur();
  else leaveRoom();
  event.preventDefault();
}

function NoDay(): ReactNode {
  const { study } = useStrings();
  const hasDays = useStudy((state) => state.days.some(({ removed }) => removed === undefined));
  return (
    <main className="study-day blank">
      <p>{hasDays ? study.chooseDay : study.none}</p>
      <CommandButton command="study.new" icon={CalendarPlus} label={study.newDay} text={study.newDay} />
    </main>
  );
}

function Days(): ReactNode {
  const { study, retry } = useStrings();
  const language = useLanguage();
  const { face, status, error } = useStudy();
  return (
    <nav className="study-days" aria-label={study.title}>
      <NoticeOffer />
      <div className="study-face">
        <Segments
          label={study.faces}
          value={face}
          options={faces}
          words={study.face}
          onChange={(chosen) => useStudy.setState({ face: chosen })}
        />
        <CommandButton command="study.new" icon={CalendarPlus} label={study.newDay} />
      </div>
      {status === 'loading' && <p className="empty waiting">{study.loading}</p>}
      {status === 'failed' && error !== null && (
        <div className="empty" role="alert">
          <p>{study.failed}</p>
          <p>{errorMessage(error, language)}</p>
          <button type="button" className="text-button is-outlined" onClick={() => void readDays()}>
            {retry}
          </button>
        </div>
      )}
      {status === 'ready' && (face === 'calendar' ? <DayCalendar /> : <DayList />)}
    </nav>
  );
}
