// The passages of a mark that has several, each of which can be shown or taken out.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import { passagesOf } from '../../src-core/annotation/passages';
import { showPlace } from '../state/reader';
import { useStrings } from '../strings/use-strings';
import { removePassage } from './mark-passages';
import { shorten } from './mark-title';

const mostCharacters = 22;

/** Draws the passages; nothing for a mark that has one. */
export function MarkPassages({ mark }: { readonly mark: Annotation }): ReactNode {
  const { desk } = useStrings();
  const passages = passagesOf(mark.target);
  if (passages.length < 2) return null;
  return (
    <ol className="mark-passages" aria-label={desk.passages(passages.length)}>
      {passages.map(({ position: { start, end }, quote }, at) => {
        const words = shorten(quote.exact, mostCharacters);
        return (
          <li key={start} className="link-row">
            <button
              type="button"
              className="place-link"
              aria-label={desk.showPassage(words)}
              onClick={() => showPlace({ articleId: mark.articleId, offset: start }, { start, end })}
            >
              {words}
            </button>
            <button
              type="button"
              className="small-button"
              aria-label={desk.removePassage(words)}
              onClick={() => removePassage(mark, at)}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
