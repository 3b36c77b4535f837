// How far a task is; a bar without a value while that is not known.
import type { ReactNode } from 'react';

type ProgressBarProps = { readonly label: string; readonly done: number; readonly total: number };

/** Draws the bar with what is being done. */
export function ProgressBar({ label, done, total }: ProgressBarProps): ReactNode {
  return (
    <div className="progress">
      <div role="status">{label}</div>
      {total > 0 ? (
        <progress aria-label={label} value={Math.min(done, total)} max={total} />
      ) : (
        <progress aria-label={label} />
      )}
    </div>
  );
}
