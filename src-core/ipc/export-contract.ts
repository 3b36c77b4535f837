// The part of the contract that is about exporting and printing: the document that is looked at before it is saved, and
// the one that is written.
import { z } from 'zod';
import { issueIdSchema } from '../publication/issue';
import { exportChoicesShape } from './export-choices';
import { directionSchema, paperSchema } from './page-choices';

const tokenSchema = z.string().min(16).max(64);

/** What is set for paper, and how. */
const printedSchema = z.strictObject({
  issueId: issueIdSchema,
  direction: directionSchema,
  paper: paperSchema,
  annotations: z.boolean(),
  index: z.boolean(),
  ...exportChoicesShape,
});

/** What setting the document answers; `preview` names it. */
export const setPreviewSchema = z.strictObject({
  preview: z.int(),
  pages: z.int(),
  /** Of the first sheet, in points. */
  width: z.number(),
  height: z.number(),
  annotations: z.int(),
  missingCharacters: z.array(z.string()),
});

export const previewCalls = {
  /** Paints a page of the document that the window has set; pages count from 0, the width is in pixels. */
  'preview.page': {
    input: z.strictObject({
      preview: z.int().min(0),
      page: z.int().min(0),
      width: z.int().min(50).max(4000),
    }),
    /** `image` is the address of a PNG; it is as wide as was asked for, or less on paper too long for that. */
    output: z.strictObject({ image: z.string(), width: z.int(), height: z.int() }),
  },
  /** Forgets that document. */
  'preview.close': { input: z.strictObject({}), output: z.strictObject({}) },
} as const;

export const exportTasks = {
  'export.pdf': {
    input: printedSchema.extend({ token: tokenSchema }),
    progress: z.strictObject({ page: z.int(), pages: z.int() }),
    /** `token` reveals the written file. */
    output: z.strictObject({
      file: z.string(),
      pages: z.int(),
      annotations: z.int(),
      /** Marks whose passage is not in the text any more; they stand in the index alone. */
      orphans: z.int(),
      /** Characters which no font has; they are shown as 〓. */
      missingCharacters: z.array(z.string()),
      /** The chosen installed font, where it cannot be in a document and Song stands in for it. */
      replacedFont: z.string().optional(),
      token: tokenSchema,
    }),
  },
  /** Sets the document as an export does, in the place of the window's last one, to be looked at before it is saved. */
  'preview.set': {
    input: printedSchema,
    progress: z.strictObject({ page: z.int(), pages: z.int() }),
    output: setPreviewSchema,
  },
  /** Sets the issue as an export does, and opens the file in the system's PDF reader, where it is printed. */
  'print.run': {
    input: printedSchema,
    progress: z.strictObject({ page: z.int(), pages: z.int() }),
    output: z.strictObject({ pages: z.int(), replacedFont: z.string().optional() }),
  },
} as const;
