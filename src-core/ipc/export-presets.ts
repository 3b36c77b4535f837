// The choices of an export that everybody has under a name. Plain values: the window loads no schemas.
import type { ExportMatter } from './export-choices';
import type { KeptExport } from './kept-export';

/** The longest name of a preset, in UTF-16 code units. */
export const longestPresetName = 40;

/** The parts of the front and back matter, in the order in which they are kept. */
export const exportMatter: readonly ExportMatter[] = [
  'title',
  'contents',
  'legend',
  'tags',
  'authors',
  'sources',
];

/** What is chosen at first. */
export const plainExport: KeptExport = {
  direction: 'vertical',
  paper: 'A4',
  paperSize: { width: 210, height: 285 },
  body: null,
  fitPages: null,
  layout: 'page',
  marks: 'live',
  notes: 'head',
  index: true,
  matter: [],
  markedPagesOnly: false,
  standard: 'pdf',
};

export const builtInPresets = ['plain', 'newspaper', 'research', 'print', 'large'] as const;
export type BuiltInPreset = (typeof builtInPresets)[number];

/** The presets that everybody has. */
export const builtInChoices: { readonly [P in BuiltInPreset]: KeptExport } = {
  plain: plainExport,
  // The pages as they are read in the window.
  newspaper: { ...plainExport, paper: 'A3', layout: 'newspaper', index: false },
  // All that is known of the marks, in a file that will still be read in fifty years.
  research: {
    ...plainExport,
    notes: 'end',
    matter: ['title', 'contents', 'legend', 'tags', 'authors', 'sources'],
    standard: 'pdfa-1b',
  },
  // Ink only: no printer leaves out what is painted.
  print: { ...plainExport, marks: 'painted', index: false },
  large: { ...plainExport, body: 15, index: false },
};
