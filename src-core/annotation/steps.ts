// A list of steps as a value: adding one gives another list and leaves this one as it was, at a cost that does not grow
// with its length. Lists that come one from the other share their memory.
import type { Edit } from './edit';
import type { StepLabel } from './history';

export type Step = {
  /** Counts the records of the journal; names the step. */
  readonly seq: number;
  readonly label: StepLabel;
  /** Takes the step back, or makes it again where the step waits for a redo. */
  readonly edit: Edit;
  /** About how much room the step takes when written, in bytes. */
  readonly bytes: number;
};

/** How many steps are kept, and how much room they may take together. */
export const historyLimits = { steps: 200, bytes: 8_000_000 } as const;

export class Steps implements Iterable<Step> {
  static readonly none = new Steps([], 0, 0, 0);

  /** The steps of this list and of those that came from it, with some before that are forgotten. */
  readonly #shared: Step[];
  readonly #start: number;
  readonly #end: number;
  /** How much room the steps take together. */
  readonly #bytes: number;

  private constructor(shared: Step[], start: number, end: number, bytes: number) {
    this.#shared = shared;
    this.#start = start;
    this.#end = end;
    this.#bytes = bytes;
  }

  /** A list of all these steps, oldest first, however many. */
  static of(steps: readonly Step[]): Steps {
    const bytes = steps.reduce((total, step) => total + step.bytes, 0);
    return new Steps([...steps], 0, steps.length, bytes);
  }

  get length(): number {
    return this.#end - this.#start;
  }

  /** The step that was added last. */
  get newest(): Step | undefined {
    return this.length === 0 ? undefined : this.#shared[this.#end - 1];
  }

  /** Oldest first. */
  [Symbol.iterator](): Iterator<Step> {
    return this.#shared.slice(this.#start, this.#end).values();
  }

  /** The steps with a new one, without the oldest that there is no more room for; the new one is always kept. */
  with(step: Step): Steps {
    let start = this.#start;
    let bytes = this.#bytes + step.bytes;
    const isTooMuch = bytes > historyLimits.bytes;
    while (start < this.#end && (this.#end - start >= historyLimits.steps || bytes > historyLimits.bytes)) {
      bytes -= this.#shared[start]?.bytes ?? 0;
      start++;
    }
    // Forgotten steps go with the memory that they share, which is left before they take much of it.
    // Nothing is added to the empty list's own memory, which is never left.
    const isNewest = this.#end > 0 && this.#shared.length === this.#end;
    const isShared = isNewest && start < historyLimits.steps && !isTooMuch;
    if (isShared) {
      this.#shared.push(step);
      return new Steps(this.#shared, start, this.#end + 1, bytes);
    }
    const own = this.#shared.slice(start, this.#end);
    own.push(step);
    return new Steps(own, 0, own.length, bytes);
  }

  /** The steps before step `seq`; all of them where there is no such step. */
  before(seq: number): Steps {
    const own = [...this];
    const index = own.findLastIndex((step) => step.seq === seq);
    return index < 0 ? this : Steps.of(own.slice(0, index));
  }
}
