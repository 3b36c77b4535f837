// What a file made of an issue is called until the user says otherwise.
import { articleTitle } from '../../src-core/publication/article-text';
import type { Issue } from '../../src-core/publication/issue';

/** A file name from what the issue states: 报名 日期.pdf, or its first headline. */
export function suggestedFileName(issue: Issue, ending: string): string {
  const [first] = issue.articles;
  const stated = [issue.publication, issue.date].filter((part) => part !== undefined).join(' ');
  const name = stated !== '' ? stated : first === undefined ? issue.issueId : articleTitle(first);
  return fileNameOf(name, ending);
}

/** A file name without the characters that no system's file names may have. */
export function fileNameOf(name: string, ending: string): string {
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.${ending}`;
}
