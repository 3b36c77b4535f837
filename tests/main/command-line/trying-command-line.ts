// Runs the command line as a process would, on a library of the test's own.
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { runCommandLine } from '../../../src-main/command-line/run';
import { pageReader } from '../../builders/page-reader';

export const sample = resolve('resources/samples/wujin-2022-10-11.txt');

export type Outcome = { readonly status: number; readonly out: string[]; readonly errors: string[] };

let counter = 0;

/** The commands on the library in a folder, with a clock that stands still. */
export function commandLineOn(library: () => string): {
  readonly jianbao: (argv: readonly string[], input?: readonly string[]) => Promise<Outcome>;
  /** Imports the sample page and gives its issue id. */
  readonly importSample: () => Promise<string>;
} {
  async function jianbao(argv: readonly string[], input: readonly string[] = []): Promise<Outcome> {
    const out: string[] = [];
    const errors: string[] = [];
    const status = await runCommandLine(
      ['--library', library(), ...argv],
      {
        print: (line) => out.push(line),
        complain: (line) => errors.push(line),
        lines: async function* () {
          yield* input;
        },
        now: () => '2026-01-01T00:00:00.000Z',
        newId: () => `id-${++counter}`,
        userName: 'reader',
        fontsFolder: resolve('resources/fonts'),
        pages: pageReader,
      },
      { LANG: 'zh_CN.UTF-8' },
    );
    return { status, out, errors };
  }
  return {
    jianbao,
    importSample: async () => {
      const { status, out } = await jianbao(['import', sample, '--json']);
      expect(status).toBe(0);
      return parsed(z.object({ issueId: z.string() }), out[0]).issueId;
    },
  };
}

/** Reads a line of JSON as a schema has it. */
export function parsed<T extends z.ZodType>(schema: T, line: string | undefined): z.infer<T> {
  return schema.parse(JSON.parse(line ?? 'null'));
}
