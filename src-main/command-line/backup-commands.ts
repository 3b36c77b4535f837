// The commands that carry a whole library away and bring it back: backup, restore.
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nodeFiles } from '../library/node-files';
import { restoreAsLibrary } from '../library/restore';
import { restoreOverPresent } from '../library/restore-over-present';
import { countWords, damagedWords, restoreWords } from './answer-words';
import {
  answer,
  complainOf,
  exitStatus,
  UsageError,
  withLibrary,
  type CommandContext,
  type ExitStatus,
} from './io';
import { onlyOperand, readArguments } from './options';

/** `backup -o F`: writes the whole library into one zip, and proves it. */
export async function backup(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { values, operands } = readArguments(argv, { output: 'text' });
  if (operands.length > 0) throw new UsageError(operands.join(' '));
  const { output } = values;
  if (output === undefined || output === '') throw new UsageError('-o F.zip?');
  return withLibrary(context, async (library) => {
    const made = await library.backUp(resolve(output));
    if (!made.ok) {
      complainOf(context, made.error);
      return exitStatus.failed;
    }
    const { issues, annotations, files, damaged } = made.value;
    if (damaged > 0) context.complain(damagedWords(context.language, damaged));
    answer(
      context,
      { file: output, issues, annotations, files: files.length, ...(damaged > 0 ? { damaged } : {}) },
      countWords(context.language, output, { issues, annotations }),
    );
    return exitStatus.done;
  });
}

/**
 * `restore F`: makes the library anew where its folder is empty; else brings what the backup has into it, after a backup
 * of what is there, and removes nothing.
 */
export async function restore(argv: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { operands } = readArguments(argv, {});
  const file = resolve(onlyOperand(operands, 'F.zip'));
  if (await isEmpty(context.libraryFolder)) return restoreNew(file, context);
  return withLibrary(context, async (library) => {
    const restored = await restoreOverPresent(nodeFiles, library, file, context.now());
    if (!restored.ok) {
      complainOf(context, restored.error);
      return exitStatus.failed;
    }
    const { before, ...counts } = restored.value;
    const { issuesRestored, ...others } = counts;
    answer(
      context,
      { file, before, ...others, ...(issuesRestored > 0 ? { issuesRestored } : {}) },
      `${restoreWords(context.language, counts)}\n${before}`,
    );
    return exitStatus.done;
  });
}

async function restoreNew(file: string, context: CommandContext): Promise<ExitStatus> {
  const restored = await restoreAsLibrary(file, context.libraryFolder);
  if (!restored.ok) {
    complainOf(context, restored.error);
    return exitStatus.failed;
  }
  const { issues, annotations } = restored.value;
  answer(
    context,
    { file, issuesAdded: issues, marksAdded: annotations },
    countWords(context.language, context.libraryFolder, { issues, annotations }),
  );
  return exitStatus.done;
}

/** Whether a folder holds nothing, or is not there at all. */
async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
