// What can be chosen of an exported PDF beyond direction and paper, in the window and on the command line alike.
import { z } from 'zod';
import { articleIdSchema, issueIdSchema } from '../publication/issue';

/** Where notes are printed: over the columns 眉批 (beside them in 横排), at the end, or not at all. */
export const exportNotesSchema = z.enum(['head', 'end', 'none']);
export type ExportNotes = z.infer<typeof exportNotesSchema>;

/** Whether marks are real annotations, which other programs list and edit, or painted into the page. */
export const exportMarksSchema = z.enum(['live', 'painted']);
export type ExportMarks = z.infer<typeof exportMarksSchema>;

/** What is chosen; left out, it is as the plain export has it. */
export const exportChoicesShape = {
  /** None by default. */
  notes: exportNotesSchema.optional(),
  /** Live by default. */
  marks: exportMarksSchema.optional(),
  /** Leaves out sheets without marks. */
  markedPagesOnly: z.boolean().optional(),
  /** The articles to export; all by default. */
  articles: z.array(articleIdSchema).min(1).max(2000).optional(),
  /** Further issues, each from a new sheet. */
  more: z.array(issueIdSchema).max(400).optional(),
} as const;

export type ExportChoices = z.infer<z.ZodObject<typeof exportChoicesShape>>;
