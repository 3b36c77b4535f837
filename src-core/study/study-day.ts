// A study day 学习日: when and where a group meets, over which theme, and the materials it reads: headings and excerpts
// from marks. An excerpt keeps its own words and place, so that it can be trimmed without touching the mark it was taken
// from, and can be proved against the source when it is printed.
import { z } from 'zod';
import { annotationIdSchema, tagSchema } from '../annotation/annotation';
import { selectorsSchema } from '../anchoring/selector';
import { articleIdSchema, issueIdSchema } from '../publication/issue';
import { mostLines } from './most-lines';

const identifier = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

/** Names a study day in its library. */
export const studyDayIdSchema = identifier.brand<'StudyDayId'>();
export type StudyDayId = z.infer<typeof studyDayIdSchema>;

/** Names a material within its study day. */
export const materialIdSchema = identifier.brand<'MaterialId'>();
export type MaterialId = z.infer<typeof materialIdSchema>;

const lineSchema = z.string().max(500);
const wordsSchema = z.string().max(100_000);

/** An ISO 8601 instant in UTC. */
const instantSchema = z.string().max(40);

/** Words of the paper: passages of one article, shown one after the other. */
export const excerptSchema = z.strictObject({
  kind: z.literal('excerpt'),
  materialId: materialIdSchema,
  issueId: issueIdSchema,
  articleId: articleIdSchema,
  /** The mark it was taken from; absent for a hit of the search. */
  annotationId: annotationIdSchema.optional(),
  /** Each with its words; offsets in UTF-16 code units of the article's canonical text. */
  passages: z.array(selectorsSchema).min(1).max(200),
  /** The mark's tags when it was taken; the handout's index is made of them. */
  tags: z.array(tagSchema).max(100),
  questions: z.array(lineSchema).max(mostLines.excerptQuestions),
  leaderNotes: wordsSchema,
  /** How many lines are left blank below it for handwriting. */
  blankLines: z.int().min(0).max(40),
});
export type Excerpt = z.infer<typeof excerptSchema>;

export const materialSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), materialId: materialIdSchema, text: lineSchema }),
  excerptSchema,
]);
export type Material = z.infer<typeof materialSchema>;

export const agendaStepSchema = z.strictObject({
  what: lineSchema,
  /** How long it takes, in minutes; 0 where that is left open. */
  minutes: z.int().min(0).max(1440),
});

export const studyDaySchema = z.strictObject({
  studyDayId: studyDayIdSchema,
  /** Counts the times it was stored; a change names the revision it was made from. */
  revision: z.int().min(0),
  /** ISO 8601 calendar date. */
  date: z.iso.date(),
  /** Local time of day at which it begins, HH:MM; absent for the whole day. */
  time: z.iso.time({ precision: -1 }).optional(),
  /** Which study day of the year it is. */
  ordinal: z.int().min(1).max(999).optional(),
  theme: lineSchema,
  place: lineSchema,
  leader: lineSchema,
  participants: z.array(lineSchema).max(1000),
  materials: z.array(materialSchema).max(5000),
  agenda: z.array(agendaStepSchema).max(mostLines.agenda),
  /** Questions for the whole day. */
  questions: z.array(lineSchema).max(mostLines.questions),
  /** What was said, written afterwards. */
  minutes: wordsSchema,
  /** The notice in the paper that it was made from. */
  notice: z.strictObject({ issueId: issueIdSchema, articleId: articleIdSchema }).optional(),
  created: instantSchema,
  modified: instantSchema,
  /** When it was removed; absent while it stands. */
  removed: instantSchema.optional(),
});
export type StudyDay = z.infer<typeof studyDaySchema>;
