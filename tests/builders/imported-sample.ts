// The sample issue as the importer makes it of its file.
import { readFileSync } from 'node:fs';
import { parsePageText } from '../../src-core/importing/page-text/parse-page-text';
import { toIssue } from '../../src-core/importing/to-issue';
import { issueIdSchema, type Issue } from '../../src-core/publication/issue';

const fileName = 'wujin-2022-10-11.txt';

/** Imports the sample, from the folder of the project in which tests and benchmarks run. */
export function importedSample(): Issue {
  return toIssue(parsePageText(readFileSync(`resources/samples/${fileName}`, 'utf8')), {
    issueId: issueIdSchema.parse('sample'),
    source: { fileName, sha256: '0'.repeat(64), encoding: 'utf-8' },
    imported: '2022-10-11T00:00:00.000Z',
  });
}
