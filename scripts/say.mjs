// What the scripts tell the person at the terminal: one line, Chinese first, English after.

/** A failure the person can act on: printed without a stack, and the script exits non-zero. */
export class SetupError extends Error {
  constructor(chinese, english) {
    super(`${chinese}\n${english}`);
    this.name = 'SetupError';
  }
}

/** Prints one line of progress. */
export function say(chinese, english) {
  process.stdout.write(`[jianbao] ${chinese} · ${english}\n`);
}

/** Prints a failure on standard error: a SetupError in its own words, anything else with its stack. */
export function sayFailure(error) {
  const text =
    error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error);
  const lines = String(text)
    .split('\n')
    .map((line) => `[jianbao] ${line}\n`);
  process.stderr.write(lines.join(''));
}
