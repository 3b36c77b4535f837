// What an undo or redo step is called, as data; the strings tables turn it into «撤销：高亮 12 字».
import { z } from 'zod';
import { markScopeSchema, markStyleSchema } from './annotation';

export const stepLabelSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mark'), style: markStyleSchema, characters: z.number() }),
  z.strictObject({ kind: z.literal('remove'), count: z.number() }),
  z.strictObject({ kind: z.literal('restore'), count: z.number() }),
  z.strictObject({ kind: z.literal('note') }),
  z.strictObject({ kind: z.literal('tags'), count: z.number() }),
  z.strictObject({ kind: z.literal('color'), count: z.number() }),
  z.strictObject({ kind: z.literal('style'), count: z.number() }),
  /** A note on a whole article or issue. */
  z.strictObject({ kind: z.literal('whole-note'), scope: markScopeSchema }),
  /** Other passages than before. */
  z.strictObject({ kind: z.literal('passages'), count: z.number() }),
  z.strictObject({ kind: z.literal('links'), count: z.number() }),
  z.strictObject({ kind: z.literal('change'), count: z.number() }),
]);
export type StepLabel = z.infer<typeof stepLabelSchema>;

/** What can be undone and redone next in one issue; null where nothing can. */
export const historyStateSchema = z.strictObject({
  undo: stepLabelSchema.nullable(),
  redo: stepLabelSchema.nullable(),
});
export type HistoryState = z.infer<typeof historyStateSchema>;
