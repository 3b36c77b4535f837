// What came of the last thing that was done to the library; after a move, the question what is to become of the former
// one.
import type { ReactNode } from 'react';
import type { LibraryChecked } from '../../src-core/ipc/library-contract';
import { detailWords } from '../../src-core/strings/detail-words';
import { errorMessage } from '../../src-core/strings/error-messages';
import { useLanguage, useStrings } from '../strings/use-strings';
import { removeFormer, useLibraryPlace } from './library-place';

/** Shows it; nothing where nothing was done yet. */
export function LibraryOutcomeView(): ReactNode {
  const { library } = useStrings();
  const language = useLanguage();
  const outcome = useLibraryPlace((state) => state.outcome);
  switch (outcome?.kind) {
    case undefined:
      return null;
    case 'failed':
      return (
        <p className="failure" role="alert">
          {errorMessage(outcome.error, language)}
        </p>
      );
    case 'checked':
      return <Checked {...outcome.checked} />;
    case 'backed-up': {
      const { path, issues, annotations, damaged } = outcome.made;
      return <p role="status">{library.backedUp(path, issues, annotations, damaged)}</p>;
    }
    case 'restored':
      return <p role="status">{library.restored(outcome.restored)}</p>;
    case 'removed':
      return <p role="status">{library.removed(outcome.left)}</p>;
    case 'moved':
      return <Moved {...outcome.moved} />;
  }
}

function Checked({ issues, annotations, count, problems }: LibraryChecked): ReactNode {
  const { library, importMany } = useStrings();
  const language = useLanguage();
  if (count === 0) return <p role="status">{library.sound(issues, annotations)}</p>;
  return (
    <section className="library-work">
      <p className="failure" role="alert">
        {library.unsound(issues, annotations, count)}
      </p>
      <ul className="failures" tabIndex={0} aria-label={library.problems}>
        {problems.map(({ path, problem }) => (
          <li key={`${path} ${problem}`}>
            <span className="path">{path}</span>
            <p>{detailWords(problem, language)}</p>
          </li>
        ))}
        {count > problems.length && <li>{importMany.more(count - problems.length)}</li>}
      </ul>
    </section>
  );
}

function Moved(props: {
  readonly path: string;
  readonly former: string;
  readonly formerPath: string;
}): ReactNode {
  const { library } = useStrings();
  const keep = (): void => useLibraryPlace.setState({ outcome: null });
  return (
    <section className="library-work">
      <p role="status">{library.moved(props.path)}</p>
      <p className="path">{library.formerStays(props.formerPath)}</p>
      <div className="library-actions">
        <button type="button" className="text-button is-primary" autoFocus onClick={keep}>
          {library.keepFormer}
        </button>
        <button
          type="button"
          className="text-button is-outlined"
          onClick={() => void removeFormer(props.former)}
        >
          {library.removeFormer}
        </button>
      </div>
    </section>
  );
}
