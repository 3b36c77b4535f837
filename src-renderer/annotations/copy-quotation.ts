// Copies passages with their source. The browser engine lets a page write to the clipboard only as the answer to a copy
// command, so that one is given and answered here.
import type { AnnotationId } from '../../src-core/annotation/annotation';
import { citeSource, quotePassage, sourceFacts, type CitationForm } from '../../src-core/citation/cite';
import { ellipsis } from '../../src-core/annotation/passages';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';
import { useDesk } from '../state/desk';
import { post } from '../state/notices';
import { selectedRange, useReader } from '../state/reader';
import { placedMarks } from './mark-ranges';
import { targetMarks } from './mark-actions';

/** Copies the selected passage, or else those of the chosen marks or the picked one, each with its source. */
export function copyQuotation(form: CitationForm): void {
  const { selection } = useReader.getState();
  const { issue } = useDesk.getState();
  const range = selectedRange(selection);
  if (issue === null) return;
  if (range === null || selection === null) copyMarks(targetMarks(), form);
  else copyText(quote(issue, selection.articleId, [range], form) ?? '');
}

/** Copies the passages of marks in the order of the text, each with its source. */
export function copyMarks(annotationIds: readonly AnnotationId[], form: CitationForm): void {
  const { issue, annotations } = useDesk.getState();
  if (issue === null) return;
  const wanted = new Set(annotationIds);
  const quotations = placedMarks(issue, annotations)
    .placed.filter(({ mark }) => wanted.has(mark.annotationId))
    .map(({ mark, pieces }) =>
      quote(
        issue,
        mark.articleId,
        pieces.map(({ range }) => range),
        form,
      ),
    );
  copyText(quotations.filter((quotation) => quotation !== null).join('\n\n'));
}

/** The passages as one quotation; of a note on a whole article or issue, the source alone. */
function quote(
  issue: Issue,
  articleId: ArticleId,
  ranges: readonly TextRange[],
  form: CitationForm,
): string | null {
  const article = issue.articles.find((candidate) => candidate.articleId === articleId);
  if (article === undefined) return null;
  const facts = sourceFacts(issue, article);
  if (ranges.length === 0) return citeSource(facts, form);
  const passage = ranges.map(({ start, end }) => article.text.slice(start, end)).join(ellipsis);
  return quotePassage(passage, facts, form);
}

function copyText(text: string): void {
  if (text === '') return;
  const answer = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    post({ kind: 'copied', characters: [...text].length });
  };
  // The engine asks first whether there is anything to copy.
  const claim = (event: Event): void => event.preventDefault();
  window.addEventListener('copy', answer, { capture: true });
  window.addEventListener('beforecopy', claim, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', answer, { capture: true });
  window.removeEventListener('beforecopy', claim, { capture: true });
}
