// Runs one call of the command line: finds the command, reads the options every command shares, answers a wrong call
// with the usage and exit status 2.
import { resolve } from 'node:path';
import { languageSchema, type Language } from '../../src-core/ipc/contract';
import { openLibrary } from '../library/open-library';
import { backup, restore } from './backup-commands';
import { defaultLibraryFolder, systemLanguage, type Environment } from './environment';
import { exitStatus, UsageError, type CommandContext, type CommandIo, type ExitStatus } from './io';
import { check, exportPdfFile, search } from './library-commands';
import { annotate, annotations } from './mark-commands';
import { study } from './study-commands';
import { importFiles, issues, parse, show } from './text-commands';
import { usage } from './usage';

type Command = (argv: readonly string[], context: CommandContext) => Promise<ExitStatus>;

const commands: Readonly<Record<string, Command>> = {
  parse,
  import: importFiles,
  issues,
  show,
  annotate,
  annotations,
  search,
  export: exportPdfFile,
  check,
  backup,
  restore,
  study,
};

/** Runs the command line with the arguments after the program's name; gives the exit status. */
export async function runCommandLine(
  argv: readonly string[],
  io: CommandIo,
  environment: Environment,
): Promise<ExitStatus> {
  let language: Language = systemLanguage(environment);
  try {
    const shared = takeShared(argv);
    language = shared.language ?? language;
    if (shared.help) {
      io.print(usage(language));
      return exitStatus.done;
    }
    const [name, ...rest] = shared.rest;
    if (name === undefined) throw new UsageError('');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new UsageError(name);
    const folder = resolve(shared.library ?? defaultLibraryFolder(environment));
    const context: CommandContext = {
      ...io,
      json: shared.json,
      language,
      libraryFolder: folder,
      openLibrary: () => openLibrary(folder, { now: io.now, newId: io.newId, holder: 'cli' }),
    };
    return await command(rest, context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (error.message !== '')
      io.complain(language === 'zh-CN' ? `用法不对：${error.message}` : `Wrong usage: ${error.message}`);
    io.complain(usage(language));
    return exitStatus.usage;
  }
}

type Shared = {
  readonly rest: readonly string[];
  readonly library: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly language: Language | undefined;
};

/** Takes the options that every command shares out of the arguments, wherever they stand before `--`. */
function takeShared(argv: readonly string[]): Shared {
  const rest: string[] = [];
  let library: string | undefined;
  let language: Language | undefined;
  let json = false;
  let help = false;
  const args = argv[Symbol.iterator]();
  const value = (name: string, inline: string | undefined): string => {
    const next: IteratorResult<string, unknown> =
      inline === undefined ? args.next() : { done: false, value: inline };
    if (next.done === true || next.value === '') throw new UsageError(`${name}?`);
    return next.value;
  };
  for (const argument of args) {
    const [name = '', inline] = splitOption(argument);
    if (name === '--') {
      rest.push(argument, ...args);
    } else if (argument === '--json') {
      json = true;
    } else if (argument === '--help' || argument === '-h') {
      help = true;
    } else if (name === '--library') {
      library = value(name, inline);
    } else if (name === '--language') {
      const given = languageSchema.safeParse(value(name, inline));
      if (!given.success) throw new UsageError('--language zh-CN | en');
      language = given.data;
    } else {
      rest.push(argument);
    }
  }
  return { rest, library, json, help, language };
}

function splitOption(argument: string): readonly [string, string | undefined] {
  const equals = argument.indexOf('=');
  return argument.startsWith('--') && equals > 0
    ? [argument.slice(0, equals), argument.slice(equals + 1)]
    : [argument, undefined];
}
