// What a command of the command line is given, and how it answers.
import type { AppError } from '../../src-core/ipc/app-error';
import type { Language } from '../../src-core/ipc/contract';
import type { Result } from '../../src-core/result';
import { errorMessage } from '../../src-core/strings/error-messages';
import { noticeMessage } from '../../src-core/strings/notice-messages';
import type { Library } from '../library/library';
import type { PageReader } from '../sources/read-page';

/** Exit statuses of the command line. */
export const exitStatus = { done: 0, failed: 1, usage: 2 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

export type CommandIo = {
  /** Writes a line to standard output. */
  readonly print: (line: string) => void;
  /** Writes a line to standard error. */
  readonly complain: (line: string) => void;
  /** Standard input, line by line. */
  readonly lines: () => AsyncIterable<string>;
  readonly now: () => string;
  readonly newId: () => string;
  /** The name marks carry where none is given. */
  readonly userName: string;
  readonly fontsFolder: string;
  readonly pages: PageReader;
};

export type CommandContext = CommandIo & {
  readonly json: boolean;
  readonly language: Language;
  /** The folder of the library, absolute. */
  readonly libraryFolder: string;
  readonly openLibrary: () => Promise<Result<Library, AppError>>;
};

/** A wrong call of the command line: it is answered with the message and exit status 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Reports a failure on standard error, in the user's language. */
export function complainOf(context: CommandContext, error: AppError): void {
  context.complain(errorMessage(error, context.language));
}

/** Prints a value: as one JSON line, or as the words for people. */
export function answer(context: CommandContext, json: unknown, words: string): void {
  context.print(context.json ? JSON.stringify(json) : words);
}

/** Opens the library for one command and closes it after; a library that does not open is exit status 1. */
export async function withLibrary(
  context: CommandContext,
  use: (library: Library) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const library = await context.openLibrary();
  if (!library.ok) {
    complainOf(context, library.error);
    return exitStatus.failed;
  }
  for (const notice of library.value.notices) {
    context.complain(noticeMessage(notice, context.language));
  }
  try {
    return await use(library.value);
  } finally {
    await library.value.close();
  }
}
