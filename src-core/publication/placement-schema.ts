// How the decisions on an issue's make-up 版面 look on disk and between processes.
import { z } from 'zod';
import { leastWeight, mostWeight, type Placement } from './placement';

const placedArticleSchema = z.strictObject({
  articleId: z.string().min(1).max(64),
  weight: z.int().min(leastWeight).max(mostWeight),
  place: z.int().min(1).max(1000).optional(),
});

/** A placement as it is read; what it holds otherwise is refused. */
export const placementSchema = z
  .array(placedArticleSchema)
  .max(20_000)
  .readonly() satisfies z.ZodType<Placement>;
