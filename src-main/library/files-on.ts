// The file layer that fits where something lies: disks that may not answer are not waited for as others are.
import { diskOf } from './disk-kind';
import type { FileLayer } from './file-layer';
import { nodeFiles } from './node-files';
import { PatientCalls, patientFiles } from './patient-files';

/** One for all shares: what must not run out is the threads of this process. */
const shareFiles = patientFiles(new PatientCalls());

/** Gives the file layer for folders, which need not be there yet. */
export async function filesOn(...folders: readonly string[]): Promise<FileLayer> {
  const disks = await Promise.all(folders.map((folder) => diskOf(folder)));
  return disks.some(({ mayStall }) => mayStall) ? shareFiles : nodeFiles;
}
