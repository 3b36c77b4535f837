// What the library has already, so that a page which comes again is noticed: the same file by its checksum, the same page
// from another source by its sentences.
import { articleTitle } from '../../src-core/publication/article-text';
import type { IssueSummary } from '../../src-core/ipc/contract';
import type { Issue, IssueId } from '../../src-core/publication/issue';
import { squeeze } from '../../src-core/text/han';
import type { Library } from '../library/library';

/** An issue of the library, and the words by which a user knows it. */
export type KnownPage = {
  readonly issueId: IssueId;
  readonly title: string;
  /** Set where it lies in the trash. */
  readonly isTrashed?: true;
};

export type KnownPages = {
  /** The issue that was made of a file with this SHA-256; null where there is none. */
  readonly withSource: (sha256: string) => Promise<KnownPage | null>;
  /** An issue of the same day which has most of the issue's sentences; null where there is none. */
  readonly resembling: (issue: Issue) => Promise<KnownPage | null>;
  /** Tells of an issue that was stored. */
  readonly add: (issue: Issue) => void;
};

/** From which share of common sentences on two pages are much alike. */
const alike = 0.6;
/** A sentence shorter than this can stand on any page; in characters. */
const shortest = 12;

/** Looks into the library; reads it when it is first asked. An issue that cannot be read is nothing that is known. */
export function knownPages(library: Library): KnownPages {
  let reading: Promise<Known[]> | null = null;

  async function readAll(): Promise<Known[]> {
    const issues = await library.issues();
    const trashed = await library.removedIssues.all();
    if (!issues.ok || !trashed.ok) return [];
    const known: Known[] = [];
    const take = async ({ issueId, title, sha256, date }: IssueSummary, isTrashed?: true): Promise<void> => {
      const source = sha256 ?? (await sourceOf(issueId));
      if (source !== null) {
        known.push({ issueId, title, sha256: source, date, ...(isTrashed && { isTrashed }) });
      }
    };
    // What stands on the shelf comes first: who has the page there is not sent to the trash.
    for (const summary of issues.value) await take(summary);
    for (const { summary } of trashed.value) await take(summary, true);
    return known;
  }

  async function sourceOf(issueId: IssueId): Promise<string | null> {
    const issue = await library.readIssue(issueId);
    return issue.ok ? issue.value.source.sha256 : null;
  }

  const all = (): Promise<Known[]> => (reading ??= readAll());
  return {
    async withSource(sha256) {
      const found = (await all()).find((known) => known.sha256 === sha256);
      return found === undefined ? null : pageOf(found);
    },
    async resembling(issue) {
      const sentences = sentencesOf(issue);
      if (sentences.size === 0) return null;
      for (const known of await all()) {
        if (known.date !== issue.date) continue;
        const other = await library.readIssue(known.issueId);
        if (other.ok && share(sentences, sentencesOf(other.value)) >= alike) return pageOf(known);
      }
      return null;
    },
    add(issue) {
      const [first] = issue.articles;
      const title = first === undefined ? issue.source.fileName : articleTitle(first);
      const { issueId, date, source } = issue;
      void reading?.then((known) => known.push({ issueId, title, date, sha256: source.sha256 }));
    },
  };
}

type Known = KnownPage & { readonly sha256: string; readonly date: string | undefined };

function pageOf({ issueId, title, isTrashed }: Known): KnownPage {
  return { issueId, title, ...(isTrashed && { isTrashed }) };
}

function sentencesOf(issue: Issue): ReadonlySet<string> {
  return new Set(
    issue.articles
      .flatMap(({ text }) => squeeze(text).split(/[。！？!?]/u))
      .filter(({ length }) => length >= shortest),
  );
}

/** How many of the sentences of the shorter page stand on both. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((sentence) => other.has(sentence)).length;
  return other.size === 0 ? 0 : common / Math.min(one.size, other.size);
}
