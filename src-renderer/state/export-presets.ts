// What stands chosen for the next export, kept over restarts, and the presets: choices under a name.
import {
  builtInChoices,
  builtInPresets,
  plainExport,
  type BuiltInPreset,
} from '../../src-core/ipc/export-presets';
import type { ExportPreset, KeptExport } from '../../src-core/ipc/kept-export';
import type { Settings } from '../../src-core/ipc/contract';
import { isSameValue } from './same-value';
import { changeSettings, useSettings } from './settings';

/** A preset that everybody has, or one of the user's own. */
export type PresetChoice =
  | { readonly kind: 'built-in'; readonly name: BuiltInPreset }
  | { readonly kind: 'own'; readonly name: string };

/** What stands chosen: as the last time, at first as the page is read, with the notes where the window shows them. */
export function keptExportOf({
  exportChoices,
  direction,
  noteDisplay,
}: Pick<Settings, 'exportChoices' | 'direction' | 'noteDisplay'>): KeptExport {
  return exportChoices ?? { ...plainExport, direction, notes: notesOnPaper[noteDisplay] };
}

/** Where notes are printed that the window shows above their columns, beside them, or in its list alone. */
const notesOnPaper: { readonly [D in Settings['noteDisplay']]: KeptExport['notes'] } = {
  head: 'head',
  side: 'side',
  list: 'end',
};

/** Changes what is chosen, and keeps it. */
export function chooseExport(changes: Partial<KeptExport>): void {
  const kept = keptExportOf(useSettings.getState().settings);
  void changeSettings({ exportChoices: { ...kept, ...changes } });
}

/** The preset that is as the choices stand, one of the user's own before those of everybody; null where there is none. */
export function presetOf(kept: KeptExport, own: readonly ExportPreset[]): PresetChoice | null {
  const mine = own.find(({ choices }) => isSameValue(choices, kept));
  if (mine !== undefined) return { kind: 'own', name: mine.name };
  const everybodys = builtInPresets.find((name) => isSameValue(builtInChoices[name], kept));
  return everybodys === undefined ? null : { kind: 'built-in', name: everybodys };
}

/** Chooses all that a preset holds. */
export function choosePreset(preset: PresetChoice): void {
  const { exportPresets } = useSettings.getState().settings;
  const choices =
    preset.kind === 'built-in'
      ? builtInChoices[preset.name]
      : exportPresets.find(({ name }) => name === preset.name)?.choices;
  if (choices !== undefined) void changeSettings({ exportChoices: choices });
}

/** Keeps what is chosen under a name; a preset of that name gives way. */
export function savePreset(name: string): void {
  const { settings } = useSettings.getState();
  const preset = { name: name.trim(), choices: keptExportOf(settings) };
  void changeSettings({
    exportChoices: preset.choices,
    exportPresets: [...settings.exportPresets.filter((other) => other.name !== preset.name), preset],
  });
}

/** Gives a preset another name; another one of that name gives way. */
export function renamePreset(from: string, to: string): void {
  const { exportPresets } = useSettings.getState().settings;
  const name = to.trim();
  void changeSettings({
    exportPresets: exportPresets
      .filter((preset) => preset.name === from || preset.name !== name)
      .map((preset) => (preset.name === from ? { ...preset, name } : preset)),
  });
}

/** Removes a preset; what it held stays chosen. */
export function removePreset(name: string): void {
  const { exportPresets } = useSettings.getState().settings;
  void changeSettings({ exportPresets: exportPresets.filter((preset) => preset.name !== name) });
}
