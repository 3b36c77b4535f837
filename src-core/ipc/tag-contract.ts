// The part of the contract that is about tags in the whole library: other names and colours, and changes everywhere.
import { z } from 'zod';
import { tagSchema } from '../annotation/annotation';
import { tagTraitSchema, tagTraitsSchema } from '../annotation/tag-trait-schema';
import { issueIdSchema } from '../publication/issue';
import { appErrorSchema } from './app-error';

const nothing = z.strictObject({});

/** How many annotations were changed, in how many issues, and where that failed. */
export const retaggedSchema = z.strictObject({
  annotations: z.int(),
  issues: z.int(),
  /** The issues in which it could not be done. */
  failed: z.array(z.strictObject({ issueId: issueIdSchema, error: appErrorSchema })),
});
export type Retagged = z.infer<typeof retaggedSchema>;

export const tagCalls = {
  /** Other names and the colours of tags. */
  'tags.traits': { input: nothing, output: tagTraitsSchema },
  /** Sets other names and the colour of one tag. */
  'tags.describe': { input: tagTraitSchema, output: nothing },
  /** Renames a tag with all below it in the whole library, one edit in each issue; `to` may be another tag's name. */
  'tags.rename': { input: z.strictObject({ from: tagSchema, to: tagSchema }), output: retaggedSchema },
  /** Takes a tag with all below it from every mark of the library, one edit in each issue. */
  'tags.remove': { input: z.strictObject({ tag: tagSchema }), output: retaggedSchema },
  /** Takes the last change of a tag back, in every issue; what was changed since stays as it is. */
  'tags.take-back': { input: nothing, output: retaggedSchema },
} as const;
