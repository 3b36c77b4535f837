// Takes many pages in, one after the other, and says of each what came of it. A page that fails stops no other; what was
// stored before a cancellation stays.
import { basename } from 'node:path';
import type { TaskOutput, TaskProgress } from '../../src-core/ipc/contract';
import { findTexts } from '../sources/find-texts';
import { nameOf, type PageSource } from '../sources/read-page';
import { importFile, type ImportPorts } from './import-file';
import { knownPages } from './known-pages';
import { publicationHabits } from './publication-habits';

export type ImportReport = TaskOutput<'import.run'>;
type Outcome = ImportReport['outcomes'][number];

export type BatchOptions = {
  /** Whether pages that the library has are stored once more. */
  readonly storeKnown: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TaskProgress<'import.run'>) => void;
};

/** Imports files, and what lies in folders. */
export async function importPaths(
  ports: ImportPorts,
  paths: readonly string[],
  options: BatchOptions,
): Promise<ImportReport> {
  const found = await findTexts(paths, options.signal);
  const report = await importPages(
    ports,
    found.files.map((file) => ({ file })),
    options,
  );
  const failures = found.failures.map(({ file, error }): Outcome => ({ file, ok: false, error }));
  return { ...report, outcomes: [...failures, ...report.outcomes], others: found.others };
}

/** Imports pages in their order. */
export async function importPages(
  ports: ImportPorts,
  sources: readonly PageSource[],
  { storeKnown, signal, onProgress }: BatchOptions,
): Promise<ImportReport> {
  const known = knownPages(ports.library);
  const habitsOf = publicationHabits(ports.library);
  const outcomes: Outcome[] = [];
  for (const [done, source] of sources.entries()) {
    if (signal.aborted) break;
    const file = nameOf(source);
    onProgress({ done, total: sources.length, file: basename(file) });
    const imported = await importFile(ports, source, { known, storeKnown, signal, habitsOf });
    if (!imported.ok && imported.error.code === 'cancelled') break;
    if (!imported.ok) outcomes.push({ file, ok: false, error: imported.error });
    else if (imported.value.kind === 'known') outcomes.push({ file, ok: false, known: imported.value.known });
    else {
      const { issueId, articles, resembles } = imported.value;
      outcomes.push({ file, ok: true, issueId, articles, ...(resembles === null ? {} : { resembles }) });
    }
  }
  return { outcomes, others: 0, isCancelled: signal.aborted };
}
