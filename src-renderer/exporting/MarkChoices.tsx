// What becomes of marks and their notes, what stands before and after the issues, and whether the file is for keeping.
import type { ReactNode } from 'react';
import type { ExportMatter } from '../../src-core/ipc/export-choices';
import { exportMatter } from '../../src-core/ipc/export-presets';
import type { KeptExport } from '../../src-core/ipc/kept-export';
import { chooseExport } from '../state/export-presets';
import { useStrings } from '../strings/use-strings';
import { CheckOption } from './CheckOption';
import { Options } from './Options';

/** Draws the choices. */
export function MarkChoices({ kept }: { readonly kept: KeptExport }): ReactNode {
  const { exporting } = useStrings();
  const { marks, matter } = kept;
  const hasMarks = marks !== 'none';
  const part = (name: ExportMatter): ReactNode => (
    <CheckOption
      key={name}
      label={exporting.parts[name]}
      isChecked={matter.includes(name)}
      onChange={(isChecked) =>
        // In one order, so that the same choices are the same preset.
        chooseExport({
          matter: exportMatter.filter((one) => (one === name ? isChecked : matter.includes(one))),
        })
      }
    />
  );
  return (
    <>
      <section aria-label={exporting.marks}>
        <h3>{exporting.marks}</h3>
        <Options
          label={exporting.marksAs}
          value={marks}
          options={['live', 'painted', 'both', 'none']}
          words={exporting.markKinds}
          hint={exporting.markHints[marks]}
          onChoose={(chosen) => chooseExport({ marks: chosen })}
        />
        {hasMarks && (
          <>
            <Options
              label={exporting.notes}
              value={kept.notes}
              options={['head', 'side', 'end', 'none']}
              words={exporting.notePlaces[kept.direction]}
              hint={
                kept.layout === 'newspaper' && kept.notes === 'side'
                  ? exporting.wholePageNotes[kept.direction]
                  : null
              }
              onChoose={(notes) => chooseExport({ notes })}
            />
            <CheckOption
              label={exporting.markedPagesOnly}
              isChecked={kept.markedPagesOnly}
              onChange={(markedPagesOnly) => chooseExport({ markedPagesOnly })}
            />
          </>
        )}
      </section>
      <section aria-label={exporting.matter}>
        <h3>{exporting.matter}</h3>
        <div className="export-parts">
          {(['title', 'contents'] as const).map(part)}
          {hasMarks && part('legend')}
          {hasMarks && (
            <CheckOption
              label={exporting.index}
              isChecked={kept.index}
              onChange={(index) => chooseExport({ index })}
            />
          )}
          {hasMarks && (['tags', 'authors'] as const).map(part)}
          {part('sources')}
        </div>
      </section>
      <section aria-label={exporting.archive}>
        <h3>{exporting.archive}</h3>
        <CheckOption
          label={exporting.standards}
          isChecked={kept.standard === 'pdfa-1b'}
          onChange={(isArchived) => chooseExport({ standard: isArchived ? 'pdfa-1b' : 'pdf' })}
        />
      </section>
    </>
  );
}
