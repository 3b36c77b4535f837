// The documents of a library and what is valid in each.
import { z } from 'zod';
import {
  annotationIdSchema,
  annotationSchema,
  tagSchema,
  type Annotation,
} from '../../src-core/annotation/annotation';
import { editSchema } from '../../src-core/annotation/edit';
import { stepLabelSchema } from '../../src-core/annotation/history';
import type { StepHistory } from '../../src-core/annotation/step-history';
import { Steps } from '../../src-core/annotation/steps';
import { issueIdSchema, issueSchema, type Issue, type IssueId } from '../../src-core/publication/issue';
import { fail, ok } from '../../src-core/result';
import { parseWith, wholeDocument, type DocumentFormat } from './document';

/** What names a library. */
export const identitySchema = z.strictObject({
  libraryId: z.string().min(1).max(64),
  /** ISO 8601 instant. */
  created: z.string().max(40),
});
export type Identity = z.infer<typeof identitySchema>;

/** What a list shows of an issue. The file's own schema: it must not change when the contract with the window does. */
const summarySchema = z.strictObject({
  issueId: issueIdSchema,
  publication: z.string().optional(),
  date: z.string().optional(),
  title: z.string(),
  pages: z.int(),
  articles: z.int(),
  annotations: z.int(),
  imported: z.string(),
  sha256: z.string().optional(),
});

export const catalogRowSchema = z.strictObject({
  summary: summarySchema,
  /** How many standing annotations carry each tag. */
  tags: z.array(z.tuple([tagSchema, z.int().min(1)])),
  /** The links of standing annotations to other issues: from which one, to which issue and which annotation of it. */
  links: z.array(z.tuple([annotationIdSchema, issueIdSchema, annotationIdSchema])),
  /** The journal that was written last, and its length: while both agree, the row is up to date. */
  journal: z.strictObject({ generation: z.int().min(1), bytes: z.int().min(0) }),
});
export type CatalogRow = z.infer<typeof catalogRowSchema>;

export const catalogSchema = z.strictObject({
  libraryId: z.string().min(1).max(64),
  rows: z.array(catalogRowSchema),
});
export type Catalog = z.infer<typeof catalogSchema>;

/** All that changes in one issue. */
export type IssueState = {
  readonly issueId: IssueId;
  /** The number of the last record of the journal that is in this state. */
  readonly seq: number;
  /** The generation of the journal that continues it. */
  readonly journal: number;
  /** Every annotation, tombstones too, in the order they were made. */
  readonly annotations: readonly Annotation[];
  readonly history: StepHistory;
};

const stepSchema = z.strictObject({
  seq: z.int().min(1),
  label: stepLabelSchema,
  edit: editSchema,
  bytes: z.int().min(0),
});

const snapshotSchema = z.strictObject({
  issueId: issueIdSchema,
  seq: z.int().min(0),
  journal: z.int().min(1),
  undo: z.array(stepSchema),
  redo: z.array(stepSchema),
  annotations: z.array(annotationSchema),
});

export const libraryFormat = wholeDocument('library', identitySchema);
export const catalogFormat = wholeDocument('catalog', catalogSchema);

/** The text of one issue; that of another issue is not valid in its place. */
export const issueFormat = (ownId: IssueId): DocumentFormat<Issue> => ({
  ...wholeDocument('issue', issueSchema),
  parse: (json) => {
    const parsed = parseWith(issueSchema, json);
    return parsed.ok && parsed.value.issueId !== ownId
      ? fail({ code: 'of-other-issue', issueId: parsed.value.issueId })
      : parsed;
  },
});

/** The snapshot of one issue; that of another issue is not valid in its place. */
export const annotationsFormat = (ownId: IssueId): DocumentFormat<IssueState> => ({
  kind: 'annotations',
  *pieces({ issueId, seq, journal, annotations, history }) {
    yield `{"issueId":${JSON.stringify(issueId)},"seq":${seq},"journal":${journal}`;
    yield ',"undo":';
    yield* list(history.undo);
    yield ',"redo":';
    yield* list(history.redo);
    yield ',"annotations":';
    yield* list(annotations);
    yield '}\n';
  },
  parse: (json) => {
    const parsed = parseWith(snapshotSchema, json);
    if (!parsed.ok) return parsed;
    const { issueId, seq, journal, annotations, undo, redo } = parsed.value;
    if (issueId !== ownId) return fail({ code: 'of-other-issue', issueId });
    return ok({
      issueId,
      seq,
      journal,
      annotations,
      history: { undo: Steps.of(undo), redo: Steps.of(redo) },
    });
  },
});

function* list(values: Iterable<unknown>): Iterable<string> {
  let separator = '[\n';
  for (const value of values) {
    yield separator + JSON.stringify(value);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]' : '\n]';
}
