// A mark or sentence that was found, as the collector lists it.
import { memo, type ReactNode } from 'react';
import { plainNote } from '../../src-core/annotation/note-markdown';
import type { Collected } from '../../src-core/ipc/study-contract';
import { TagChip } from '../annotations/TagChip';
import { useStrings } from '../strings/use-strings';

/** Draws the row. */
export const FoundRow = memo(function FoundRow({ one }: { readonly one: Collected }): ReactNode {
  const { calendarDate, study } = useStrings();
  const { excerpt, proof, mark } = one;
  const source = [proof.title, proof.date === undefined ? undefined : calendarDate(proof.date)]
    .filter((fact) => fact !== undefined && fact !== '')
    .join(' · ');
  return (
    <>
      <p className="quote">
        {mark !== undefined && <span className={`pigment pigment-${mark.color}`} aria-hidden="true" />}
        <span>{excerpt.passages.map(({ quote }) => quote.exact).join('……')}</span>
      </p>
      {mark !== undefined && mark.note !== '' && <p className="note">{plainNote(mark.note)}</p>}
      <p className="material-facts">
        <span>{source}</span>
        {excerpt.tags.map((tag) => (
          <TagChip key={tag} tag={tag} />
        ))}
        {mark !== undefined && (
          <span className="author">{mark.author === '' ? study.collector.noAuthor : mark.author}</span>
        )}
      </p>
    </>
  );
});
