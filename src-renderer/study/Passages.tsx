// The words of an excerpt, each passage with its proof. One that does not agree with its source says what differs, and
// what can be done about it; it stops nothing else.
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ProvedExcerpt } from '../../src-core/ipc/study-contract';
import type { Excerpt } from '../../src-core/study/study-day';
import { removeMaterial, removePassage, takeSourceWords } from '../state/study-materials';
import { useStrings } from '../strings/use-strings';
import { TrimDialog } from './TrimDialog';
import { showInPaper } from './show-in-paper';

type Check = ProvedExcerpt['checks'][number];

/** Shows the passages. */
export function Passages(props: {
  readonly excerpt: Excerpt;
  readonly proof: ProvedExcerpt | undefined;
}): ReactNode {
  const { excerpt, proof } = props;
  const { study } = useStrings();
  const [trimmed, setTrimmed] = useState<number | null>(null);
  return (
    <>
      <ol className="passages">
        {excerpt.passages.map(({ quote }, at) => {
          const check = proof?.checks[at];
          return (
            <li key={at} aria-label={study.passage(at + 1)}>
              <blockquote lang="zh-CN">{quote.exact}</blockquote>
              <Proof excerpt={excerpt} passage={at} check={check} />
              {/* An article that is gone leaves nothing to cut from, and nothing to show. */}
              {proof?.title !== '' && (
                <div className="passage-tools">
                  <button
                    type="button"
                    className="text-button is-outlined"
                    data-first-field={at === 0 ? '' : undefined}
                    onClick={() => setTrimmed(at)}
                  >
                    {study.trim}
                  </button>
                  <button
                    type="button"
                    className="text-button is-outlined"
                    onClick={() => void showInPaper(excerpt, at, rangeOf(check))}
                  >
                    {study.showInPaper}
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {trimmed !== null && (
        <TrimDialog
          excerpt={excerpt}
          passage={trimmed}
          range={rangeOf(proof?.checks[trimmed])}
          onClose={() => setTrimmed(null)}
        />
      )}
    </>
  );
}

function rangeOf(check: Check | undefined) {
  return check === undefined || check.state === 'missing' ? null : check.range;
}

function Proof(props: {
  readonly excerpt: Excerpt;
  readonly passage: number;
  readonly check: Check | undefined;
}): ReactNode {
  const { excerpt, passage, check } = props;
  const { study } = useStrings();
  if (check === undefined) return <p className="muted">{study.checking}</p>;
  if (check.state === 'agrees') {
    return (
      <p className="agrees muted">
        <CircleCheck size={12} aria-hidden="true" /> {study.agrees}
      </p>
    );
  }
  const words = (text: string): string => (text === '' ? study.nothing : text.replaceAll('\n', '／'));
  const remove = (): void =>
    excerpt.passages.length === 1
      ? removeMaterial(excerpt.materialId)
      : removePassage(excerpt.materialId, passage);
  return (
    <div className="proof-fails" role="note">
      <p>
        <TriangleAlert size={14} aria-hidden="true" /> <strong>{study[check.state]}</strong>
      </p>
      <p>
        {check.state === 'missing'
          ? study.missingWords
          : study.differsWords(words(check.difference.excerpt), words(check.difference.source))}
      </p>
      <p className="muted">{study.stillPrinted}</p>
      <div className="proof-choices">
        {check.state === 'differs' && (
          <button
            type="button"
            className="text-button is-outlined"
            onClick={() => void takeSourceWords(excerpt, passage, check.range)}
          >
            {study.useSource}
          </button>
        )}
        <button type="button" className="text-button is-outlined" onClick={remove}>
          {study.remove}
        </button>
      </div>
    </div>
  );
}
