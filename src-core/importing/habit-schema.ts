// A habit of a publication as it is kept; what it is and how it is learned is in habits.ts.
import { z } from 'zod';

/** A habit is found again by a whole line, numbers and dates aside, or by the word that begins a line. */
const matchSchema = z.enum(['line', 'head']);

export const habitSchema = z.strictObject({
  match: matchSchema,
  /** The form of the line, or the word. */
  text: z.string().min(1).max(60),
  /** `text` is a line of an article, which was taken for furniture; `none` takes a habit back. */
  role: z.enum(['furniture', 'byline', 'label', 'text', 'none']),
});
export type Habit = z.infer<typeof habitSchema>;

/** A habit as an issue keeps it, with when it was learned (ISO 8601 instant). */
export const learnedHabitSchema = z.strictObject({ ...habitSchema.shape, at: z.string().max(40) });
export type LearnedHabit = z.infer<typeof learnedHabitSchema>;
