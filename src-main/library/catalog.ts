// The list of issues with their counts, so that a large library opens at once. It is a copy: each row says up to which
// length of which journal it is true, and rows that are behind are made anew from the issue itself.
import { join } from 'node:path';
import { articleTitle } from '../../src-core/publication/article-text';
import type { IssueSummary } from '../../src-core/ipc/contract';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import type { CatalogRow } from './formats';
import { fileErrorCode, type FileLayer } from './file-layer';
import { issueFolder } from './issue-folder';
import { journalName } from './journal';
import type { LinkIn } from './library';
import type { Tally } from './tally';

/** Where a row's counts come from. */
export type RowSource = {
  readonly tally: Tally;
  readonly journal: { readonly generation: number; readonly bytes: number };
};

/** The row of an issue. */
export function catalogRow(issue: Issue, source: RowSource): CatalogRow {
  return withCounts(
    { summary: summarize(issue), tags: [], links: [], journal: { generation: 1, bytes: 0 } },
    source,
  );
}

/** A row with the issue's present counts. */
export function withCounts(row: CatalogRow, { tally, journal }: RowSource): CatalogRow {
  return {
    summary: { ...row.summary, annotations: tally.standing },
    tags: [...tally.tags],
    links: catalogLinks(tally),
    journal: { generation: journal.generation, bytes: journal.bytes },
  };
}

/** The links of an issue to others, as a row keeps them. */
export function catalogLinks(tally: Tally): CatalogRow['links'] {
  return tally.links.map(({ from, to }) => [from, to.issueId, to.annotationId]);
}

/** The rows of a catalog that was read; an issue that was known before stays so while its row is made anew. */
export function rowsToBegin(
  rows: readonly CatalogRow[],
  behind: readonly IssueId[],
  known: ReadonlyMap<IssueId, CatalogRow>,
): Map<IssueId, CatalogRow> {
  const all = new Map(rows.map((row) => [row.summary.issueId, row]));
  for (const issueId of behind) {
    const row = all.get(issueId) ?? known.get(issueId);
    if (row !== undefined) all.set(issueId, row);
  }
  return all;
}

/** How many standing annotations carry each tag, over all rows. */
export function countedTags(rows: Iterable<CatalogRow>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of rows) {
    for (const [tag, count] of tags) counts.set(tag, (counts.get(tag) ?? 0) + count);
  }
  return counts;
}

/** The links which other issues have to one. */
export function linksInto(rows: Iterable<CatalogRow>, issueId: IssueId): readonly LinkIn[] {
  return [...rows].flatMap(({ summary, links }) =>
    links.flatMap(([annotationId, toIssue, to]) =>
      toIssue === issueId ? [{ from: { issueId: summary.issueId, annotationId }, to }] : [],
    ),
  );
}

/** Which rows do not tell the present state of their issue, and whether a journal is shorter than it was. */
export async function rowsBehind(
  files: FileLayer,
  library: string,
  rows: readonly CatalogRow[],
): Promise<readonly { readonly issueId: IssueId; readonly isShorter: boolean }[]> {
  const pathOf = ({ summary }: CatalogRow, generation: number): string =>
    join(issueFolder(library, summary.issueId), journalName(generation));
  const sizes = await sizesWhereTold(
    files,
    rows.map((row) => pathOf(row, row.journal.generation)),
  );
  // A journal which another has taken over from stays as long as it was, and is kept for a while.
  const next = await sizesWhereTold(
    files,
    rows.map((row) => pathOf(row, row.journal.generation + 1)),
  );
  return rows.flatMap(({ summary, journal }, index) => {
    const size = sizes[index] ?? null;
    if (size === 'untold' || next[index] === 'untold')
      return [{ issueId: summary.issueId, isShorter: false }];
    if (size === journal.bytes && (next[index] ?? null) === null) return [];
    return [{ issueId: summary.issueId, isShorter: size !== null && size < journal.bytes }];
  });
}

/** The sizes of files; an issue that may not be looked into keeps no other from being read. */
async function sizesWhereTold(
  files: FileLayer,
  paths: readonly string[],
): Promise<readonly (number | null | 'untold')[]> {
  try {
    return await files.sizes(paths);
  } catch (error) {
    if (!isForbidden(error)) throw error;
  }
  const sizes: (number | null | 'untold')[] = [];
  for (const path of paths) {
    try {
      sizes.push((await files.sizes([path]))[0] ?? null);
    } catch (error) {
      if (!isForbidden(error)) throw error;
      sizes.push('untold');
    }
  }
  return sizes;
}

function isForbidden(error: unknown): boolean {
  const code = fileErrorCode(error);
  return code === 'EACCES' || code === 'EPERM';
}

function summarize(issue: Issue): IssueSummary {
  const [first] = issue.articles;
  return {
    issueId: issue.issueId,
    ...(issue.publication === undefined ? {} : { publication: issue.publication }),
    ...(issue.date === undefined ? {} : { date: issue.date }),
    title: first === undefined ? issue.source.fileName : articleTitle(first),
    pages: issue.pages.length,
    articles: issue.articles.length,
    annotations: 0,
    imported: issue.imported,
    sha256: issue.source.sha256,
  };
}
