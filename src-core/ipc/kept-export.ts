// What is chosen of an export whatever the issue: kept from one time to the next, and under a name as a preset.
import { z } from 'zod';
import {
  bodySizeSchema,
  exportLayoutSchema,
  exportMarksSchema,
  exportMatterSchema,
  exportNotesSchema,
  exportStandardSchema,
  fitPagesSchema,
  paperSizeSchema,
} from './export-choices';
import { longestPresetName } from './export-presets';
import { directionSchema, paperSchema } from './page-choices';

export const keptExportSchema = z.strictObject({
  direction: directionSchema,
  /** `own` is of `paperSize`. */
  paper: z.enum([...paperSchema.options, 'own']),
  paperSize: paperSizeSchema,
  /** Points; the paper's own size where it is null. */
  body: bodySizeSchema.nullable(),
  /** As many sheets as it makes where it is null. */
  fitPages: fitPagesSchema.nullable(),
  layout: exportLayoutSchema,
  marks: z.enum([...exportMarksSchema.options, 'none']),
  notes: exportNotesSchema,
  index: z.boolean(),
  matter: z.array(exportMatterSchema).max(exportMatterSchema.options.length),
  markedPagesOnly: z.boolean(),
  standard: exportStandardSchema,
});
export type KeptExport = z.infer<typeof keptExportSchema>;

export const exportPresetSchema = z.strictObject({
  name: z.string().trim().min(1).max(longestPresetName),
  choices: keptExportSchema,
});
export type ExportPreset = z.infer<typeof exportPresetSchema>;
