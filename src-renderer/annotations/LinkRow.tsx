// A row of the marks that a mark refers to or that refer to it, of its own issue or of another.
import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../strings/use-strings';

/** Draws the row. */
export function LinkRow(props: {
  /** Whether the link goes out from the mark that is looked at, or comes in. */
  readonly goes: 'out' | 'in';
  readonly title: string;
  /** What is said of it where there is nothing to go to; null where there is. */
  readonly gone: string | null;
  readonly onGo: () => void;
  /** Null where the link is not to be taken away from here. */
  readonly onRemove: (() => void) | null;
}): ReactNode {
  const { goes, title, gone, onGo, onRemove } = props;
  const { desk } = useStrings();
  const Icon = goes === 'out' ? ArrowRight : ArrowLeft;
  return (
    <li className="link-row">
      <Icon size={14} aria-hidden="true" />
      {gone !== null ? (
        <span className="muted">{gone}</span>
      ) : (
        <button
          type="button"
          className="place-link"
          title={title}
          aria-label={goes === 'out' ? desk.goToLink(title) : desk.goToLinking(title)}
          onClick={onGo}
        >
          {title}
        </button>
      )}
      {onRemove !== null && (
        <button
          type="button"
          className="small-button"
          aria-label={desk.removeLink(gone ?? title)}
          onClick={onRemove}
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
