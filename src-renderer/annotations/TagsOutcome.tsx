// What became of a change of a tag in the whole library: how much was changed, in which issues it failed and why, and the
// ways to try the rest again or to take it all back.
import type { ReactNode } from 'react';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Retagged } from '../../src-core/ipc/tag-contract';
import type { Result } from '../../src-core/result';
import { errorMessage } from '../../src-core/strings/error-messages';
import { useLibrary } from '../state/library';
import { useLanguage, useStrings } from '../strings/use-strings';

export type Outcome =
  | null
  | { readonly kind: 'working' }
  /** Its marks carry another tag, or none. */
  | {
      readonly kind: 'retagged';
      readonly result: Result<Retagged, AppError>;
      /** Does the same once more, for the issues in which it failed. */
      readonly again: () => void;
    }
  /** Other names and the colour of a tag were set. */
  | { readonly kind: 'described'; readonly tag: string; readonly result: Result<unknown, AppError> }
  | {
      readonly kind: 'taken-back';
      readonly result: Result<Retagged, AppError>;
      /** Takes back what could not be taken back at the first try. */
      readonly again: () => void;
    };

/** Tells of the outcome. */
export function TagsOutcome(props: {
  readonly outcome: Outcome;
  readonly onTakeBack: () => void;
}): ReactNode {
  const { outcome, onTakeBack } = props;
  const { desk, retry } = useStrings();
  const language = useLanguage();
  if (outcome === null || outcome.kind === 'working') {
    return <p role="status">{outcome === null ? '' : desk.working}</p>;
  }
  if (!outcome.result.ok) return <p role="status">{errorMessage(outcome.result.error, language)}</p>;
  const retagged = outcome.kind === 'described' ? null : outcome.result;
  const failed = retagged?.ok === true ? retagged.value.failed : [];
  return (
    <div className="tags-outcome">
      <OutcomeWords outcome={outcome} />
      <Failures failed={failed} />
      {outcome.kind !== 'described' && failed.length > 0 && (
        <button type="button" className="text-button is-outlined" onClick={outcome.again}>
          {retry}
        </button>
      )}
      {isChanged(outcome) && (
        <button type="button" className="text-button is-outlined" onClick={onTakeBack}>
          {desk.takeBack}
        </button>
      )}
    </div>
  );
}

/** Whether there is something to take back. */
function isChanged(outcome: NonNullable<Outcome>): boolean {
  if (outcome.kind === 'retagged') return outcome.result.ok && outcome.result.value.annotations > 0;
  return outcome.kind === 'described';
}

function OutcomeWords({ outcome }: { readonly outcome: NonNullable<Outcome> }): ReactNode {
  const { desk } = useStrings();
  switch (outcome.kind) {
    case 'working':
      return null;
    case 'described':
      return <p role="status">{desk.described(outcome.tag)}</p>;
    case 'taken-back': {
      const marks = outcome.result.ok ? outcome.result.value.annotations : 0;
      return <p role="status">{desk.takenBack(marks)}</p>;
    }
    case 'retagged': {
      if (!outcome.result.ok) return null;
      const { annotations, issues, failed } = outcome.result.value;
      return (
        <p role="status">
          {desk.retagged(annotations, issues)}
          {failed.length > 0 && ` ${desk.retagFailed(failed.length)}`}
        </p>
      );
    }
  }
}

function Failures({ failed }: Pick<Retagged, 'failed'>): ReactNode {
  const { desk } = useStrings();
  const language = useLanguage();
  const issues = useLibrary((state) => state.issues);
  if (failed.length === 0) return null;
  const titleOf = (issueId: string): string =>
    issues.find((issue) => issue.issueId === issueId)?.title ?? issueId;
  return (
    <ul>
      {failed.map(({ issueId, error }) => (
        <li key={issueId}>{desk.retagFailure(titleOf(issueId), errorMessage(error, language))}</li>
      ))}
    </ul>
  );
}
