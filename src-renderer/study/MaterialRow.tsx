// A material as the list shows it: a heading, or an excerpt with its words, its source, what does not agree, and how much
// is asked about it.
import { TriangleAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Excerpt, Material } from '../../src-core/study/study-day';
import { stateIn, useProofs } from '../state/study-proofs';
import { useStrings } from '../strings/use-strings';
import { TagChip } from '../annotations/TagChip';

/** Draws the row. `number` counts the excerpts from 1. */
export const MaterialRow = memo(function MaterialRow(props: {
  readonly material: Material;
  readonly number: number;
}): ReactNode {
  const { material, number } = props;
  if (material.kind === 'heading') return <p className="material-heading">{material.text}</p>;
  return <ExcerptRow excerpt={material} number={number} />;
});

function ExcerptRow({ excerpt, number }: { readonly excerpt: Excerpt; readonly number: number }): ReactNode {
  const { study } = useStrings();
  const title = useProofs(({ proofs }) => proofs.get(excerpt.materialId)?.title);
  const state = useProofs(({ proofs }) => stateIn(proofs, excerpt.materialId));
  const { tags, questions, leaderNotes, passages } = excerpt;
  return (
    <>
      <p className="material-title">
        <span className="count">{number}</span>
        <span>{title === '' ? study.noTitle : title}</span>
        {(state === 'differs' || state === 'missing') && (
          <span className="doubt">
            <TriangleAlert size={12} aria-hidden="true" /> {study[state]}
          </span>
        )}
      </p>
      <p className="material-words">
        {passages.map(({ quote }) => quote.exact.replaceAll('\n', '')).join('……')}
      </p>
      {(tags.length > 0 || questions.length > 0 || leaderNotes !== '') && (
        <p className="material-facts">
          {tags.map((tag) => (
            <TagChip key={tag} tag={tag} />
          ))}
          {questions.length > 0 && (
            <span>
              {study.excerptQuestions} {questions.length}
            </span>
          )}
          {leaderNotes !== '' && <span>{study.leaderNotes}</span>}
        </p>
      )}
    </>
  );
}
