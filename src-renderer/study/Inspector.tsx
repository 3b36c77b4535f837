// What is to be said of one material: its words and their proof, questions, the leader's notes, blank lines.
import { ArrowDown, ArrowUp, Merge, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { mostLines } from '../../src-core/study/most-lines';
import type { Excerpt, Material } from '../../src-core/study/study-day';
import { changeExcerpt, changeHeading, joinMaterial, moveBy, removeMaterial } from '../state/study-materials';
import { useProofs } from '../state/study-proofs';
import { useStrings } from '../strings/use-strings';
import { Hint } from '../ui/CommandButton';
import { LineList } from './LineList';
import { Passages } from './Passages';

const mostBlankLines = 40;

/** Shows the material. */
export function Inspector(props: {
  readonly material: Material;
  readonly onSay: (words: string) => void;
}): ReactNode {
  const { material, onSay } = props;
  const { study } = useStrings();
  const { materialId } = material;
  return (
    <aside className="inspector study-side" aria-label={study.inspector}>
      <header>
        <h3>{material.kind === 'heading' ? study.heading : study.excerpt}</h3>
        <Tool label={study.moveUp} onPress={() => void moveBy(materialId, -1)}>
          <ArrowUp size={16} aria-hidden="true" />
        </Tool>
        <Tool label={study.moveDown} onPress={() => void moveBy(materialId, 1)}>
          <ArrowDown size={16} aria-hidden="true" />
        </Tool>
        {material.kind === 'excerpt' && (
          <Tool label={study.join} onPress={() => joinMaterial(materialId) && onSay(study.joined)}>
            <Merge size={16} aria-hidden="true" />
          </Tool>
        )}
        <Tool label={study.remove} onPress={() => removeMaterial(materialId)}>
          <Trash2 size={16} aria-hidden="true" />
        </Tool>
      </header>
      {material.kind === 'heading' ? (
        <input
          data-first-field
          className="study-field"
          aria-label={study.heading}
          value={material.text}
          maxLength={500}
          onChange={(event) => changeHeading(materialId, event.target.value)}
        />
      ) : (
        <ExcerptFields excerpt={material} />
      )}
    </aside>
  );
}

function ExcerptFields({ excerpt }: { readonly excerpt: Excerpt }): ReactNode {
  const { study, calendarDate } = useStrings();
  const { materialId, questions, leaderNotes, blankLines } = excerpt;
  const proof = useProofs(({ proofs }) => proofs.get(materialId));
  const source = [proof?.publication, proof?.date === undefined ? undefined : calendarDate(proof.date)]
    .filter((fact) => fact !== undefined)
    .join(' ');
  return (
    <>
      <p className="inspector-source">
        {proof?.title}
        {source !== '' && <span className="muted"> {source}</span>}
      </p>
      <Passages excerpt={excerpt} proof={proof} />
      <LineList
        title={study.excerptQuestions}
        lines={questions}
        most={mostLines.excerptQuestions}
        step="questions"
        onChange={(lines, step) =>
          changeExcerpt(materialId, (own) => ({ ...own, questions: [...lines] }), step)
        }
      />
      <label className="plan-field">
        <span>{study.leaderNotes}</span>
        <textarea
          className="study-field"
          rows={3}
          placeholder={study.leaderNotesHint}
          maxLength={100_000}
          value={leaderNotes}
          onChange={(event) =>
            changeExcerpt(materialId, (own) => ({ ...own, leaderNotes: event.target.value }), 'notes')
          }
        />
      </label>
      <label className="blank-lines">
        <span>{study.blankLines}</span>
        <input
          className="study-field minutes-field"
          type="number"
          min={0}
          max={mostBlankLines}
          value={blankLines}
          onChange={(event) => {
            const lines = Math.max(0, Math.min(mostBlankLines, Math.round(Number(event.target.value))));
            changeExcerpt(materialId, (own) => ({ ...own, blankLines: lines }), 'blank');
          }}
        />
      </label>
    </>
  );
}

function Tool(props: {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Hint label={props.label}>
      <button type="button" className="icon-button" aria-label={props.label} onClick={props.onPress}>
        {props.children}
      </button>
    </Hint>
  );
}
