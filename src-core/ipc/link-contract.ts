// The part of the contract that is about links between marks of several issues 参见.
import { z } from 'zod';
import { annotationSchema, markAddressSchema } from '../annotation/annotation';
import { issueIdSchema } from '../publication/issue';

/** A mark of another issue which a mark refers to, or which refers to it. */
export const linkedMarkSchema = z.strictObject({
  ...markAddressSchema.shape,
  /** Whether the link goes out from the mark that was asked about, or comes in. */
  goes: z.enum(['out', 'in']),
  /** Null where the library has no such issue any more, or cannot open it. */
  issue: z
    .strictObject({
      title: z.string(),
      publication: z.string().optional(),
      date: z.string().optional(),
      /** Set where it lies in the trash. */
      isTrashed: z.literal(true).optional(),
    })
    .nullable(),
  /** A removed one carries `removed`; null where there is none. */
  mark: annotationSchema.nullable(),
});
export type LinkedMark = z.infer<typeof linkedMarkSchema>;

export const linkCalls = {
  /** The standing annotations of an issue that does not lie open. */
  'annotations.list': {
    input: z.strictObject({ issueId: issueIdSchema }),
    output: z.array(annotationSchema),
  },
  /** The links of an annotation with those of other issues, both ways. */
  'annotations.linked': { input: markAddressSchema, output: z.array(linkedMarkSchema) },
} as const;
