// `annotate --batch`: one JSON object a line on standard input, one answer a line in the same order, each only once the
// edit is durable on disk. Lines that are at hand are worked on together, so that they share one flush of the disk.
import { z } from 'zod';
import {
  annotationChangesSchema,
  annotationIdSchema,
  markScopeSchema,
  type AnnotationId,
  type MarkColor,
  type MarkStyle,
} from '../../src-core/annotation/annotation';
import type { Edit } from '../../src-core/annotation/edit';
import { markColors, markStyles } from '../../src-core/annotation/palette';
import type { AppError } from '../../src-core/ipc/app-error';
import { notValid } from '../../src-core/ipc/detail';
import type { IssueId } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { errorMessage } from '../../src-core/strings/error-messages';
import { readOnShelf } from '../application/issues-on-shelf';
import { markPassage } from '../application/mark-passage';
import type { Library } from '../library/library';
import { exitStatus, type CommandContext, type ExitStatus } from './io';
import { colorNamed, styleNamed, tagNamed } from './options';
import { issueIdOf } from './text-commands';

/** How many lines may be under way at once. */
const linesUnderWay = 64;

const tags = z.array(z.string()).max(100);
const links = z.array(annotationIdSchema).max(100);
const passage = {
  quote: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
};

const lineSchema = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('add'),
    issue: z.string(),
    article: z.string().optional(),
    ...passage,
    fragments: z.array(z.object(passage)).max(99).optional(),
    scope: markScopeSchema.optional(),
    links: links.optional(),
    style: z.string().optional(),
    color: z.string().optional(),
    tag: tags.optional(),
    note: z.string().optional(),
    author: z.string().optional(),
  }),
  z.object({
    op: z.literal('update'),
    annotationId: annotationIdSchema,
    links: links.optional(),
    style: z.string().optional(),
    color: z.string().optional(),
    tag: tags.optional(),
    note: z.string().optional(),
    author: z.string().optional(),
  }),
  z.object({ op: z.literal('delete'), annotationId: annotationIdSchema }),
]);
type Line = z.infer<typeof lineSchema>;

/** Reads, carries out and answers every line; exit status 1 when one failed. */
export async function annotateBatch(library: Library, context: CommandContext): Promise<ExitStatus> {
  const whereabouts = new Whereabouts(library);
  let status: ExitStatus = exitStatus.done;
  let waiting = 0;
  // Edits are handed to the library in the order of the lines, and answered in it.
  let handedOver: Promise<unknown> = Promise.resolve();
  let answered: Promise<void> = Promise.resolve();
  for await (const text of context.lines()) {
    if (text.trim() === '') continue;
    const begun = handedOver.then(() => begin(text, library, whereabouts, context));
    handedOver = begun;
    waiting++;
    answered = answered.then(async () => {
      const result = await (await begun).durable;
      if (!result.ok) status = exitStatus.failed;
      context.print(JSON.stringify(answerTo(result, context)));
      waiting--;
    });
    if (waiting >= linesUnderWay) await answered;
  }
  await answered;
  return status;
}

function answerTo(result: Result<AnnotationId, AppError>, context: CommandContext): Record<string, unknown> {
  return result.ok
    ? { ok: true, annotationId: result.value }
    : { ok: false, error: errorMessage(result.error, context.language) };
}

/** An edit that has been handed to the library; `durable` settles when it is on disk, or refused. */
type Begun = { readonly durable: Promise<Result<AnnotationId, AppError>> };

async function begin(
  text: string,
  library: Library,
  whereabouts: Whereabouts,
  context: CommandContext,
): Promise<Begun> {
  const line = readLine(text);
  const prepared = line.ok ? await prepare(line.value, library, whereabouts, context) : line;
  if (!prepared.ok) return { durable: Promise.resolve(prepared) };
  const { issueId, annotationId, edit } = prepared.value;
  whereabouts.note(annotationId, issueId);
  return {
    durable: library.edit(issueId, edit).then((edited) => (edited.ok ? ok(annotationId) : edited)),
  };
}

function readLine(text: string): Result<Line, AppError> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    return fail({ code: 'invalid-input', where: 'JSON', detail: { code: 'no-json', said } });
  }
  const line = lineSchema.safeParse(value);
  if (line.success) return ok(line.data);
  const { at, ...detail } = notValid(line.error);
  return fail({ code: 'invalid-input', where: at, detail: { ...detail, at: '' } });
}

type Prepared = { readonly issueId: IssueId; readonly annotationId: AnnotationId; readonly edit: Edit };

async function prepare(
  line: Line,
  library: Library,
  whereabouts: Whereabouts,
  context: CommandContext,
): Promise<Result<Prepared, AppError>> {
  if (line.op === 'add') return prepareAdd(line, library, context);
  const { annotationId } = line;
  const issueId = await whereabouts.issueOf(annotationId);
  if (issueId === null) return fail({ code: 'annotation-unknown', annotationId });
  if (line.op === 'delete') {
    return ok({ issueId, annotationId, edit: { type: 'remove', annotationId, at: context.now() } });
  }
  const looks = readLooks(line);
  if (!looks.ok) return looks;
  const changes = annotationChangesSchema.parse({
    ...looks.value,
    ...(line.note === undefined ? {} : { note: line.note }),
    ...(line.author === undefined ? {} : { author: line.author }),
    ...(line.links === undefined ? {} : { links: [...new Set(line.links)] }),
  });
  return ok({ issueId, annotationId, edit: { type: 'update', annotationId, changes, at: context.now() } });
}

async function prepareAdd(
  line: Extract<Line, { op: 'add' }>,
  library: Library,
  context: CommandContext,
): Promise<Result<Prepared, AppError>> {
  const looks = readLooks(line);
  if (!looks.ok) return looks;
  const issueId = issueIdOf(line.issue);
  if (issueId === null) return fail({ code: 'issue-unknown', issueId: line.issue });
  const issue = await readOnShelf(library, issueId);
  if (!issue.ok) return issue;
  const { article, quote, prefix, suffix, start, end, fragments, scope } = line;
  const annotation = markPassage(
    issue.value,
    {
      ...{ article, quote, prefix, suffix, start, end, fragments, scope, links: line.links },
      style: looks.value.style ?? 'highlight',
      color: looks.value.color ?? 'gamboge',
      tags: looks.value.tags ?? [],
      note: line.note ?? '',
      author: line.author ?? context.userName,
    },
    context,
  );
  if (!annotation.ok) return annotation;
  const { annotationId } = annotation.value;
  return ok({ issueId, annotationId, edit: { type: 'add', annotation: annotation.value } });
}

type Looks = { style?: MarkStyle; color?: MarkColor; tags?: string[] };

/** Reads the style, colour and tags a line names; what it does not name stays absent. */
function readLooks(line: Exclude<Line, { op: 'delete' }>): Result<Looks, AppError> {
  const looks: Looks = {};
  if (line.style !== undefined) {
    const style = styleNamed(line.style);
    if (style === null)
      return fail({
        code: 'invalid-input',
        where: 'style',
        detail: { code: 'one-of', names: [...markStyles] },
      });
    looks.style = style;
  }
  if (line.color !== undefined) {
    const color = colorNamed(line.color);
    if (color === null)
      return fail({
        code: 'invalid-input',
        where: 'color',
        detail: { code: 'one-of', names: [...markColors] },
      });
    looks.color = color;
  }
  if (line.tag !== undefined) {
    const named = line.tag.map(tagNamed);
    const unfit = line.tag[named.indexOf(null)];
    if (unfit !== undefined)
      return fail({ code: 'invalid-input', where: 'tag', detail: { code: 'tag-unfit', tag: unfit } });
    looks.tags = [...new Set(named.filter((tag) => tag !== null))];
  }
  return ok(looks);
}

/** Knows in which issue an annotation stands: from this run's own lines, else by looking through the library once. */
class Whereabouts {
  readonly #library: Library;
  readonly #issues = new Map<AnnotationId, IssueId>();
  #searched = false;

  constructor(library: Library) {
    this.#library = library;
  }

  note(annotationId: AnnotationId, issueId: IssueId): void {
    this.#issues.set(annotationId, issueId);
  }

  async issueOf(annotationId: AnnotationId): Promise<IssueId | null> {
    const known = this.#issues.get(annotationId);
    if (known !== undefined || this.#searched) return known ?? null;
    this.#searched = true;
    const listed = await this.#library.issues();
    for (const { issueId } of listed.ok ? listed.value : []) {
      const marks = await this.#library.annotations(issueId);
      if (!marks.ok) continue;
      for (const mark of marks.value) this.#issues.set(mark.annotationId, issueId);
    }
    return this.#issues.get(annotationId) ?? null;
  }
}
