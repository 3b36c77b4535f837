// What a window may ask of the make-up 版面 of an issue: part of the contract.
import { z } from 'zod';
import { issueIdSchema, articleIdSchema } from '../publication/issue';
import { leastWeight, mostWeight } from '../publication/placement';
import { placementSchema } from '../publication/placement-schema';
import { makeUpChanges } from '../typesetting/make-up';

/** What is decided of an issue's make-up now. */
export const issuePlacedSchema = z.strictObject({ issueId: issueIdSchema, placement: placementSchema });
export type IssuePlaced = z.infer<typeof issuePlacedSchema>;

/** One of the named changes, a weight, or a place among the articles of the printed page. */
const makeUpChangeSchema = z.union([
  z.enum(makeUpChanges),
  z.strictObject({ weight: z.int().min(leastWeight).max(mostWeight) }),
  z.strictObject({ place: z.int().min(1).max(10_000) }),
]);

/** The calls of the make-up. */
export const makeUpCalls = {
  /** Makes an article heavier or lighter in the make-up of its page, or lets it keep a place. */
  'issue.make-up': {
    input: z.strictObject({
      issueId: issueIdSchema,
      articleId: articleIdSchema,
      change: makeUpChangeSchema,
    }),
    output: issuePlacedSchema,
  },
  /** Leaves the make-up of all its pages to the engine. */
  'issue.make-up-automatically': {
    input: z.strictObject({ issueId: issueIdSchema }),
    output: issuePlacedSchema,
  },
} as const;
