// Libraries for tests: a temporary folder, a clock that only moves when told, ids that count, and an issue whose text
// has a character outside the BMP.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annotationIdSchema, type Annotation } from '../../../src-core/annotation/annotation';
import type { Edit } from '../../../src-core/annotation/edit';
import type { AppError } from '../../../src-core/ipc/app-error';
import {
  articleIdSchema,
  issueIdSchema,
  type Article,
  type Issue,
  type IssueId,
} from '../../../src-core/publication/issue';
import type { Result } from '../../../src-core/result';
import type { Library } from '../../../src-main/library/library';
import { openLibrary, type OpenLibraryOptions } from '../../../src-main/library/open-library';

export const headline = '运河两岸稻花香';
export const body =
  '本报讯 昨日，𦦙河两岸的稻田里，农民们正在抢收。今年风调雨顺，亩产比去年多了三成。'.repeat(3);
export const text = `${headline}\n${body}`;
export const articleId = articleIdSchema.parse('a1');

export function issueId(name: string): IssueId {
  return issueIdSchema.parse(name);
}

export function source(name: string): Uint8Array {
  return Buffer.from(`source of ${name}\n${text}`);
}

export function issue(name: string, ownText: string = text): Issue {
  const article: Article = {
    articleId,
    type: 'article',
    text: ownText,
    blocks: [
      { role: 'headline', start: 0, end: headline.length },
      { role: 'paragraph', start: headline.length + 1, end: ownText.length },
    ],
  };
  return {
    issueId: issueId(name),
    publication: '运河日报',
    date: '2022-10-11',
    pages: [{ number: '1', articleIds: [articleId] }],
    articles: [article],
    source: {
      fileName: `${name}.txt`,
      sha256: createHash('sha256').update(source(name)).digest('hex'),
      encoding: 'utf-8',
    },
    imported: '2026-01-01T00:00:00.000Z',
  };
}

/** A mark on the issue's text; by default on its headline. */
export function mark(
  issueName: string,
  id: string,
  given: { start?: number; end?: number; note?: string; tags?: string[]; color?: Annotation['color'] } = {},
): Annotation {
  const { start = 0, end = headline.length, note = '', tags = [], color = 'gamboge' } = given;
  return {
    annotationId: annotationIdSchema.parse(id),
    issueId: issueId(issueName),
    articleId,
    target: {
      position: { type: 'TextPositionSelector', start, end },
      quote: { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix: '', suffix: '' },
    },
    style: 'highlight',
    color,
    tags,
    note,
    author: '读者',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
  };
}

export function add(annotation: Annotation): Edit {
  return { type: 'add', annotation };
}

export function note(id: string, words: string, at = '2026-01-01T00:00:01.000Z'): Edit {
  return { type: 'update', annotationId: annotationIdSchema.parse(id), changes: { note: words }, at };
}

export function remove(id: string, at = '2026-01-01T00:00:02.000Z'): Edit {
  return { type: 'remove', annotationId: annotationIdSchema.parse(id), at };
}

/** A clock that stands still until it is moved, in milliseconds. */
export class TestClock {
  #time = Date.parse('2026-01-01T00:00:00.000Z');
  readonly now = (): string => new Date(this.#time).toISOString();
  move(milliseconds: number): void {
    this.#time += milliseconds;
  }
}

let ids = 0;

export const testOptions: OpenLibraryOptions = {
  now: () => '2026-01-01T00:00:00.000Z',
  newId: () => `id-${process.pid}-${++ids}`,
  holder: 'app',
};

/** The value of a result that must be a success. */
export function value<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The failure of a result that must be one. */
export function failure<T>(result: Result<T, AppError>): AppError {
  if (result.ok) throw new Error(`did not fail: ${JSON.stringify(result.value)}`);
  return result.error;
}

export async function opened(path: string, options: Partial<OpenLibraryOptions> = {}): Promise<Library> {
  return value(await openLibrary(path, { ...testOptions, ...options }));
}

/** Runs with a temporary folder, which is removed afterwards. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-library-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The ids and notes of the standing marks of an issue. */
export async function notes(library: Library, name: string): Promise<Record<string, string>> {
  const annotations = value(await library.annotations(issueId(name)));
  return Object.fromEntries(annotations.map(({ annotationId, note: words }) => [annotationId, words]));
}
