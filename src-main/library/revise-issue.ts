// Replaces the text of an issue by a revision of it, under the rule that the text of an article never changes under its
// marks: a revision in which any mark, removed ones too, would not stand where it says is refused.
import { join } from 'node:path';
import type { Annotation } from '../../src-core/annotation/annotation';
import type { AppError } from '../../src-core/ipc/app-error';
import { issueSchema, type Issue } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { anchorFault } from './anchor-guard';
import { parseWith } from './document';
import { DurableFile } from './durable-file';
import type { FileLayer } from './file-layer';
import { issueFormat } from './formats';
import { issueFolder, issueName } from './issue-folder';
import type { Quarantine } from './quarantine';
import { writeError } from './storage-error';

/** The library's folder, and how it is written. */
export type Revising = {
  readonly files: FileLayer;
  readonly path: string;
  readonly quarantine: Pick<Quarantine, 'setAside'>;
};

/** Writes the revision, durably and in both copies; a failure leaves the former one. */
export async function writeRevision(
  { files, path, quarantine }: Revising,
  issue: Issue,
  annotations: Iterable<Annotation>,
): Promise<Result<void, AppError>> {
  const parsed = parseWith(issueSchema, issue);
  if (!parsed.ok) return fail({ code: 'invalid-input', where: 'issue', detail: parsed.error });
  const { issueId, source } = parsed.value;
  const articles = new Map(parsed.value.articles.map((article) => [article.articleId, article]));
  const count = [...annotations].filter((mark) => anchorFault({ issueId, articles }, mark) !== null).length;
  if (count > 0) return fail({ code: 'marks-in-the-way', count });
  const folder = issueFolder(path, issueId);
  const file = new DurableFile(files, join(folder, issueName), issueFormat(issueId), quarantine.setAside);
  try {
    const former = await file.read();
    if (former?.source.sha256 !== source.sha256) {
      const detail = 'is not the checksum of the source file';
      return fail({ code: 'invalid-input', where: 'issue.source.sha256', detail });
    }
    await file.write(parsed.value);
    // The second copy takes the place of the former revision, which the marks may no longer fit.
    await file.write(parsed.value);
    return ok(undefined);
  } catch (error) {
    return fail(writeError(folder, error));
  }
}
