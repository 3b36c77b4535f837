// What is valid of other names and colours of tags: in the library's own document, and between the processes.
import { z } from 'zod';
import { markColorSchema, tagSchema } from './annotation';
import { mostTraits } from './tag-traits';

export const tagTraitSchema = z.strictObject({
  tag: tagSchema,
  aliases: z.array(tagSchema).max(mostTraits.aliases),
  /** Null for none. */
  color: markColorSchema.nullable(),
});

/** What is set about all tags of a library, each tag once. */
export const tagTraitsSchema = z.array(tagTraitSchema).max(mostTraits.tags);
