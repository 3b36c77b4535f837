// The part of the contract that is about the trash 废纸篓 for issues.
import { z } from 'zod';
import { issueIdSchema } from '../publication/issue';
import { issueSummarySchema } from './issue-summary';

const nothing = z.strictObject({});
const issuesSchema = z.strictObject({ issueIds: z.array(issueIdSchema).min(1).max(10_000) });

/** An issue in the trash: when it was put there, ISO 8601 instant, and by whom; empty where that is not known. */
export const trashedIssueSchema = z.strictObject({
  summary: issueSummarySchema,
  at: z.string(),
  who: z.string(),
});
export type TrashedIssue = z.infer<typeof trashedIssueSchema>;

export const trashCalls = {
  /** The issues in the trash, the one that was put there last first. */
  'library.trashed': { input: nothing, output: z.array(trashedIssueSchema) },
  /** Takes issues off the shelf, with all that is in them; other windows are told that the library has changed. */
  'library.trash': { input: issuesSchema, output: nothing },
  /** Puts issues back on the shelf, as they were. */
  'library.restore-issues': { input: issuesSchema, output: nothing },
} as const;
