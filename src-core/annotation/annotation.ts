// A mark on an article: what is marked (anchors), how it looks (style and colour), and what its author says of it
// (note, tags, and links to other marks). Removed marks stay as tombstones, so that no copy of the library can bring them back unasked or
// take a removal for a loss.
import { z } from 'zod';
import { articleIdSchema, issueIdSchema } from '../publication/issue';
import { selectorsSchema } from '../anchoring/selector';
import { markColors, markScopes, markStyles } from './palette';

export const annotationIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/)
  .brand<'AnnotationId'>();
export type AnnotationId = z.infer<typeof annotationIdSchema>;

export const markStyleSchema = z.enum(markStyles);
export type MarkStyle = z.infer<typeof markStyleSchema>;

export const markColorSchema = z.enum(markColors);
export type MarkColor = z.infer<typeof markColorSchema>;

/** A tag: 1 to 100 characters, no control characters, no blank at either end. */
export const tagSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^\S(?:[^\p{Cc}]*\S)?$/u);

export const noteSchema = z.string().max(1_000_000);

/**
 * What a mark is of: a passage, and in `more` the further ones where several separate passages are one mark. They stand
 * in one article, in the order of its text, and no two of them touch.
 */
export const targetSchema = z.strictObject({
  ...selectorsSchema.shape,
  more: z.array(selectorsSchema).min(1).max(99).optional(),
});
export type Target = z.infer<typeof targetSchema>;

/** What a note is about where it is about no passage; its target is then the headline at which it is shown. */
export const markScopeSchema = z.enum(markScopes);
export type MarkScope = z.infer<typeof markScopeSchema>;

/** Other marks of the issue which a mark refers to 参见, each once. They may have been removed since. */
const linksSchema = z.array(annotationIdSchema).max(100);

/** A mark anywhere in the library. */
export const markAddressSchema = z.strictObject({ issueId: issueIdSchema, annotationId: annotationIdSchema });
export type MarkAddress = z.infer<typeof markAddressSchema>;

/** Marks of other issues which a mark refers to, each once. They, or their issues, may have been removed since. */
const linksElsewhereSchema = z.array(markAddressSchema).max(100);

/** An ISO 8601 instant in UTC. */
const instantSchema = z.string().max(40);

export const annotationSchema = z.strictObject({
  annotationId: annotationIdSchema,
  issueId: issueIdSchema,
  articleId: articleIdSchema,
  target: targetSchema,
  /** Absent for a mark on passages. */
  scope: markScopeSchema.optional(),
  style: markStyleSchema,
  color: markColorSchema,
  tags: z.array(tagSchema).max(100),
  note: noteSchema,
  /** Absent where there are none. */
  links: linksSchema.optional(),
  /** Absent where there are none. */
  linksElsewhere: linksElsewhereSchema.optional(),
  author: z.string().max(200),
  created: instantSchema,
  modified: instantSchema,
  /** When it was removed; absent while it stands. */
  removed: instantSchema.optional(),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** What a user may change of a mark that stands. */
export const annotationChangesSchema = z
  .strictObject({
    style: markStyleSchema,
    color: markColorSchema,
    tags: z.array(tagSchema).max(100),
    note: noteSchema,
    author: z.string().max(200),
    target: targetSchema,
    links: linksSchema,
    linksElsewhere: linksElsewhereSchema,
  })
  .partial();
export type AnnotationChanges = z.infer<typeof annotationChangesSchema>;
