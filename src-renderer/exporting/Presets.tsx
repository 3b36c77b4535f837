// Choices under a name: those that everybody has, and the user's own, which can be saved, renamed and removed.
import { useId, useState, type ReactNode } from 'react';
import { builtInPresets, longestPresetName } from '../../src-core/ipc/export-presets';
import type { KeptExport } from '../../src-core/ipc/kept-export';
import { choosePreset, presetOf, removePreset, renamePreset, savePreset } from '../state/export-presets';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';

/** Draws the list of presets and what can be done with them. */
export function Presets({ kept }: { readonly kept: KeptExport }): ReactNode {
  const { exporting } = useStrings();
  const { presets } = exporting;
  const id = useId();
  const own = useSettings((state) => state.settings.exportPresets);
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const current = presetOf(kept, own);
  const isOwn = current?.kind === 'own';
  return (
    <div className="export-presets">
      <div className="export-row">
        <label htmlFor={id}>{presets.label}</label>
        <select
          id={id}
          className="select"
          value={current === null ? '' : `${current.kind}/${current.name}`}
          onChange={({ currentTarget }) => {
            const name = currentTarget.value.slice(currentTarget.value.indexOf('/') + 1);
            const builtIn = builtInPresets.find((preset) => preset === name);
            if (currentTarget.value.startsWith('own/')) choosePreset({ kind: 'own', name });
            else if (builtIn !== undefined) choosePreset({ kind: 'built-in', name: builtIn });
          }}
        >
          {current === null && (
            <option value="" disabled>
              {presets.none}
            </option>
          )}
          <optgroup label={presets.everybodys}>
            {builtInPresets.map((name) => (
              <option key={name} value={`built-in/${name}`}>
                {presets.builtIn[name]}
              </option>
            ))}
          </optgroup>
          {own.length > 0 && (
            <optgroup label={presets.own}>
              {own.map(({ name }) => (
                <option key={name} value={`own/${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </div>
      {naming === null ? (
        (current === null || isOwn) && (
          <div className="export-actions">
            {current === null && (
              <button type="button" className="text-button is-outlined" onClick={() => setNaming('save')}>
                {presets.save}
              </button>
            )}
            {isOwn && (
              <>
                <button type="button" className="text-button is-outlined" onClick={() => setNaming('rename')}>
                  {presets.rename}
                </button>
                <button
                  type="button"
                  className="text-button is-outlined"
                  onClick={() => removePreset(current.name)}
                >
                  {presets.remove}
                </button>
              </>
            )}
          </div>
        )
      ) : (
        <PresetName
          first={naming === 'rename' && isOwn ? current.name : ''}
          taken={own.map(({ name }) => name)}
          onName={(name) => {
            if (naming === 'rename' && isOwn) renamePreset(current.name, name);
            else savePreset(name);
            setNaming(null);
          }}
          onCancel={() => setNaming(null)}
        />
      )}
    </div>
  );
}

type PresetNameProps = {
  readonly first: string;
  readonly taken: readonly string[];
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
};

function PresetName({ first, taken, onName, onCancel }: PresetNameProps): ReactNode {
  const strings = useStrings();
  const { presets } = strings.exporting;
  const [name, setName] = useState(first);
  const isTaken = name.trim() !== first && taken.includes(name.trim());
  return (
    <form
      className="export-naming"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onName(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        className="text-field"
        aria-label={presets.name}
        placeholder={presets.name}
        maxLength={longestPresetName}
        autoFocus
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" className="text-button is-outlined" disabled={name.trim() === ''}>
        {presets.keep}
      </button>
      <button type="button" className="text-button" onClick={onCancel}>
        {strings.cancel}
      </button>
      {isTaken && (
        <p className="muted" role="status">
          {presets.replaces}
        </p>
      )}
    </form>
  );
}
