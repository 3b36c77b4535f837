// Two computers have a library by turns, as on a stick or a share: while one sleeps the other takes the lock, marks, and
// closes or dies. Whatever either was answered is there in the end, and nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import type { Processes } from '../../../src-main/library/processes';
import { MemoryFiles } from './memory-files';
import { add, issue, issueId, mark, notes, source, TestClock, value } from './support';
import { libraryPath, lifeOptions } from './work';

const names = ['i1', 'i2'] as const;

type Turn = {
  readonly who: 'sleeper' | 'other';
  /** How many marks are made at once, or one by one, and in which issues. */
  readonly marks: number;
  readonly atOnce: boolean;
  readonly first: 0 | 1;
  /** How the other's turn ends. */
  readonly end: 'closes' | 'dies' | 'stays';
};

const turn: fc.Arbitrary<Turn> = fc.record({
  who: fc.constantFrom('sleeper', 'other'),
  marks: fc.integer({ min: 1, max: 6 }),
  atOnce: fc.boolean(),
  first: fc.constantFrom(0, 1),
  end: fc.constantFrom('closes', 'dies', 'stays'),
});

class Desk {
  readonly files = new MemoryFiles();
  readonly #clock = new TestClock();
  readonly #snapshotAfter: number;
  #isOtherAlive = false;
  #other: Library | null = null;
  #sleeper: Library | null = null;
  #made = 0;
  /** The marks that were answered, by issue. */
  readonly answered: Record<(typeof names)[number], string[]> = { i1: [], i2: [] };

  constructor(isQuick: boolean, snapshotAfter: number) {
    this.files.isQuick = isQuick;
    this.#snapshotAfter = snapshotAfter;
  }

  async begin(): Promise<void> {
    const processes: Processes = {
      self: { pid: 0, host: 'here', started: '0' },
      state: () => (this.#isOtherAlive ? 'running' : 'dead'),
    };
    const { now } = this.#clock;
    const snapshotAfter = this.#snapshotAfter;
    const options = { ...lifeOptions(this.files), now, processes, snapshotAfter };
    this.#sleeper = value(await openLibrary(libraryPath, options));
    for (const name of names) value(await this.#sleeper.addIssue(issue(name), source(name)));
  }

  async turn({ who, marks, atOnce, first, end }: Turn): Promise<void> {
    if (who === 'sleeper') return this.#mark(this.#sleeper, marks, atOnce, first, !this.#isOtherAlive);
    this.#clock.move(120_000);
    const options = { ...lifeOptions(this.files), snapshotAfter: this.#snapshotAfter };
    this.#other ??= value(await openLibrary(libraryPath, options));
    this.#isOtherAlive = true;
    await this.#mark(this.#other, marks, atOnce, first, true);
    if (end === 'stays') return;
    if (end === 'closes') await this.#other.close();
    this.#other = null;
    this.#isOtherAlive = false;
  }

  async end(): Promise<void> {
    await this.#other?.close();
    this.#isOtherAlive = false;
    this.#clock.move(120_000);
    await this.#mark(this.#sleeper, 2, false, 0, true);
    await this.#sleeper?.close();
    const last = value(await openLibrary(libraryPath, lifeOptions(this.files)));
    for (const name of names) expect(Object.keys(await notes(last, name))).toEqual(this.answered[name]);
    expect((await last.check()).problems).toEqual([]);
    expect(this.files.paths.filter((path) => path.includes('quarantine'))).toEqual([]);
    await last.close();
  }

  async #mark(
    library: Library | null,
    count: number,
    atOnce: boolean,
    first: number,
    mustBeMade: boolean,
  ): Promise<void> {
    const answers: Promise<void>[] = [];
    for (let index = 0; index < count; index++) {
      const name = names[(index + first) % 2] ?? 'i1';
      const id = `m${++this.#made}`;
      const edit = async (): Promise<void> => {
        const made = await library?.edit(issueId(name), add(mark(name, id)));
        if (mustBeMade) expect(made).toMatchObject({ ok: true });
        if (made?.ok === true) this.answered[name].push(id);
      };
      answers.push(edit());
      if (!atOnce) await answers.at(-1);
    }
    await Promise.all(answers);
  }
}

test('keeps every mark that one of two computers was answered, whichever had the library when', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(turn, { maxLength: 12 }),
      fc.boolean(),
      fc.constantFrom(1_500, 100_000),
      async (turns, isQuick, snapshotAfter) => {
        const desk = new Desk(isQuick, snapshotAfter);
        await desk.begin();
        for (const one of turns) await desk.turn(one);
        await desk.end();
      },
    ),
    { numRuns: 40 },
  ));
