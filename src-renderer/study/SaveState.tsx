// Whether the open day is saved; what is to be done where it is not.
import type { ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import { flushDay, settleConflict, useStudyDay } from '../state/study-day';
import { useLanguage, useStrings } from '../strings/use-strings';

/** Shows the state; nothing where no day is open. */
export function SaveState(): ReactNode {
  const { study } = useStrings();
  const language = useLanguage();
  const isOpen = useStudyDay((state) => state.day !== null);
  const saving = useStudyDay((state) => state.saving);
  const refusal = useStudyDay((state) => state.refusal);
  if (!isOpen) return <span className="study-saving" />;
  if (refusal === null || saving !== 'refused') {
    return (
      <span className="study-saving" role="status">
        {saving === 'saved' ? study.saved : study.saving}
      </span>
    );
  }
  const isConflict = refusal.code === 'study-day-changed';
  return (
    <span className="study-saving is-refused" role="alert">
      <span>
        <strong>{study.notSaved}</strong>{' '}
        {isConflict ? study.changedElsewhere : errorMessage(refusal, language)}
      </span>
      {isConflict ? (
        <>
          <Settle label={study.takeTheirs} onPress={() => void settleConflict('theirs')} />
          <Settle label={study.keepMine} onPress={() => void settleConflict('mine')} />
        </>
      ) : (
        <Settle label={study.retry} onPress={() => void flushDay()} />
      )}
    </span>
  );
}

function Settle(props: { readonly label: string; readonly onPress: () => void }): ReactNode {
  return (
    <button type="button" className="text-button is-outlined" onClick={props.onPress}>
      {props.label}
    </button>
  );
}
