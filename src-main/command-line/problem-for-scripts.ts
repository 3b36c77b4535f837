// What a check finds, for scripts: one string a problem, which stays as it is whatever is said of it to people.
import type { Problem } from '../../src-core/ipc/detail';
import type { LibraryProblem } from '../library/library';

/** A problem as `check --json` prints it. */
export function problemForScripts({ path, problem }: LibraryProblem): {
  readonly path: string;
  readonly problem: string;
} {
  return { path, problem: lineOf(problem) };
}

function lineOf(problem: Problem): string {
  switch (problem.code) {
    case 'missing':
      return 'missing';
    case 'empty':
      return 'empty file';
    case 'a-folder':
      return 'a folder';
    case 'header-missing':
      return 'no header line';
    case 'header-unreadable':
      return 'header line not readable';
    case 'other-kind':
      return `holds “${problem.kind}”`;
    case 'other-length':
      return `${problem.bytes} of ${problem.written} bytes`;
    case 'checksum':
      return 'checksum does not agree';
    case 'not-valid':
      return `${problem.at}: ${problem.said}`;
    case 'of-other-issue':
      return `belongs to issue ${problem.issueId}`;
    case 'of-other-study-day':
      return `belongs to study day ${problem.studyDayId}`;
    case 'journal-header-missing':
      return 'no header';
    case 'lines-damaged':
      return `${problem.lines} damaged lines`;
    case 'ends-early':
      return `ends at record ${problem.last} of ${problem.next}`;
    case 'newer-schema':
      return `of a newer schema (${problem.version})`;
    case 'newer-library':
      return 'library-newer';
    case 'salvaged':
      return `taken from the backup of ${problem.made}`;
    case 'torn':
      return `torn after ${problem.wholeBytes} bytes`;
    case 'records-gone':
      return `records ${problem.first}–${problem.last ?? '?'} are gone`;
    case 'not-in-catalog':
      return 'not in the catalog';
    case 'names-unknown':
      return `${problem.issueId}: not in the catalog`;
    case 'no-issue':
      return 'not an issue';
    case 'no-study-day':
      return 'not a study day';
    case 'counts-differ':
      return `${problem.issueId}: the catalog counts ${problem.counted} marks, there are ${problem.found}`;
    case 'mark-adrift':
      return `mark ${problem.annotationId}: ${problem.fault}`;
    case 'unreadable':
      return `file-unreadable: ${problem.said}`;
    case 'file-gone':
      return 'file-missing';
    case 'failure':
      return problem.failure;
    case 'system':
    case 'defect':
      return problem.said;
  }
}
