// What can be chosen of a handout, in the window and on the command line alike.
import { z } from 'zod';
import { citationForms } from '../citation/cite';
import { handoutFormats } from './handout-format';

export const handoutPapers = ['A4', 'A3', 'A5', 'B5', 'tabloid'] as const;

export const handoutChoicesSchema = z.strictObject({
  format: z.enum(handoutFormats),
  direction: z.enum(['vertical', 'horizontal']),
  paper: z.enum(handoutPapers),
  largePrint: z.boolean(),
  leaderNotes: z.boolean(),
  citation: z.enum(citationForms),
  /** What stands before the materials and after them. */
  contents: z.boolean(),
  index: z.boolean(),
  /** Numbers on the pages, where the format has pages. */
  pageNumbers: z.boolean(),
  /** Two pages beside each other on a sheet, in the order in which sheets are folded to a booklet; for PDF alone. */
  booklet: z.boolean(),
});
export type HandoutChoices = z.infer<typeof handoutChoicesSchema>;
