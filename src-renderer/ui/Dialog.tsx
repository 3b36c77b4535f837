// A dialog of the browser engine itself: it keeps the focus, and Escape closes it, without styles of its own making.
import { X } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import { useStrings } from '../strings/use-strings';
import { useModal } from './use-modal';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Shows a dialog until it is unmounted. */
export function Dialog({ title, onClose, children }: DialogProps): ReactNode {
  const strings = useStrings();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useModal(element, () => {
    (element.current?.querySelector<HTMLElement>('[data-primary]') ?? element.current)?.focus();
  });
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label={strings.close} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
