// The marks of an issue as a file for other programs: the window's side of what `jianbao annotations --format` writes. What
// the file is follows from the end of the name that the user gives it.
import { basename, extname } from 'node:path';
import { orThrow } from '../../src-core/ipc/or-throw';
import { annotationRows, type AnnotationRow } from '../export/annotations/annotation-row';
import { formatAnnotations, type AnnotationFormat } from '../export/annotations/formats';
import { replaceWithText } from '../export/replace-file';
import type { Handlers } from '../ipc/handlers';
import type { Library } from '../library/library';
import type { Dialogs, SavedKind } from './ports';
import { suggestedFileName } from './suggested-file-name';
import type { Tokens } from './tokens';

const formats = {
  md: 'markdown',
  csv: 'csv',
  html: 'html',
  json: 'json',
  jsonld: 'jsonld',
} as const satisfies Partial<Record<SavedKind, AnnotationFormat>>;

/** The kinds of file the dialog offers, the first of them for a name without an ending. */
const offered = ['md', 'csv', 'html', 'json', 'jsonld'] as const;

type Ports = { readonly library: Library; readonly dialogs: Dialogs; readonly tokens: Tokens };

/** Makes the handler that lets the user choose a file and writes marks to it. */
export function exportMarksCall({
  library,
  dialogs,
  tokens,
}: Ports): Pick<Handlers['calls'], 'annotations.export-file'> {
  return {
    'annotations.export-file': async ({ issueId, annotationIds }, { windowId }) => {
      const issue = orThrow(await library.readIssue(issueId));
      const wanted = new Set(annotationIds);
      const all = orThrow(await library.annotations(issueId));
      const marks = all.filter(({ annotationId }) => wanted.has(annotationId));
      const name = suggestedFileName(issue, offered[0]);
      const path = await dialogs.saveFile(windowId, name, offered);
      if (path === null) return null;
      await replaceWithText(path, fileText(annotationRows(issue, marks), path));
      return {
        fileName: basename(path),
        marks: marks.length,
        token: tokens.keep(windowId, 'reveal', [path]),
      };
    },
  };
}

/** The file's text; one of JSON is a single array, which every program can read. */
function fileText(rows: readonly AnnotationRow[], path: string): string {
  const ending = extname(path).slice(1).toLowerCase();
  const kind = offered.find((each) => each === ending) ?? offered[0];
  const text = formatAnnotations(rows, formats[kind]);
  if (kind !== 'json') return text;
  const objects = text.split('\n').filter((line) => line !== '');
  return `[\n${objects.join(',\n')}\n]\n`;
}
