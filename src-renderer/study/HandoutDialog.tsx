// Asks how the handout is to be, shows it as it will print, writes it and says where it is and what to look at.
import { useEffect, type ReactNode } from 'react';
import { holdingChoices } from '../../src-core/study/handout-templates';
import { DocumentForm } from '../exporting/DocumentForm';
import { RunningDocument, WrittenDocument } from '../exporting/DocumentTask';
import { Preview } from '../exporting/Preview';
import { closeDialog } from '../state/dialogs';
import { closeDraft, showDraft } from '../state/handout-draft';
import { closePreview, showHandoutPreview } from '../state/preview';
import { flushDay, useStudyDay } from '../state/study-day';
import { beginHandout, cancelHandout, useHandout, writeHandout } from '../state/study-handout';
import { useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { HandoutChoicesForm } from './HandoutChoicesForm';
import { HandoutDraft } from './HandoutDraft';

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
  const { handout } = useStrings().study;
  const error = useHandout((state) => state.error);
  const choices = useHandout((state) => state.choices);
  const studyDayId = useStudyDay((state) => state.day?.studyDayId ?? null);
  const isPdf = choices.format === 'pdf';
  useEffect(() => {
    const asked = studyDayId === null ? null : { studyDayId, choices: holdingChoices(choices) };
    let isPresent = true;
    // What is not saved yet is not in it.
    void flushDay().then(() => {
      if (!isPresent) return;
      showHandoutPreview(isPdf ? asked : null);
      showDraft(isPdf ? null : asked);
    });
    return () => {
      isPresent = false;
    };
  }, [studyDayId, choices, isPdf]);
  useEffect(
    () => () => {
      closePreview();
      closeDraft();
    },
    [],
  );
  return (
    <DocumentForm
      choices={<HandoutChoicesForm />}
      preview={isPdf ? <Preview direction={choices.direction} /> : <HandoutDraft choices={choices} />}
      error={error}
      button={handout.choose}
      isReady={studyDayId !== null}
      onMake={() => void writeHandout()}
    />
  );
}

function Running(): ReactNode {
  const { handout } = useStrings().study;
  const progress = useHandout((state) => state.progress);
  return <RunningDocument progress={progress} label={handout.running} onCancel={cancelHandout} />;
}

function Written(): ReactNode {
  const { exporting, study } = useStrings();
  const written = useHandout((state) => state.written);
  if (written === null) return null;
  const { file, excerpts, doubtful, missingCharacters, token } = written;
  return (
    <WrittenDocument file={file} token={token} onAgain={beginHandout}>
      <p className="muted">{study.handout.count(excerpts)}</p>
      {doubtful.length > 0 && (
        <p className="failure" role="note">
          {study.handout.doubtful(doubtful.join(study.separator))}
        </p>
      )}
      {missingCharacters.length > 0 && <p role="note">{exporting.missing(missingCharacters.join(' '))}</p>}
    </WrittenDocument>
  );
}
