// Turns a library in memory back into one of schema 1, as the program of that time wrote it.
import { crc32 } from 'node:zlib';
import type { MemoryFiles } from './memory-files';

/** Gives every document and journal the header of schema 1; what stands in them is valid in schema 1 already. */
export function asSchema1(files: MemoryFiles): void {
  for (const path of files.paths) {
    const bytes = files.content(path);
    const end = bytes.indexOf(10) + 1;
    const rest = bytes.subarray(end);
    if (/\.json(\.bak)?$/.test(path)) {
      const header = bytes
        .subarray(0, end)
        .toString()
        .replace(/"schema":\d+/, '"schema":1');
      files.damage(path, Buffer.concat([Buffer.from(header), rest]));
    }
    if (path.endsWith('.jnl')) {
      const json = bytes
        .subarray(0, end - 1)
        .toString()
        .replace(/^\S+ \d+ /, '')
        .replace(/"schema":\d+/, '"schema":1');
      const covered = `${Buffer.byteLength(json)} ${json}`;
      const line = `${crc32(covered).toString(16).padStart(8, '0')} ${covered}\n`;
      files.damage(path, Buffer.concat([Buffer.from(line), rest]));
    }
  }
}
