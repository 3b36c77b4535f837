// Random work against a plain model: marks, batches that name a mark twice, undo and redo, bursts, writes that fail,
// snapshots, restarts and losses of power. What the library says, and what another opening of the same disk finds, is
// what the model holds, marks and tags and links and history alike.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation, AnnotationId } from '../../../src-core/annotation/annotation';
import { annotationIdSchema } from '../../../src-core/annotation/annotation';
import { applyEdit } from '../../../src-core/annotation/apply-edit';
import type { Edit, SingleEdit } from '../../../src-core/annotation/edit';
import { fail } from '../../../src-core/result';
import type { Library } from '../../../src-main/library/library';
import { openLibrary, type OpenLibraryOptions } from '../../../src-main/library/open-library';
import { MemoryFiles } from './memory-files';
import { issue, issueId, mark, source, TestClock, value } from './support';
import { libraryPath, lifeOptions } from './work';

const i1 = issueId('i1');

type Single = {
  readonly kind: 'add' | 'note' | 'tag' | 'link' | 'remove' | 'restore';
  /** Which of the marks; a new one for `add`, now and then one that is there. */
  readonly of: number;
  readonly tags: readonly string[];
};
type Asked = { readonly edits: readonly Single[] } | 'undo' | 'redo';
type Turn =
  | {
      readonly type: 'ask';
      readonly asked: readonly Asked[];
      readonly wait: number;
      readonly fault: Fault | null;
    }
  | { readonly type: 'reopen' | 'crash' | 'look' };
type Fault = { readonly names: readonly string[]; readonly after: number; readonly doneShare: number };

const single: fc.Arbitrary<Single> = fc.record({
  kind: fc.constantFrom('add', 'add', 'note', 'note', 'tag', 'link', 'remove', 'restore'),
  of: fc.nat(5),
  tags: fc.array(fc.constantFrom('农业', '水利', '丰收'), { maxLength: 3 }),
});
const asked: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ edits: fc.array(single, { minLength: 1, maxLength: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ edits: fc.array(single, { minLength: 2, maxLength: 5 }) }) },
  { weight: 2, arbitrary: fc.constant<Asked>('undo') },
  { weight: 1, arbitrary: fc.constant<Asked>('redo') },
);
const fault: fc.Arbitrary<Fault> = fc.record({
  names: fc.constantFrom(
    ['write', 'overwrite'],
    ['sync', 'syncOverwritten'],
    ['open', 'openToOverwrite'],
    ['rename'],
  ),
  after: fc.nat(1),
  doneShare: fc.constantFrom(0, 0.5, 1),
});
const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constant('ask' as const),
      asked: fc.oneof(
        { weight: 4, arbitrary: fc.array(asked, { minLength: 1, maxLength: 1 }) },
        { weight: 1, arbitrary: fc.array(asked, { minLength: 2, maxLength: 4 }) },
      ),
      wait: fc.constantFrom(0, 400, 2_000),
      fault: fc.option(fault, { freq: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('reopen' as const, 'crash' as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('look' as const) }) },
);

/** What a reader may see of an issue, in words that can be compared. */
async function seen(library: Library): Promise<unknown> {
  // Before the issue is opened for anything else: its counts are the catalog's.
  const [summary] = value(await library.issues());
  return {
    count: summary?.annotations,
    annotations: value(await library.annotations(i1)),
    trash: value(await library.trash(i1)),
    tags: [...value(await library.tags())].sort(),
    // In no order.
    links: value(await library.linksTo(issueId('i2')))
      .map(({ from, to }) => `${from.annotationId} ${to}`)
      .sort(),
    history: value(await library.history(i1)),
  };
}

class Desk {
  files = new MemoryFiles();
  readonly #clock = new TestClock();
  readonly #snapshotAfter: number;
  #library: Library | null = null;
  #marks: ReadonlyMap<AnnotationId, Annotation> = new Map();
  #count = 0;

  constructor(isQuick: boolean, snapshotAfter: number) {
    this.files.isQuick = isQuick;
    this.#snapshotAfter = snapshotAfter;
  }

  async begin(): Promise<void> {
    value(await (await this.#opened()).addIssue(issue('i1'), source('i1')));
  }

  /** Takes everything back and makes it again, here and where the same disk was opened anew. */
  async end(): Promise<void> {
    await this.look();
    const own = await this.#opened();
    const copy = this.files.afterPowerLoss('synced-only', () => 0);
    const other = value(await openLibrary(libraryPath, this.#options(copy)));
    for (const kind of ['undo', 'undo', 'redo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
      const at = this.#clock.now();
      expect(await other[kind](i1, at)).toEqual(await own[kind](i1, at));
    }
    expect(await seen(other)).toEqual(await seen(own));
    await own.close();
  }

  async turn(one: Turn): Promise<void> {
    if (one.type === 'look') return this.look();
    if (one.type === 'ask') return this.#ask(one.asked, one.wait, one.fault);
    if (one.type === 'reopen') await this.#library?.close();
    else {
      const { isQuick } = this.files;
      this.files = this.files.afterPowerLoss('synced-only', () => 0);
      this.files.isQuick = isQuick;
    }
    this.#library = null;
    await this.look();
  }

  async look(): Promise<void> {
    const library = await this.#opened();
    const own = await seen(library);
    expect(own).toMatchObject({
      annotations: [...this.#marks.values()].filter(({ removed }) => removed === undefined),
      count: [...this.#marks.values()].filter(({ removed }) => removed === undefined).length,
      trash: [...this.#marks.values()].filter(({ removed }) => removed !== undefined),
    });
    const copy = this.files.afterPowerLoss('synced-only', () => 0);
    const other = value(await openLibrary(libraryPath, this.#options(copy)));
    expect(await seen(other)).toEqual(own);
    expect((await other.check()).problems).toEqual([]);
  }

  async #opened(): Promise<Library> {
    this.#library ??= value(await openLibrary(libraryPath, this.#options(this.files)));
    return this.#library;
  }

  #options(files: MemoryFiles): OpenLibraryOptions {
    return { ...lifeOptions(files), now: this.#clock.now, snapshotAfter: this.#snapshotAfter };
  }

  async #ask(list: readonly Asked[], wait: number, faulty: Fault | null): Promise<void> {
    const library = await this.#opened();
    this.#clock.move(wait);
    const at = this.#clock.now();
    let failures = 0;
    this.files.doneShare = faulty?.doneShare ?? 0;
    let passed = 0;
    this.files.fail = ({ name }) => {
      if (faulty === null || failures > 0 || !faulty.names.includes(name) || passed++ < faulty.after)
        return null;
      failures++;
      return 'EIO';
    };
    const edits = list.map((one) => (typeof one === 'string' ? one : this.#edit(one.edits, at)));
    const answers = await Promise.all(
      edits.map((edit) => {
        if (edit === 'undo') return library.undo(i1, at);
        return edit === 'redo' ? library.redo(i1, at) : library.edit(i1, edit);
      }),
    );
    // A snapshot that goes on in the background may meet the fault as well.
    this.files.fail = () => null;
    for (const [index, answer] of answers.entries()) {
      const edit = edits[index];
      const fits = typeof edit === 'object' ? applyEdit(this.#marks, edit) : fail('history');
      if (answer.ok && typeof edit === 'object') {
        if (!fits.ok) throw new Error(`an edit was made that does not fit: ${JSON.stringify(edit)}`);
        this.#marks = fits.value.annotations;
      }
      if (answer.ok) {
        const marks = new Map(this.#marks);
        for (const one of answer.value.annotations) marks.set(one.annotationId, one);
        if (typeof edit === 'object') expect([...marks.values()]).toEqual([...this.#marks.values()]);
        this.#marks = marks;
      }
      if (!answer.ok && failures === 0 && typeof edit === 'object') expect(fits.ok).toBe(false);
    }
  }

  #edit(edits: readonly Single[], at: string): Edit {
    const singles = edits.map((one) => this.#single(one, at));
    const [first] = singles;
    return singles.length === 1 && first !== undefined ? first : { type: 'batch', edits: singles };
  }

  #single({ kind, of, tags }: Single, at: string): SingleEdit {
    const known = [...this.#marks.keys()].at(-1 - of);
    if (kind === 'add' || known === undefined) {
      const id = of === 5 && known !== undefined ? known : `m${++this.#count}`;
      return { type: 'add', annotation: mark('i1', id, { tags: [...tags] }) };
    }
    const words = `第 ${++this.#count} 条`;
    if (kind === 'note') return { type: 'update', annotationId: known, changes: { note: words }, at };
    if (kind === 'tag') return { type: 'update', annotationId: known, changes: { tags: [...tags] }, at };
    if (kind === 'link') {
      const linksElsewhere = tags.map((_tag, index) => ({
        issueId: issueId('i2'),
        annotationId: annotationIdSchema.parse(`n${index}`),
      }));
      return { type: 'update', annotationId: known, changes: { linksElsewhere }, at };
    }
    return { type: kind, annotationId: known, at };
  }
}

test.each([
  ['quick', true],
  ['slow', false],
])('keeps marks, tags, links and history as a plain model does, on a %s disk', async (_words, isQuick) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(turn, { maxLength: 30 }),
      fc.constantFrom(1_500, 100_000),
      async (turns, after) => {
        const desk = new Desk(isQuick, after);
        await desk.begin();
        for (const one of turns) await desk.turn(one);
        await desk.end();
      },
    ),
    { numRuns: 20 },
  );
});
