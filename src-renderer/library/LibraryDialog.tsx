// The dialog «资料库»: where the library is and what is in it, its backups, and the other libraries.
import { useEffect, type ReactNode } from 'react';
import { useDesk } from '../state/desk';
import { useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { ProgressBar } from '../ui/ProgressBar';
import {
  backUpLibrary,
  cancelLibraryWork,
  checkWholeLibrary,
  closeLibraryDialog,
  chooseLibrary,
  moveLibrary,
  restoreLibrary,
  revealLibrary,
  switchToRecent,
  useLibraryPlace,
} from './library-place';
import { LibraryOutcomeView } from './LibraryOutcome';

/** Shows the dialog. */
export function LibraryDialog(): ReactNode {
  const strings = useStrings();
  const work = useLibraryPlace((state) => state.work);
  const outcome = useLibraryPlace((state) => state.outcome);
  // A button that was pressed may be gone with what it asked.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('dialog[open] [data-primary]')?.focus();
  }, [work, outcome]);
  return (
    <Dialog title={strings.library.title} onClose={closeLibraryDialog}>
      {work === null ? <LibraryOutcomeView /> : <Working />}
      <Present />
      <Backups />
      <Others />
    </Dialog>
  );
}

function Working(): ReactNode {
  const { library, cancel } = useStrings();
  const { work, progress } = useLibraryPlace();
  const { done, total } = progress ?? { done: 0, total: 0 };
  if (work === null) return null;
  return (
    <section className="library-work" aria-live="polite">
      <ProgressBar label={library.working[work](done, total)} done={done} total={total} />
      {(work === 'move' || work === 'check') && (
        <button type="button" className="text-button is-outlined" onClick={cancelLibraryWork}>
          {cancel}
        </button>
      )}
    </section>
  );
}

function Present(): ReactNode {
  const { library } = useStrings();
  const facts = useLibraryPlace((state) => state.facts);
  return (
    <section aria-labelledby="library-present">
      <h3 id="library-present">{library.present}</h3>
      <p className="path">
        {facts?.path ?? '…'}
        {facts?.isThere === false && <em className="muted">{library.away}</em>}
      </p>
      {facts?.isThere === true && (
        <p className="muted">{library.counts(facts.issues, facts.annotations, facts.bytes)}</p>
      )}
      <div className="library-actions">
        <Action label={library.reveal} onClick={() => void revealLibrary()} isPrimary />
        <Action label={library.check} onClick={() => void checkWholeLibrary()} />
        <Action label={library.move} onClick={() => void moveLibrary()} />
      </div>
    </section>
  );
}

function Backups(): ReactNode {
  const { library } = useStrings();
  const facts = useLibraryPlace((state) => state.facts);
  return (
    <section aria-labelledby="library-backups">
      <h3 id="library-backups">{library.backups}</h3>
      {facts?.isThere === true && (
        <p className="muted">{library.lastBackup(facts.lastBackup, facts.backups)}</p>
      )}
      <div className="library-actions">
        <Action label={library.backUp} onClick={() => void backUpLibrary()} />
        <Action label={library.restore} onClick={() => void restoreLibrary()} />
      </div>
    </section>
  );
}

function Others(): ReactNode {
  const { library } = useStrings();
  const recent = useLibraryPlace((state) => state.facts?.recent) ?? [];
  const isUnsaved = useDesk((state) => state.outgoing.letters.length > 0);
  return (
    <section aria-labelledby="library-others">
      <h3 id="library-others">{library.others}</h3>
      {recent.length > 0 && (
        <ul className="library-recent" aria-labelledby="library-others">
          {recent.map(({ token, path, isThere }) => (
            <li key={path}>
              <span className="path">
                {path}
                {!isThere && <em className="muted">{library.away}</em>}
              </span>
              <Action
                label={library.open}
                name={library.openNamed(path)}
                isDisabled={!isThere || isUnsaved}
                onClick={() => void switchToRecent(token)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="library-actions">
        <Action label={library.openOther} isDisabled={isUnsaved} onClick={() => void chooseLibrary('open')} />
        <Action label={library.create} isDisabled={isUnsaved} onClick={() => void chooseLibrary('new')} />
      </div>
      {isUnsaved && <p role="note">{library.unsaved}</p>}
    </section>
  );
}

/** While something is being done to the library, nothing else is begun; what was pressed keeps the focus. */
function Action(props: {
  readonly label: string;
  readonly name?: string;
  readonly isDisabled?: boolean;
  readonly isPrimary?: boolean;
  readonly onClick: () => void;
}): ReactNode {
  const isWorking = useLibraryPlace((state) => state.work !== null);
  return (
    <button
      type="button"
      className="text-button is-outlined"
      aria-label={props.name}
      disabled={props.isDisabled === true}
      aria-disabled={isWorking}
      data-primary={props.isPrimary === true ? '' : undefined}
      onClick={isWorking ? undefined : props.onClick}
    >
      {props.label}
    </button>
  );
}
