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

/** The plain handout: 竖排 on A4, with all that leads through it, and without what is for the leader alone. */
export const plainHandout: HandoutChoices = {
  format: 'pdf',
  direction: 'vertical',
  paper: 'A4',
  largePrint: false,
  leaderNotes: false,
  citation: 'gbt7714',
  contents: true,
  index: true,
  pageNumbers: true,
  booklet: false,
};

export type HandoutTemplate = {
  readonly name: 'reference' | 'horizontal' | 'large' | 'leader';
  readonly choices: Partial<HandoutChoices>;
};

/** Ready sets of choices: 参考材料 in 竖排, in 横排, in large print, and the leader's own copy. */
export const handoutTemplates: readonly HandoutTemplate[] = [
  { name: 'reference', choices: { direction: 'vertical', largePrint: false, leaderNotes: false } },
  { name: 'horizontal', choices: { direction: 'horizontal', largePrint: false, leaderNotes: false } },
  { name: 'large', choices: { direction: 'vertical', largePrint: true, leaderNotes: false } },
  { name: 'leader', choices: { direction: 'vertical', largePrint: false, leaderNotes: true } },
];
