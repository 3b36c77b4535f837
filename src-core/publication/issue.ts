// An issue 期 of a publication 报: the pages 版 it was printed on and the articles 稿件 that stand on them. An article's
// canonical text is its blocks in reading order joined by line feeds; marks count their offsets in it, and it never
// changes under them.
import { z } from 'zod';
import { correctionSchema } from '../importing/correction';
import { habitSchema, learnedHabitSchema } from '../importing/habit-schema';
import { blockRoleSchema } from './block-role';
import { placementSchema } from './placement-schema';

export { blockRoleSchema } from './block-role';
export type { BlockRole } from './block-roles';

const identifier = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

/** Names an issue in its library. */
export const issueIdSchema = identifier.brand<'IssueId'>();
export type IssueId = z.infer<typeof issueIdSchema>;

/** Names an article within its issue. */
export const articleIdSchema = identifier.brand<'ArticleId'>();
export type ArticleId = z.infer<typeof articleIdSchema>;

/** A range of the article's canonical text with one role; UTF-16 code units, end exclusive. */
export const blockSchema = z.strictObject({
  role: blockRoleSchema,
  start: z.int().min(0),
  end: z.int().min(0),
});
export type Block = z.infer<typeof blockSchema>;

export const bylineSchema = z.strictObject({
  agency: z.string().optional(),
  reporters: z.array(z.string()),
});
export type Byline = z.infer<typeof bylineSchema>;

export const articleTypeSchema = z.enum(['article', 'photo', 'notice', 'label']);
export type ArticleType = z.infer<typeof articleTypeSchema>;

export const articleSchema = z.strictObject({
  articleId: articleIdSchema,
  type: articleTypeSchema,
  /** The canonical text: the blocks joined by "\n". */
  text: z.string(),
  blocks: z.array(blockSchema),
  byline: bylineSchema.optional(),
  credits: z.array(z.string()).optional(),
  /** ISO 8601 calendar date, where the notice states one. */
  date: z.string().optional(),
});
export type Article = z.infer<typeof articleSchema>;

export const sourceSchema = z.strictObject({
  fileName: z.string(),
  /** Hexadecimal SHA-256 of the source file's bytes, which the library keeps as they came. */
  sha256: z.string(),
  encoding: z.string(),
});
export type Source = z.infer<typeof sourceSchema>;

export const pageSchema = z.strictObject({
  number: z.string().optional(),
  name: z.string().optional(),
  /** The lines that name who is answerable for the page (责任编辑), as they are printed. */
  editors: z.array(z.string()).optional(),
  articleIds: z.array(articleIdSchema),
});

export const issueSchema = z.strictObject({
  issueId: issueIdSchema,
  publication: z.string().optional(),
  /** ISO 8601 calendar date of publication, where the text or the user states one. */
  date: z.string().optional(),
  /** The number of the issue 期号 in Western digits, where the page states it. */
  issueNumber: z.string().optional(),
  pages: z.array(pageSchema),
  articles: z.array(articleSchema),
  source: sourceSchema,
  /** ISO 8601 instant. */
  imported: z.string(),
  /** What the user has decided of its make-up; absent where nothing was. */
  placement: placementSchema.optional(),
  /** What the user has set right of what was recognised in the source, in order; absent where nothing was. */
  corrections: z.array(correctionSchema).max(20_000).optional(),
  /** What was learned from them of the publication; absent where nothing was. */
  habits: z.array(learnedHabitSchema).max(200).optional(),
  /** The publication's habits by which the source was read, so that it is read alike again. */
  readBy: z.array(habitSchema).max(200).optional(),
});
export type Issue = z.infer<typeof issueSchema>;
