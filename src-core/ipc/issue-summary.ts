// What a list shows of an issue.
import { z } from 'zod';
import { issueIdSchema } from '../publication/issue';

export const issueSummarySchema = z.strictObject({
  issueId: issueIdSchema,
  publication: z.string().optional(),
  date: z.string().optional(),
  /** The headline of the first article. */
  title: z.string(),
  pages: z.int(),
  articles: z.int(),
  annotations: z.int(),
  imported: z.string(),
  /** Hexadecimal SHA-256 of the source file; lists of issues from earlier versions are without it. */
  sha256: z.string().optional(),
});
export type IssueSummary = z.infer<typeof issueSummarySchema>;
