// Writes a backup: each file is read and hashed as its turn comes, so a large library needs little memory; the zip is
// read back and compared with its manifest before it takes its name.
import { dirname } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { BackupScope, Manifest } from './backup-format';
import { manifestName } from './backup-format';
import { unfinished } from './durable-file';
import { ifPresent, writeAll, type FileLayer, type OpenFile } from './file-layer';
import { sha256 } from './issue-folder';
import { cleanUp } from './clean-up';
import { schemaVersion } from './migrations';
import { readBackup } from './read-backup';

/** One file of a backup; its bytes are asked for once, when their turn comes. */
export type BackupFile = { readonly path: string; readonly bytes: () => Promise<Uint8Array> };

export type BackupContent = {
  readonly libraryId: string;
  readonly scope: BackupScope;
  /** ISO 8601 instant. */
  readonly made: string;
  readonly issues: number;
  readonly files: readonly BackupFile[];
  /** How many standing annotations were in the files that were asked for. */
  readonly annotations: () => number;
};

/** Writes a backup to a file, replacing one that is there only when the new one is proved; throws what fails. */
export async function writeBackup(
  files: FileLayer,
  content: BackupContent,
  target: string,
): Promise<Manifest> {
  const next = unfinished(target);
  await ifPresent(files.remove(next));
  try {
    const manifest = await writeFile(files, content, next);
    const backup = await readBackup(files, next);
    try {
      await backup.verify();
    } finally {
      await backup.close();
    }
    await files.rename(next, target);
    await files.syncFolder(dirname(target));
    return manifest;
  } catch (error) {
    throw await cleanUp(error, [{ leaves: next, work: () => ifPresent(files.remove(next)) }]);
  }
}

async function writeFile(files: FileLayer, content: BackupContent, path: string): Promise<Manifest> {
  const file = await files.open(path, 'create');
  try {
    const manifest = await writeZip(content, file);
    await file.sync();
    return manifest;
  } finally {
    await file.close();
  }
}

async function writeZip(content: BackupContent, file: OpenFile): Promise<Manifest> {
  const { libraryId, scope, made, issues } = content;
  const zip = new ZipFile();
  const mtime = new Date(made);
  const files: { path: string; bytes: number; sha256: string }[] = [];
  const manifest = (): Manifest => ({
    jianbao: 'backup',
    schema: schemaVersion,
    libraryId,
    scope,
    made,
    issues,
    annotations: content.annotations(),
    files,
  });
  const add = (name: string, bytes: () => Promise<Uint8Array>): void => {
    zip.addReadStreamLazy(name, { mtime, compressionLevel: 6 }, (give) => {
      // What cannot be read is an error of the zip rather than of a stream that nobody may be listening to yet.
      bytes().then(
        (whole) => give(null, Readable.from([whole])),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  };
  for (const kept of content.files) {
    add(kept.path, async () => {
      const bytes = await kept.bytes();
      files.push({ path: kept.path, bytes: bytes.length, sha256: sha256(bytes) });
      return bytes;
    });
  }
  add(manifestName, () => Promise.resolve(Buffer.from(JSON.stringify(manifest(), null, 1))));
  zip.end();
  const output = zip.outputStream;
  // A file that cannot be read fails the whole backup.
  zip.on('error', (error: Error) => {
    if (output instanceof Readable) output.destroy(error);
  });
  const writing = new FileWriting(file);
  try {
    await pipeline(output, writing);
  } finally {
    // Who closes the file must not do so under a write.
    await writing.rests();
  }
  return manifest();
}

/** A stream that goes into a file, which stays open. */
class FileWriting extends Writable {
  readonly #file: OpenFile;
  #piece: Promise<void> = Promise.resolve();

  constructor(file: OpenFile) {
    super();
    this.#file = file;
  }

  /** Ends when nothing is being written, whether it went well or not. */
  async rests(): Promise<void> {
    await Promise.allSettled([this.#piece]);
  }

  override _write(piece: Uint8Array, _encoding: string, done: (error?: Error) => void): void {
    this.#piece = writeAll(this.#file, piece);
    this.#piece.then(() => done(), done);
  }
}
