// Edits are data: what the journal stores, what goes between the processes, and what undo is made of. How they apply is
// in apply-edit.ts, which the window loads without the schemas.
import { z } from 'zod';
import { annotationChangesSchema, annotationIdSchema, annotationSchema } from './annotation';

const instant = z.string().max(40);

const addSchema = z.strictObject({ type: z.literal('add'), annotation: annotationSchema });
const updateSchema = z.strictObject({
  type: z.literal('update'),
  annotationId: annotationIdSchema,
  changes: annotationChangesSchema,
  at: instant,
});
const removeSchema = z.strictObject({
  type: z.literal('remove'),
  annotationId: annotationIdSchema,
  at: instant,
});
const restoreSchema = z.strictObject({
  type: z.literal('restore'),
  annotationId: annotationIdSchema,
  at: instant,
});
const singleEditSchema = z.discriminatedUnion('type', [addSchema, updateSchema, removeSchema, restoreSchema]);

/** One change, or several that hold together: all of a batch are made, or none. */
export const editSchema = z.discriminatedUnion('type', [
  addSchema,
  updateSchema,
  removeSchema,
  restoreSchema,
  z.strictObject({ type: z.literal('batch'), edits: z.array(singleEditSchema).min(1).max(20_000) }),
]);
export type SingleEdit = z.infer<typeof singleEditSchema>;
export type Edit = z.infer<typeof editSchema>;

/** The edits that came out of `incomingEditSchema`; nobody changes an edit, so what was checked stays so. */
const checked = new WeakSet<Edit>();

/** An edit as it comes in from another process: checked here, and known to be from then on. */
export const incomingEditSchema = editSchema.overwrite((edit) => {
  checked.add(edit);
  return edit;
});

/** Whether an edit was checked when it came in, so that it need not be checked again on its way to the disk. */
export function isChecked(edit: Edit): boolean {
  return checked.has(edit);
}
