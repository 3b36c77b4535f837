// What came of the last thing that was done to the library; after a move, the question what is to become of the former
// one.
import type { ReactNode } from 'react';
import type { LibraryChecked } from '../../src-core/ipc/library-contract';
import { detailMessage } from '../../src-core/strings/detail-messages';
import { useLanguage, useStrings } from '../strings/use-strings';
import { removeFormer, useLibraryPlace } from './library-place';
import { isTrouble, outcomeWords } from './outcome-words';

/** Shows it; nothing where nothing was done yet. */
export function LibraryOutcomeView(): ReactNode {
  const { library } = useStrings();
  const language = useLanguage();
  const outcome = useLibraryPlace((state) => state.outcome);
  if (outcome === null) return null;
  const words = outcomeWords(outcome, library, language);
  if (outcome.kind === 'moved') return <Moved {...outcome.moved} words={words} />;
  if (!isTrouble(outcome)) return <p role="status">{words}</p>;
  const told = (
    <p className="failure" role="alert">
      {words}
    </p>
  );
  return outcome.kind === 'checked' ? <Checked {...outcome.checked}>{told}</Checked> : told;
}

function Checked(props: LibraryChecked & { readonly children: ReactNode }): ReactNode {
  const { count, problems } = props;
  const { library, importMany } = useStrings();
  const language = useLanguage();
  return (
    <section className="library-work">
      {props.children}
      <ul className="failures" tabIndex={0} aria-label={library.problems}>
        {problems.map(({ path, problem }) => (
          <li key={`${path} ${JSON.stringify(problem)}`}>
            <span className="path">{path}</span>
            <p>{detailMessage(problem, language, path)}</p>
          </li>
        ))}
        {count > problems.length && <li>{importMany.more(count - problems.length)}</li>}
      </ul>
    </section>
  );
}

function Moved(props: {
  readonly former: string;
  readonly formerPath: string;
  readonly words: string;
}): ReactNode {
  const { library } = useStrings();
  const keep = (): void => useLibraryPlace.setState({ outcome: null });
  return (
    <section className="library-work">
      <p role="status">{props.words}</p>
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
