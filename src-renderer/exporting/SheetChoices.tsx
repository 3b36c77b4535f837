// How the sheets are: direction, layout, paper, size of type.
import type { ReactNode } from 'react';
import type { KeptExport } from '../../src-core/ipc/kept-export';
import { chooseExport } from '../state/export-presets';
import { useStrings } from '../strings/use-strings';
import { NumberField } from './NumberField';
import { Options } from './Options';

const sizes = ['paper', 'points', 'fit'] as const;
type Size = (typeof sizes)[number];

/** What a size that is the user's own begins with, in points, and how many sheets are filled at first. */
const firstBody = 12;
const firstFit = 4;

/** Draws the choices. */
export function SheetChoices({ kept }: { readonly kept: KeptExport }): ReactNode {
  const { exporting } = useStrings();
  const { paperSize, body, fitPages } = kept;
  const size: Size = fitPages !== null ? 'fit' : body !== null ? 'points' : 'paper';
  const chooseSize = (chosen: Size): void =>
    chooseExport({
      body: chosen === 'points' ? (body ?? firstBody) : null,
      fitPages: chosen === 'fit' ? (fitPages ?? firstFit) : null,
    });
  return (
    <section aria-label={exporting.sheet}>
      <h3>{exporting.sheet}</h3>
      <Options
        label={exporting.direction}
        value={kept.direction}
        options={['vertical', 'horizontal']}
        words={exporting}
        onChoose={(direction) => chooseExport({ direction })}
      />
      <Options
        label={exporting.layout}
        value={kept.layout}
        options={['newspaper', 'page', 'article']}
        words={exporting.layouts}
        onChoose={(layout) => chooseExport({ layout })}
      />
      <Options
        label={exporting.paper}
        value={kept.paper}
        options={['A3', 'A4', 'A5', 'B5', 'tabloid', 'own']}
        words={exporting.papers}
        onChoose={(paper) => chooseExport({ paper })}
      />
      {kept.paper === 'own' && (
        <div className="export-row">
          <span />
          <span className="number-fields">
            {(['width', 'height'] as const).map((side) => (
              <NumberField
                key={side}
                label={exporting[side]}
                unit={exporting[side]}
                value={paperSize[side]}
                least={90}
                most={1200}
                step={1}
                onChange={(length) => chooseExport({ paperSize: { ...paperSize, [side]: length } })}
              />
            ))}
          </span>
        </div>
      )}
      <Options
        label={exporting.size}
        value={size}
        options={sizes}
        words={exporting.sizes}
        onChoose={chooseSize}
      />
      {size !== 'paper' && (
        <div className="export-row">
          <span />
          {size === 'points' ? (
            <NumberField
              label={exporting.bodySize}
              unit={exporting.points}
              value={body ?? firstBody}
              least={7}
              most={24}
              step={0.5}
              onChange={(points) => chooseExport({ body: points })}
            />
          ) : (
            <NumberField
              label={exporting.fitPages}
              unit={exporting.pages}
              value={fitPages ?? firstFit}
              least={1}
              most={500}
              step={1}
              onChange={(sheets) => chooseExport({ fitPages: sheets })}
            />
          )}
        </div>
      )}
    </section>
  );
}
