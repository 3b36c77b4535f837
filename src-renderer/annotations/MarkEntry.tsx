// A mark as the list shows it: its words, its note, its tags, who made it.
import { memo, type ReactNode } from 'react';
import { plainNote } from '../../src-core/annotation/note-markdown';
import { quoteOf } from '../../src-core/annotation/passages';
import type { Annotation } from '../../src-core/annotation/annotation';
import { isRefused, useDesk } from '../state/desk';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import { TagChip } from './TagChip';
import { markTitle } from './mark-title';

/** Draws the entry. */
export const MarkEntry = memo(function MarkEntry({ mark }: { readonly mark: Annotation }): ReactNode {
  const strings = useStrings();
  const isUnsaved = useDesk(({ outgoing }) => isRefused(outgoing, mark.annotationId));
  const meaning = useSettings((state) => state.settings.colorMeanings[mark.color] ?? '');
  return (
    <>
      <p className="quote">
        <span className={`pigment pigment-${mark.color}`} aria-hidden="true" />
        <span>
          {mark.scope === undefined ? quoteOf(mark) : markTitle({ ...mark, note: '' }, strings.desk)}
        </span>
      </p>
      {mark.note !== '' && <p className="note">{plainNote(mark.note)}</p>}
      <p className="mark-facts">
        {isUnsaved && <span className="unsaved">{strings.card.unsaved}</span>}
        <span>
          {strings.desk.colorWithMeaning(strings.colors[mark.color], meaning)}
          {mark.scope === undefined && mark.style !== 'highlight' && ` · ${strings.styles[mark.style]}`}
        </span>
        {mark.tags.map((tag) => (
          <TagChip key={tag} tag={tag} />
        ))}
        {linkCount(mark) > 0 && <span>{strings.desk.linkCount(linkCount(mark))}</span>}
        <AuthorName author={mark.author} />
      </p>
    </>
  );
});

function linkCount({ links = [], linksElsewhere = [] }: Annotation): number {
  return links.length + linksElsewhere.length;
}

/** The author's name; the user's own as initials, where there are any. */
function AuthorName({ author }: { readonly author: string }): ReactNode {
  const strings = useStrings();
  const initials = useSettings(({ settings }) => (settings.author === author ? settings.initials : ''));
  return (
    <span className="author" title={author}>
      {author === '' ? strings.marks.noAuthor : initials === '' ? author : initials}
    </span>
  );
}
