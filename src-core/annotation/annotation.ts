// A mark on an article: what is marked (anchors), how it looks (style and colour), and what its author says of it
// (note and tags). Removed marks stay as tombstones, so that no copy of the library can bring them back unasked or
// take a removal for a loss.
import { z } from 'zod';
import { articleIdSchema, issueIdSchema } from '../publication/issue';
import { selectorsSchema } from '../anchoring/selector';
import { markColors, markStyles } from './palette';

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

/** An ISO 8601 instant in UTC. */
const instantSchema = z.string().max(40);

export const annotationSchema = z.strictObject({
  annotationId: annotationIdSchema,
  issueId: issueIdSchema,
  articleId: articleIdSchema,
  target: selectorsSchema,
  style: markStyleSchema,
  color: markColorSchema,
  tags: z.array(tagSchema).max(100),
  note: noteSchema,
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
    target: selectorsSchema,
  })
  .partial();
export type AnnotationChanges = z.infer<typeof annotationChangesSchema>;
