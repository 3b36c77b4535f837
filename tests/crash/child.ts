// The process that is killed: it works on a library without end, says what it asks before it asks, and what was answered
// once it is. Arguments: the library's folder, a seed.
import { writeSync } from 'node:fs';
import type { Annotation } from '../../src-core/annotation/annotation';
import type { Edit } from '../../src-core/annotation/edit';
import type { Library } from '../../src-main/library/library';
import { openLibrary } from '../../src-main/library/open-library';
import { seeded } from '../main/library/memory-files';
import { add, issue, issueId, mark, note, remove, source, value } from '../main/library/support';

const [, , folder = '', seedText = '1'] = process.argv;
const random = seeded(Number(seedText));
let count = 0;

const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];

function say(line: unknown): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function open(): Promise<Library> {
  return value(
    await openLibrary(folder, {
      now: () => new Date().toISOString(),
      newId: () => `k-${process.pid}-${Date.now()}-${++count}`,
      holder: 'cli',
      snapshotAfter: 4_000,
    }),
  );
}

async function change(library: Library, name: string, edit: Edit | 'undo' | 'redo'): Promise<void> {
  const ids = typeof edit === 'string' ? '*' : idsOf(edit);
  say({ ask: name, ids });
  const at = new Date().toISOString();
  const id = issueId(name);
  const edited = typeof edit === 'string' ? await library[edit](id, at) : await library.edit(id, edit);
  say({ answer: name, ids, annotations: edited.ok ? edited.value.annotations : [] });
}

function idsOf(edit: Edit): readonly string[] {
  if (edit.type === 'batch') return edit.edits.flatMap(idsOf);
  return [edit.type === 'add' ? edit.annotation.annotationId : edit.annotationId];
}

/** Takes an issue off the shelf, or puts it back. */
async function move(library: Library, name: string): Promise<void> {
  const trashed = value(await library.removedIssues.all());
  const isTrashed = trashed.some(({ summary }) => String(summary.issueId) === name);
  const ids = isTrashed ? 'shelf' : 'trash';
  say({ ask: name, ids });
  const { removedIssues } = library;
  const at = new Date().toISOString();
  value(
    await (isTrashed ? removedIssues.restore([issueId(name)]) : removedIssues.put([issueId(name)], at, '甲')),
  );
  say({ answer: name, ids, annotations: [] });
}

async function turn(library: Library, names: string[], standing: Annotation[]): Promise<void> {
  const dice = random();
  if (names.length === 0 || dice < 0.03) {
    const name = `i-${seedText}-${++count}`;
    say({ ask: name, ids: 'import' });
    value(await library.addIssue(issue(name), source(name)));
    say({ answer: name, ids: 'import', annotations: [] });
    names.push(name);
    return;
  }
  const name = pick(names);
  if (name === undefined) return;
  if (random() < 0.06) return move(library, name);
  const id = `${seedText}-${++count}`;
  const own = pick(standing.filter((one) => one.issueId === name));
  const at = new Date().toISOString();
  if (own === undefined || dice < 0.5) {
    await change(library, name, add(mark(name, id, { tags: ['农业'] })));
    standing.push(mark(name, id));
  } else if (dice < 0.65) await change(library, name, note(own.annotationId, '字'.repeat(random() * 80), at));
  else if (dice < 0.75) await change(library, name, remove(own.annotationId, at));
  else if (dice < 0.85) await change(library, name, 'undo');
  else if (dice < 0.9) await change(library, name, 'redo');
  else {
    const burst = Array.from({ length: 8 }, (_, index) => mark(name, `${id}-${index}`));
    const batch: Edit = {
      type: 'batch',
      edits: burst.slice(0, 4).map((annotation) => ({ type: 'add', annotation })),
    };
    await Promise.all([batch, ...burst.slice(4).map(add)].map((edit) => change(library, name, edit)));
  }
}

let library = await open();
const trashed = value(await library.removedIssues.all()).map(({ summary }) => summary);
const names = [...value(await library.issues()), ...trashed].map((summary) => String(summary.issueId));
const standing: Annotation[] = [];
for (;;) {
  await turn(library, names, standing);
  if (random() < 0.01) value(await library.backUp(`${folder}.zip`));
  if (random() > 0.005) continue;
  await library.close();
  library = await open();
}
