// Puts an issue into a library before the application opens it, so that a test can read more than the sample.
import { createHash } from 'node:crypto';
import { openLibrary } from '../../src-main/library/open-library';
import type { Issue } from '../../src-core/publication/issue';

/** Stores an issue in the library of a folder; the application must not have it open. */
export async function storeIssue(libraryFolder: string, issue: Issue): Promise<void> {
  const opened = await openLibrary(libraryFolder, {
    now: () => '2026-01-01T00:00:00.000Z',
    newId: () => 'stored',
    holder: 'cli',
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const source = Buffer.from(issue.articles.map(({ text }) => text).join('\n'));
  const sha256 = createHash('sha256').update(source).digest('hex');
  const added = await opened.value.addIssue({ ...issue, source: { ...issue.source, sha256 } }, source);
  await opened.value.close();
  if (!added.ok) throw new Error(added.error.code);
}
