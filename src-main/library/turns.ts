// One thing at a time, in the order in which it was asked for. Whoever finds nobody at work begins at once, without a
// promise in between.

export class Turns {
  #isTaken = false;
  readonly #waiting: (() => void)[] = [];

  /** Whether the turn was free, and is the caller's now; where it is not, the caller waits for it. */
  take(): boolean {
    if (this.#isTaken) return false;
    this.#isTaken = true;
    return true;
  }

  /** Returns when everyone who asked before has ended, with the turn in the caller's hands. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** Gives the turn to whoever has waited longest; to be called once by each who had it. */
  end(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#isTaken = false;
    else next();
  }
}
