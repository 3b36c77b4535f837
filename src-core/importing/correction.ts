// What a person sets right of what a parser recognised, as data: the issue keeps its corrections, and the same function
// applies them in the window and in the library, to the same parse of the same source.
import { z } from 'zod';
import { blockRoleSchema } from '../publication/block-role';

const index = z.int().min(0);
const words = z.string().max(200).nullable();

export const correctionSchema = z.discriminatedUnion('type', [
  /** What is so is right. */
  z.strictObject({ type: z.literal('accept'), block: index, piece: index }),
  /** Everything is right as it is now. */
  z.strictObject({ type: z.literal('accept-all') }),
  z.strictObject({ type: z.literal('role'), block: index, piece: index, role: blockRoleSchema }),
  /** Cuts a piece before the code unit `at` of its text. */
  z.strictObject({ type: z.literal('split'), block: index, piece: index, at: z.int().min(1) }),
  /** Joins a piece with the one after it. */
  z.strictObject({ type: z.literal('join'), block: index, piece: index }),
  /** Takes another reading of the display lines, by its place among the alternatives. */
  z.strictObject({ type: z.literal('reading'), block: index, reading: index }),
  /** Puts a piece among what belongs to no article, and back before a piece, as a paragraph. */
  z.strictObject({ type: z.literal('set-aside'), block: index, piece: index }),
  z.strictObject({ type: z.literal('take-back'), furniture: index, block: index, piece: index }),
  /** Begins an article of its own with a piece; joins an article to the one before it. */
  z.strictObject({ type: z.literal('part'), block: index, piece: index }),
  z.strictObject({ type: z.literal('merge'), block: index }),
  /** Moves a piece past its neighbour; at the border of its article, into the one before or after. */
  z.strictObject({ type: z.literal('move'), block: index, piece: index, way: z.enum(['up', 'down']) }),
  /** Says what a block is: an article, a photo, a notice or a label. */
  z.strictObject({
    type: z.literal('type'),
    block: index,
    to: z.enum(['article', 'photo', 'notice', 'label']),
  }),
  /** Takes a habit of the publication back; this page stays as it is. */
  z.strictObject({
    type: z.literal('forget'),
    match: z.enum(['line', 'head']),
    text: z.string().min(1).max(60),
  }),
  z.strictObject({
    type: z.literal('metadata'),
    publication: words,
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/u)
      .nullable(),
    pageNumber: words,
    pageName: words,
  }),
]);
export type Correction = z.infer<typeof correctionSchema>;
