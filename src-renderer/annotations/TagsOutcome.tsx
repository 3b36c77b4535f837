// What became of a change of a tag in the whole library: how much was changed, in which issues it failed and why, and the
// ways to try the rest again or to take it all back.
import type { ReactNode } from 'react';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Retagged } from '../../src-core/ipc/contract';
import type { Result } from '../../src-core/result';
import { errorMessage } from '../../src-core/strings/error-messages';
import { useLibrary } from '../state/library';
import { useLanguage, useStrings } from '../strings/use-strings';

export type Outcome =
  | null
  | { readonly kind: 'working' }
  | {
      readonly kind: 'done';
      readonly result: Result<Retagged, AppError>;
      /** Does the same once more, for the issues in which it failed; null where that makes no sense. */
      readonly again: (() => void) | null;
      readonly canTakeBack: boolean;
    };

/** Tells of the outcome. */
export function TagsOutcome(props: {
  readonly outcome: Outcome;
  readonly onTakeBack: () => void;
}): ReactNode {
  const { outcome, onTakeBack } = props;
  const { desk, retry } = useStrings();
  const language = useLanguage();
  const issues = useLibrary((state) => state.issues);
  const titleOf = (issueId: string): string =>
    issues.find((issue) => issue.issueId === issueId)?.title ?? issueId;
  if (outcome?.kind !== 'done') return <p role="status">{outcome === null ? '' : desk.working}</p>;
  const { result, again, canTakeBack } = outcome;
  if (!result.ok) return <p role="status">{errorMessage(result.error, language)}</p>;
  const { annotations, issues: changed, failed } = result.value;
  return (
    <div className="tags-outcome">
      <p role="status">
        {desk.retagged(annotations, changed)}
        {failed.length > 0 && ` ${desk.retagFailed(failed.length)}`}
      </p>
      {failed.length > 0 && (
        <ul>
          {failed.map(({ issueId, error }) => (
            <li key={issueId}>{desk.retagFailure(titleOf(issueId), errorMessage(error, language))}</li>
          ))}
        </ul>
      )}
      {failed.length > 0 && again !== null && (
        <button type="button" className="text-button is-outlined" onClick={again}>
          {retry}
        </button>
      )}
      {canTakeBack && annotations > 0 && (
        <button type="button" className="text-button is-outlined" onClick={onTakeBack}>
          {desk.takeBack}
        </button>
      )}
    </div>
  );
}
