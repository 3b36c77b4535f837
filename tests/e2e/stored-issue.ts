// Puts an issue into a library before the application opens it, so that a test can read more than the sample.
import { createHash } from 'node:crypto';
import { openLibrary } from '../../src-main/library/open-library';
import type { Annotation } from '../../src-core/annotation/annotation';
import { together } from '../../src-core/annotation/apply-edit';
import type { Issue } from '../../src-core/publication/issue';

/** Stores an issue in the library of a folder, with its marks; the application must not have it open. */
export async function storeIssue(
  libraryFolder: string,
  issue: Issue,
  marks: readonly Annotation[] = [],
): Promise<void> {
  const opened = await openLibrary(libraryFolder, {
    now: () => '2026-01-01T00:00:00.000Z',
    newId: () => 'stored',
    holder: 'cli',
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const source = Buffer.from(issue.articles.map(({ text }) => text).join('\n'));
  const sha256 = createHash('sha256').update(source).digest('hex');
  const added = await opened.value.addIssue({ ...issue, source: { ...issue.source, sha256 } }, source);
  const edits = marks.map((annotation) => ({ type: 'add', annotation }) as const);
  const marked = edits.length === 0 ? added : await opened.value.edit(issue.issueId, together(edits));
  await opened.value.close();
  for (const result of [added, marked]) if (!result.ok) throw new Error(result.error.code);
}
