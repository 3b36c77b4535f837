// Puts issues with their marks into a library before the application opens it.
import { createHash } from 'node:crypto';
import { openLibrary } from '../../src-main/library/open-library';
import type { Issue } from '../../src-core/publication/issue';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Result } from '../../src-core/result';
import { spreadMarks } from './newspaper';

/** Stores the issues, each with so many marks spread over it. */
export async function storeIssues(
  libraryFolder: string,
  issues: readonly { readonly issue: Issue; readonly marks: number }[],
): Promise<void> {
  const library = valueOf(
    await openLibrary(libraryFolder, {
      now: () => '2026-01-01T00:00:00.000Z',
      newId: () => 'stored',
      holder: 'cli',
    }),
  );
  for (const { issue, marks } of issues) {
    const source = Buffer.from(
      `${issue.publication ?? ''}${issue.articles.map(({ text }) => text).join('\n')}`,
    );
    const sha256 = createHash('sha256').update(source).digest('hex');
    valueOf(await library.addIssue({ ...issue, source: { ...issue.source, sha256 } }, source));
    if (marks === 0) continue;
    const edits = spreadMarks(issue, marks).map((annotation) => ({ type: 'add', annotation }) as const);
    valueOf(await library.edit(issue.issueId, { type: 'batch', edits }));
  }
  await library.close();
}

function valueOf<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
