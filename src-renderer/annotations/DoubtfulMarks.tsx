// Marks whose text was corrected since they were made. Some were followed to where most of their words still are, and
// say how sure that is; others are nowhere, and the places where they may belong are proposed. What is right, the reader
// decides: by a proposal, or by selecting the passage on the page.
import { useMemo, type ReactNode } from 'react';
import { proposePlaces } from '../../src-core/anchoring/anchor';
import type { Annotation } from '../../src-core/annotation/annotation';
import { ellipsis, passagesOf } from '../../src-core/annotation/passages';
import { articleTitle } from '../../src-core/publication/article-text';
import type { Article, ArticleId, Issue } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';
import { pickMark, selectedRange, showPlace, useReader, type TextPlace } from '../state/reader';
import { useStrings } from '../strings/use-strings';
import { MarkEntry } from './MarkEntry';
import { reattach, removeMark } from './mark-actions';
import { isDoubtful, type PlacedMark, type PlacedMarks } from './mark-ranges';
import { shorten } from './mark-title';

/** How much of a passage is shown. */
const mostCharacters = 40;

type DoubtfulMarksProps = { readonly issue: Issue; readonly marks: PlacedMarks };

/** Shows the marks that want a look. */
export function DoubtfulMarks({ issue, marks }: DoubtfulMarksProps): ReactNode {
  const strings = useStrings();
  const followed = useMemo(() => marks.placed.filter(isDoubtful), [marks]);
  if (followed.length + marks.orphans.length === 0)
    return <p className="empty">{strings.desk.doubtfulEmpty}</p>;
  return (
    <>
      <p className="empty">{strings.desk.doubtfulHint}</p>
      <ul className="doubtful-list" aria-label={strings.desk.doubtfulList}>
        {marks.orphans.map((mark) => (
          <Orphan key={mark.annotationId} mark={mark} issue={issue} />
        ))}
        {followed.map((placed) => (
          <Followed key={placed.mark.annotationId} placed={placed} issue={issue} />
        ))}
      </ul>
    </>
  );
}

function Followed({ placed, issue }: { readonly placed: PlacedMark; readonly issue: Issue }): ReactNode {
  const { desk } = useStrings();
  const { mark, range, pieces, confidence } = placed;
  const text = issue.articles.find(({ articleId }) => articleId === mark.articleId)?.text ?? '';
  const ranges = pieces.map((piece) => piece.range);
  const present = ranges.map(({ start, end }) => text.slice(start, end)).join(ellipsis);
  const lost = passagesOf(mark.target).length - pieces.length;
  return (
    <li className="doubtful">
      <MarkEntry mark={mark} />
      <p className="mark-facts">{desk.nowReads(shorten(present, mostCharacters))}</p>
      {lost > 0 && <p className="mark-facts">{desk.lostPassages(lost)}</p>}
      <p className="mark-facts">
        {lost === 0 && <span className="sureness">{desk.sureness(Math.round(confidence * 100))}</span>}
        <button
          type="button"
          className="text-button is-outlined"
          onClick={() => {
            pickMark(mark.annotationId);
            showPlace({ articleId: mark.articleId, offset: range.start }, range);
          }}
        >
          {desk.show}
        </button>
        <button
          type="button"
          className="text-button is-outlined"
          onClick={() => reattach(mark, mark.articleId, ranges)}
        >
          {lost > 0 ? desk.confirmRest : desk.confirm}
        </button>
        <AttachToSelection mark={mark} kept={lost > 0 ? ranges : []} />
        <RemoveButton mark={mark} />
      </p>
    </li>
  );
}

type Proposal = { readonly articleId: ArticleId; readonly range: TextRange; readonly confidence: number };

const mostProposals = 3;

function Orphan({ mark, issue }: { readonly mark: Annotation; readonly issue: Issue }): ReactNode {
  const strings = useStrings();
  const { desk } = strings;
  const own = issue.articles.find(({ articleId }) => articleId === mark.articleId);
  const proposals = useMemo(() => proposalsFor(mark, issue), [mark, issue]);
  const texts = new Map(issue.articles.map(({ articleId, text }) => [articleId, text]));
  return (
    <li className="doubtful">
      <MarkEntry mark={mark} />
      <p className="mark-facts">
        {own === undefined ? desk.noPlace : desk.oldPlace(articleTitle(own))}
        {own !== undefined && ` · ${desk.noPlace}`}
      </p>
      {proposals.map(({ articleId, range, confidence }) => {
        const words = shorten(texts.get(articleId)?.slice(range.start, range.end) ?? '', mostCharacters);
        return (
          <button
            key={`${articleId} ${range.start}`}
            type="button"
            className="proposal"
            onFocus={() => showPlace({ articleId, offset: range.start }, range)}
            onClick={() => reattach(mark, articleId, [range])}
          >
            {desk.proposeHere(words, Math.round(confidence * 100))}
          </button>
        );
      })}
      <p className="mark-facts">
        {own !== undefined && (
          <button
            type="button"
            className="text-button is-outlined"
            onClick={() => showPlace(formerPlace(mark, own))}
          >
            {desk.toOldPlace}
          </button>
        )}
        <AttachToSelection mark={mark} kept={[]} />
        <RemoveButton mark={mark} />
      </p>
    </li>
  );
}

/** Where a mark that has no place stood before, as far as the article still goes. */
function formerPlace({ target }: Annotation, { articleId, text }: Article): TextPlace {
  return { articleId, offset: Math.max(0, Math.min(target.position.start, text.length - 1)) };
}

function RemoveButton({ mark }: { readonly mark: Annotation }): ReactNode {
  const { desk } = useStrings();
  return (
    <button type="button" className="text-button is-outlined" onClick={() => removeMark(mark.annotationId)}>
      {desk.remove}
    </button>
  );
}

/** Puts a mark on the selected passage, together with those of its passages that are to be kept. */
function AttachToSelection(props: {
  readonly mark: Annotation;
  readonly kept: readonly TextRange[];
}): ReactNode {
  const { mark, kept } = props;
  const { desk } = useStrings();
  const selection = useReader((state) => state.selection);
  const range = selectedRange(selection);
  return (
    <button
      type="button"
      className="text-button is-outlined"
      aria-disabled={range === null}
      title={desk.attachHint}
      onClick={() => {
        if (range === null || selection === null) return;
        const isSameArticle = selection.articleId === mark.articleId;
        const ranges = isSameArticle ? [...kept, range] : [range];
        const attached = reattach(mark, selection.articleId, ranges);
        if (attached !== null) pickMark(attached);
      }}
    >
      {desk.attachToSelection}
    </button>
  );
}

/** Where a mark may belong: in its own article, and where that is gone or has nothing like it, in any other. */
function proposalsFor(mark: Annotation, issue: Issue): readonly Proposal[] {
  if (mark.scope !== undefined) return [];
  const inArticle = (articleId: ArticleId, text: string): readonly Proposal[] =>
    proposePlaces(text, mark.target).map(({ range, confidence }) => ({ articleId, range, confidence }));
  const own = issue.articles.find(({ articleId }) => articleId === mark.articleId);
  const near = own === undefined ? [] : inArticle(own.articleId, own.text);
  const found =
    near.length > 0 ? near : issue.articles.flatMap(({ articleId, text }) => inArticle(articleId, text));
  return found.toSorted((a, b) => b.confidence - a.confidence).slice(0, mostProposals);
}
