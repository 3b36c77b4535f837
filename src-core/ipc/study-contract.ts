// The part of the contract that is about study days 学习日: keeping them, the notices that announce them, the marks that
// are collected for them, what is proved of their excerpts, and the files that are made of them.
import { z } from 'zod';
import { annotationIdSchema, markColorSchema, tagSchema } from '../annotation/annotation';
import { articleIdSchema, issueIdSchema } from '../publication/issue';
import { setPreviewSchema } from './export-contract';
import { handoutChoicesSchema } from '../study/handout-choices';
import {
  excerptSchema,
  materialIdSchema,
  materialSchema,
  studyDayIdSchema,
  studyDaySchema,
} from '../study/study-day';

const tokenSchema = z.string().min(16).max(64);
const rangeSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });

/** A study day as lists and the calendar show it. */
export const studyDaySummarySchema = studyDaySchema
  .pick({ studyDayId: true, date: true, time: true, ordinal: true, theme: true, place: true, removed: true })
  .extend({ excerpts: z.int().min(0) });
export type StudyDaySummary = z.infer<typeof studyDaySummarySchema>;

/** What a new study day begins with. */
export const studyDayStartSchema = studyDaySchema
  .pick({ date: true, time: true, ordinal: true, theme: true, place: true, leader: true, notice: true })
  .partial()
  .required({ date: true });
export type StudyDayStart = z.infer<typeof studyDayStartSchema>;

/** A study day that an issue announces, and for which none was made. */
export const openNoticeSchema = z.strictObject({
  articleId: articleIdSchema,
  date: z.iso.date(),
  ordinal: z.int().optional(),
  theme: z.string().optional(),
  place: z.string().optional(),
});
export type OpenNotice = z.infer<typeof openNoticeSchema>;

/** Which marks are wanted; every condition that is given must hold. `sentences` takes all sentences with the words instead. */
export const wantedMarksSchema = z.strictObject({
  tags: z.array(tagSchema).max(100).optional(),
  colors: z.array(markColorSchema).max(20).optional(),
  authors: z.array(z.string().max(200)).max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  words: z.string().max(200).optional(),
  issueId: issueIdSchema.optional(),
  sentences: z.boolean().optional(),
});
export type WantedMarks = z.infer<typeof wantedMarksSchema>;

const checkSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('agrees'), range: rangeSchema }),
  z.strictObject({
    state: z.literal('differs'),
    range: rangeSchema,
    difference: z.strictObject({ excerpt: z.string(), source: z.string() }),
  }),
  z.strictObject({ state: z.literal('missing') }),
]);

/** How an excerpt stands to its source now, and where that is. */
export const provedExcerptSchema = z.strictObject({
  materialId: materialIdSchema,
  /** The article's headline; empty where the article is gone. */
  title: z.string(),
  publication: z.string().optional(),
  date: z.string().optional(),
  /** One for each passage. */
  checks: z.array(checkSchema),
});
export type ProvedExcerpt = z.infer<typeof provedExcerptSchema>;

/** A mark, or a sentence, that can be taken into the materials. */
export const collectedSchema = z.strictObject({
  excerpt: excerptSchema,
  proof: provedExcerptSchema,
  /** Absent for a sentence. */
  mark: z.strictObject({ color: markColorSchema, author: z.string(), note: z.string() }).optional(),
});
export type Collected = z.infer<typeof collectedSchema>;

const dayShape = { studyDayId: studyDayIdSchema };

export const studyCalls = {
  /** Every study day, removed ones too, by date. */
  'study.days': { input: z.strictObject({}), output: z.array(studyDaySummarySchema) },
  'study.day': { input: z.strictObject(dayShape), output: studyDaySchema },
  'study.create': { input: studyDayStartSchema, output: studyDaySchema },
  /** Stores a change of the revision that the day names. */
  'study.save': {
    input: z.strictObject({ day: studyDaySchema }),
    output: z.strictObject({ ...dayShape, revision: z.int(), modified: z.string() }),
  },
  'study.remove': { input: z.strictObject(dayShape), output: z.strictObject({}) },
  'study.restore': { input: z.strictObject(dayShape), output: z.strictObject({}) },
  'study.notices': {
    input: z.strictObject({ issueId: issueIdSchema }),
    output: z.array(openNoticeSchema),
  },
  'study.collect': {
    input: wantedMarksSchema,
    output: z.strictObject({
      collected: z.array(collectedSchema),
      /** How many were found; more than are given where there are very many. */
      found: z.int(),
      /** Everybody who made a mark. */
      authors: z.array(z.string()),
    }),
  },
  /** Excerpts from marks of an issue, whatever they are like. */
  'study.collect-marks': {
    input: z.strictObject({
      issueId: issueIdSchema,
      annotationIds: z.array(annotationIdSchema).min(1).max(5000),
    }),
    output: z.array(excerptSchema),
  },
  'study.prove': {
    input: z.strictObject({ excerpts: z.array(excerptSchema).max(5000) }),
    output: z.array(provedExcerptSchema),
  },
  /** Orders what stands below each heading. */
  'study.order': {
    input: z.strictObject({
      materials: z.array(materialSchema).max(5000),
      order: z.enum(['date', 'article']),
    }),
    output: z.array(materialSchema),
  },
  /** The text that an excerpt is trimmed in. */
  'study.source': {
    input: z.strictObject({ issueId: issueIdSchema, articleId: articleIdSchema }),
    output: z.strictObject({ title: z.string(), text: z.string() }),
  },
  /** The handout in a format that another program sets: a page of HTML, or the text as it will stand in the file. */
  'study.draft': {
    input: z.strictObject({ ...dayShape, choices: handoutChoicesSchema }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('page'), styles: z.string(), body: z.string() }),
      z.strictObject({ kind: z.literal('text'), text: z.string() }),
    ]),
  },
  /** Lets the user choose a file for the handout. */
  'study.choose-handout': {
    input: z.strictObject({ ...dayShape, format: handoutChoicesSchema.shape.format }),
    output: z.strictObject({ token: tokenSchema, fileName: z.string() }).nullable(),
  },
  /** Lets the user choose a file and writes days to it as iCalendar; null where none was chosen. */
  'study.calendar': {
    input: z.strictObject({ studyDayIds: z.array(studyDayIdSchema).min(1).max(5000) }),
    output: z.strictObject({ fileName: z.string(), token: tokenSchema, days: z.int() }).nullable(),
  },
} as const;

export const studyTasks = {
  /** Sets the handout as PDF in the place of the window's last preview; its pages are painted by `preview.page`. */
  'study.preview': {
    input: z.strictObject({ ...dayShape, choices: handoutChoicesSchema }),
    progress: z.strictObject({ page: z.int(), pages: z.int() }),
    output: setPreviewSchema,
  },
  /** Writes the handout of a day as it is stored. */
  'study.handout': {
    input: z.strictObject({ ...dayShape, token: tokenSchema, choices: handoutChoicesSchema }),
    progress: z.strictObject({ page: z.int(), pages: z.int() }),
    output: z.strictObject({
      file: z.string(),
      excerpts: z.int(),
      /** The numbers of excerpts that do not agree with their source; they say so where they are printed. */
      doubtful: z.array(z.int()),
      missingCharacters: z.array(z.string()),
      /** The chosen installed font, where it cannot be in a document and Song stands in for it. */
      replacedFont: z.string().optional(),
      /** Reveals the written file. */
      token: tokenSchema,
    }),
  },
} as const;

export const studyEvents = {
  /** A study day was stored by another window. */
  'study.changed': z.strictObject(dayShape),
} as const;
