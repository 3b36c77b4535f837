// Asks how the handout is to be, shows it as it will print, writes it and says where it is and what to look at.
import { useEffect, type ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import { Preview } from '../exporting/Preview';
import { closeDialog } from '../state/dialogs';
import { revealFile } from '../state/exporting';
import { closePreview, showHandoutPreview } from '../state/preview';
import { flushDay, useStudyDay } from '../state/study-day';
import { beginHandout, cancelHandout, useHandout, writeHandout } from '../state/study-handout';
import { useLanguage, useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { ProgressBar } from '../ui/ProgressBar';
import { HandoutChoicesForm } from './HandoutChoicesForm';

/** Shows the dialog in the state which the handout is in. */
export function HandoutDialog(): ReactNode {
  const strings = useStrings();
  const status = useHandout((state) => state.status);
  return (
    <Dialog title={strings.study.handout.title} onClose={closeDialog}>
      {status === 'running' && <Running />}
      {status === 'written' && <Written />}
      {(status === 'choosing' || status === 'failed') && <Choosing />}
    </Dialog>
  );
}

function Choosing(): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  const error = useHandout((state) => state.error);
  const choices = useHandout((state) => state.choices);
  const studyDayId = useStudyDay((state) => state.day?.studyDayId ?? null);
  useEffect(() => {
    const isOurs = studyDayId !== null && choices.format === 'pdf';
    // What is not saved yet is not in it.
    void flushDay().then(() => showHandoutPreview(isOurs ? { studyDayId, choices } : null));
  }, [studyDayId, choices]);
  useEffect(() => closePreview, []);
  return (
    <>
      <div className="handout-sides">
        <HandoutChoicesForm />
        {choices.format === 'pdf' ? (
          <Preview direction={choices.direction} />
        ) : (
          <p className="muted handout-blank">{strings.study.handout.noPreview}</p>
        )}
      </div>
      {error !== null && (
        <p className="failure" role="alert">
          {errorMessage(error, language)}
        </p>
      )}
      <footer>
        <button type="button" className="text-button is-outlined" onClick={closeDialog}>
          {strings.cancel}
        </button>
        <button
          type="button"
          className="text-button is-primary"
          data-primary
          onClick={() => void writeHandout()}
        >
          {strings.study.handout.choose}
        </button>
      </footer>
    </>
  );
}

function Running(): ReactNode {
  const strings = useStrings();
  const progress = useHandout((state) => state.progress);
  const { page, pages } = progress ?? { page: 0, pages: 0 };
  return (
    <>
      <ProgressBar label={strings.study.handout.running(page, pages)} done={page} total={pages} />
      <footer>
        <button type="button" className="text-button is-outlined" onClick={cancelHandout}>
          {strings.cancel}
        </button>
      </footer>
    </>
  );
}

function Written(): ReactNode {
  const strings = useStrings();
  const { handout } = strings.study;
  const written = useHandout((state) => state.written);
  if (written === null) return null;
  const { file, excerpts, doubtful, missingCharacters, token } = written;
  return (
    <>
      <p role="status">
        {handout.written} <strong className="path">{file}</strong>
      </p>
      <p className="muted">{handout.count(excerpts)}</p>
      {doubtful.length > 0 && (
        <p className="failure" role="note">
          {handout.doubtful(doubtful.join(strings.study.separator))}
        </p>
      )}
      {missingCharacters.length > 0 && <p role="note">{handout.missing(missingCharacters.join(' '))}</p>}
      <footer>
        <button type="button" className="text-button is-outlined" onClick={beginHandout}>
          {handout.again}
        </button>
        <button type="button" className="text-button is-outlined" onClick={() => void revealFile(token)}>
          {strings.exporting.reveal}
        </button>
        <button type="button" className="text-button is-primary" autoFocus onClick={closeDialog}>
          {strings.done}
        </button>
      </footer>
    </>
  );
}
