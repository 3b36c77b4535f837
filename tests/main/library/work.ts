// Work on a library that knows what it was answered: imports, marks, notes, removals, undo and redo over several issues,
// with snapshots in between. `verify` opens the library again and says what is not as it was answered.
import type { Annotation } from '../../../src-core/annotation/annotation';
import type { Edit } from '../../../src-core/annotation/edit';
import { AppFailure } from '../../../src-core/ipc/app-error';
import type { FileLayer } from '../../../src-main/library/file-layer';
import type { Library } from '../../../src-main/library/library';
import { openLibrary, type OpenLibraryOptions } from '../../../src-main/library/open-library';
import type { Processes } from '../../../src-main/library/processes';
import { readBackup } from '../../../src-main/library/read-backup';
import type { MemoryFiles } from './memory-files';
import { add, issue, issueId, mark, note, remove, source, value } from './support';

/** Every opening is that of another process; those before it are dead. */
export function mortalProcesses(life: number): Processes {
  return {
    self: { pid: life, host: 'here', started: String(life) },
    state: ({ pid }) => (pid === life ? 'running' : 'dead'),
  };
}

let lives = 0;

export function lifeOptions(files: FileLayer): OpenLibraryOptions {
  const life = ++lives;
  let ids = 0;
  return {
    now: () => '2026-01-01T00:00:00.000Z',
    newId: () => `life-${life}-${++ids}`,
    holder: 'app',
    files,
    processes: mortalProcesses(life),
    // A life that ended with its computer does not beat on in this process.
    heartbeat: () => () => undefined,
    snapshotAfter: 1_500,
  };
}

export const libraryPath = '/home/library';

/** Where the work's own backups go; one that stands there is whole, whatever happened. */
export const backupPath = '/home/backup.zip';

type Place = 'shelf' | 'trash';

type Known = {
  /** The marks as they were answered last, by issue; tombstones too. */
  readonly answered: Map<string, Map<string, Annotation>>;
  /** Where each issue is, as it was answered last; both where one of them was asked for and never answered. */
  readonly places: Map<string, readonly Place[]>;
  /** Changes that were asked for and never answered: each may be there as a whole, or not at all. */
  readonly unanswered: { readonly issue: string; readonly edit: Edit | 'undo' | 'redo' | 'import' }[];
};

export class Work {
  readonly #known: Known;
  #marks: number;
  /** Whether a change that was refused must not be there afterwards; after a crash it may be. */
  refusalsHold = false;
  /** Whether the work ends with a backup of everything. */
  backsUp = false;
  #refused = 0;

  constructor(known: Known = { answered: new Map(), places: new Map(), unanswered: [] }, marks = 0) {
    this.#known = known;
    this.#marks = marks;
  }

  /** How many changes were refused. */
  get refused(): number {
    return this.#refused;
  }

  /** The issues that were imported. */
  get issues(): readonly string[] {
    return [...this.#known.answered.keys()];
  }

  /** Makes one more mark; says whether it was answered. */
  async mark(library: Library, name: string): Promise<boolean> {
    const before = this.#refused;
    await this.#edit(library, name, add(mark(name, `m${++this.#marks}`)));
    return this.#refused === before;
  }

  copy(): Work {
    const { answered, places, unanswered } = this.#known;
    const marks = new Map([...answered].map(([name, annotations]) => [name, new Map(annotations)]));
    return new Work({ answered: marks, places: new Map(places), unanswered: [...unanswered] }, this.#marks);
  }

  /** Works until everything is done or the library answers no more. */
  async run(library: Library, round: number): Promise<void> {
    for (const name of [`i${round}a`, `i${round}b`]) await this.#import(library, name);
    const names = [...this.#known.answered.keys()];
    for (let turn = 0; turn < 12; turn++) {
      const name = names[turn % names.length];
      if (name === undefined) return;
      const id = `m${++this.#marks}`;
      await this.#edit(library, name, add(mark(name, id, { tags: ['农业'] })));
      await Promise.all([
        this.#edit(library, name, note(id, `第 ${turn} 条`, at(turn))),
        this.#edit(library, name, add(mark(name, `${id}x`, { start: 2, end: 5 }))),
      ]);
      if (turn % 4 === 1) await this.#edit(library, name, remove(id, at(turn)));
      if (turn % 4 === 2) await this.#step(library, name, 'undo');
      if (turn % 4 === 3) {
        await this.#step(library, name, 'undo');
        await this.#step(library, name, 'redo');
      }
      // Marks go on being made where one lies in the trash, as they may be on their way when it is put there.
      if (turn % 5 === 2) await this.#move(library, name, 'trash');
      if (turn % 5 === 3) for (const one of names) await this.#move(library, one, 'shelf');
    }
    // Marks one by one, as someone reads: what the journal sets space aside for.
    for (let turn = 0; turn < 14; turn++) {
      const name = names[0];
      if (name !== undefined) await this.#edit(library, name, add(mark(name, `m${++this.#marks}`)));
    }
    // A backup that fails is told of, and concerns nothing that was answered.
    if (this.backsUp && !(await library.backUp(backupPath)).ok) this.#refused++;
  }

  /** Opens the library and compares it with what was answered. Gives what is wrong, and takes over what it found. */
  async verify(files: MemoryFiles, folder = libraryPath): Promise<string[]> {
    const result = await openLibrary(folder, lifeOptions(files));
    if (!result.ok) {
      // Before the first answer there may be no library yet.
      return this.#known.answered.size === 0 ? [] : [`does not open: ${JSON.stringify(result.error)}`];
    }
    const library = result.value;
    const wrong: string[] = [];
    for (const [name, annotations] of this.#known.answered)
      wrong.push(...(await this.#compare(library, name, annotations)));
    const shelf = value(await library.issues()).map((summary) => String(summary.issueId));
    const trash = value(await library.removedIssues.all()).map(({ summary }) => String(summary.issueId));
    const listed = [...shelf, ...trash];
    wrong.push(...this.#comparePlaces(shelf, trash));
    for (const name of listed) {
      const isAsked = this.#known.unanswered.some(
        (change) => change.issue === name && change.edit === 'import',
      );
      if (!this.#known.answered.has(name) && !isAsked) wrong.push(`issue ${name} was never asked for`);
      if (!this.#known.answered.has(name)) this.#known.answered.set(name, new Map());
    }
    const check = await library.check();
    wrong.push(...check.problems.map(({ path, problem }) => `check: ${path}: ${JSON.stringify(problem)}`));
    const forbidden = library.notices.filter(({ code }) => !quietNotices.has(code));
    wrong.push(...forbidden.map((notice) => `notice ${JSON.stringify(notice)}`));
    await library.close();
    wrong.push(...(await backupFaults(files)));
    return wrong;
  }

  async #import(library: Library, name: string): Promise<void> {
    const index = this.#known.unanswered.push({ issue: name, edit: 'import' }) - 1;
    const added = await library.addIssue(issue(name), source(name));
    if (!added.ok) {
      this.#refused++;
      if (this.refusalsHold) this.#known.unanswered.splice(index, 1);
      return;
    }
    this.#known.unanswered.splice(index, 1);
    this.#known.answered.set(name, new Map());
  }

  async #edit(library: Library, name: string, edit: Edit): Promise<void> {
    const change = { issue: name, edit };
    this.#known.unanswered.push(change);
    const edited = await library.edit(issueId(name), edit);
    if (edited.ok) this.#answer(change, name, edited.value.annotations);
    else this.#refuse(change);
  }

  async #step(library: Library, name: string, step: 'undo' | 'redo'): Promise<void> {
    const change = { issue: name, edit: step };
    this.#known.unanswered.push(change);
    const edited = await library[step](issueId(name), at(50));
    if (edited.ok) this.#answer(change, name, edited.value.annotations);
    else this.#refuse(change);
  }

  async #move(library: Library, name: string, to: Place): Promise<void> {
    const before = this.#known.places.get(name) ?? ['shelf'];
    this.#known.places.set(name, [...before, to]);
    const { removedIssues } = library;
    const moved = await (to === 'trash'
      ? removedIssues.put([issueId(name)], at(40), '甲')
      : removedIssues.restore([issueId(name)]));
    if (moved.ok) this.#known.places.set(name, [to]);
    else {
      this.#refused++;
      if (this.refusalsHold) this.#known.places.set(name, before);
    }
  }

  /** An issue is on the shelf or in the trash, where it was answered to be; takes over where it is. */
  #comparePlaces(shelf: readonly string[], trash: readonly string[]): string[] {
    const wrong: string[] = [];
    for (const name of this.#known.answered.keys()) {
      const places: readonly Place[] = this.#known.places.get(name) ?? ['shelf'];
      const found: readonly Place[] = [
        ...shelf.filter((one) => one === name).map(() => 'shelf' as const),
        ...trash.filter((one) => one === name).map(() => 'trash' as const),
      ];
      const [place] = found;
      if (place === undefined || found.length > 1) wrong.push(`${name} is in ${found.length} places`);
      else if (!places.includes(place))
        wrong.push(`${name} is in the ${place}, not in the ${places.join('/')}`);
      this.#known.places.set(name, found);
    }
    return wrong;
  }

  #refuse(change: Known['unanswered'][number]): void {
    this.#refused++;
    if (this.refusalsHold) this.#known.unanswered.splice(this.#known.unanswered.indexOf(change), 1);
  }

  #answer(change: Known['unanswered'][number], name: string, annotations: readonly Annotation[]): void {
    this.#known.unanswered.splice(this.#known.unanswered.indexOf(change), 1);
    for (const annotation of annotations) {
      this.#known.answered.get(name)?.set(annotation.annotationId, annotation);
    }
  }

  async #compare(library: Library, name: string, answered: Map<string, Annotation>): Promise<string[]> {
    const standing = await library.annotations(issueId(name));
    const trash = await library.trash(issueId(name));
    if (!standing.ok) return [`${name} does not open: ${JSON.stringify(standing.error)}`];
    const found = new Map([...standing.value, ...value(trash)].map((one) => [String(one.annotationId), one]));
    const open = this.#known.unanswered.filter((change) => change.issue === name);
    const mayDiffer = new Set(open.flatMap(({ edit }) => (typeof edit === 'string' ? [] : [nameOf(edit)])));
    const isStepOpen = open.some(({ edit }) => edit === 'undo' || edit === 'redo');
    const wrong: string[] = [];
    for (const [id, annotation] of answered) {
      const other = found.get(id);
      const isSame = JSON.stringify(other) === JSON.stringify(annotation);
      if (other === undefined) wrong.push(`${name}/${id} is lost`);
      else if (!isSame && !mayDiffer.has(id) && !isStepOpen) wrong.push(`${name}/${id} is not as answered`);
    }
    for (const id of found.keys()) {
      if (!answered.has(id) && !mayDiffer.has(id)) wrong.push(`${name}/${id} was never asked for`);
    }
    this.#known.answered.set(name, found);
    this.#known.unanswered.splice(
      0,
      this.#known.unanswered.length,
      ...this.#known.unanswered.filter((change) => change.issue !== name),
    );
    return wrong;
  }
}

/** What a crash alone may bring about. */
const quietNotices: ReadonlySet<string> = new Set(['lock-taken-over', 'journal-tail-cut']);

/** What is wrong with the backup that stands under its name; none may stand there. */
async function backupFaults(files: MemoryFiles): Promise<readonly string[]> {
  if (!files.paths.includes(backupPath)) return [];
  try {
    const backup = await readBackup(files, backupPath);
    await backup.verify();
    await backup.close();
    return [];
  } catch (error) {
    return [`backup: ${error instanceof AppFailure ? JSON.stringify(error.error) : String(error)}`];
  }
}

/** Opens the library and works until it is done or cut off. */
export async function attempt(files: FileLayer, work: Work, round: number): Promise<void> {
  const library = await openLibrary(libraryPath, lifeOptions(files));
  if (!library.ok) return;
  await work.run(library.value, round);
  await library.value.close();
}

function at(turn: number): string {
  return `2026-01-01T00:01:${String(turn).padStart(2, '0')}.000Z`;
}

function nameOf(edit: Edit): string {
  if (edit.type === 'batch') return '';
  return edit.type === 'add' ? edit.annotation.annotationId : edit.annotationId;
}
