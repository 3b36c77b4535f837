// Writes a backup: each file is read and hashed as its turn comes, so a large library needs little memory; the zip is
// read back and compared with its manifest before it takes its name.
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { BackupScope, Manifest } from './backup-format';
import { manifestName } from './backup-format';
import { sha256 } from './issue-folder';
import { schemaVersion } from './migrations';
import { nodeFiles } from './node-files';
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
export async function writeBackup(content: BackupContent, target: string): Promise<Manifest> {
  const unfinished = `${target}.tmp`;
  await rm(unfinished, { force: true });
  try {
    const manifest = await writeZip(content, unfinished);
    await sync(unfinished);
    const backup = await readBackup(unfinished);
    try {
      await backup.verify();
    } finally {
      backup.close();
    }
    await rename(unfinished, target);
    await nodeFiles.syncFolder(dirname(target));
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeZip(content: BackupContent, path: string): Promise<Manifest> {
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
      give(null, Readable.from(onePiece(bytes)));
    });
  };
  for (const file of content.files) {
    add(file.path, async () => {
      const bytes = await file.bytes();
      files.push({ path: file.path, bytes: bytes.length, sha256: sha256(bytes) });
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
  await pipeline(output, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return manifest();
}

async function* onePiece(bytes: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await bytes();
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
