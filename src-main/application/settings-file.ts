// The user's settings, in one small file of their own. A file that cannot be parsed is set aside under another name, one
// that cannot even be read is left alone and no settings are saved; defaults never overwrite what was there.
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { causeOf } from '../../src-core/ipc/cause';
import { tagTraitsSchema } from '../../src-core/annotation/tag-trait-schema';
import type { TagTrait } from '../../src-core/annotation/tag-traits';
import { AppFailure } from '../../src-core/ipc/app-error';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import { settingsSchema, type Settings } from '../../src-core/ipc/contract';

export type SettingsFile = {
  readonly read: () => Settings;
  /** Changes some settings; answered once they are on disk. Throws the failure `target-unwritable`. */
  readonly write: (changes: Partial<Settings>) => Promise<Settings>;
  /** Answered when nothing is being written any more, whether it could be written or not. */
  readonly settled: () => Promise<void>;
  /**
   * Other names and the colours of tags, which an earlier version kept here and which belong into the library. They stay
   * in the file until they are there.
   */
  readonly formerTraits: readonly TagTrait[];
  /** Takes them out of the file. Throws the failure `target-unwritable`. */
  readonly dropFormerTraits: () => Promise<void>;
};

/**
 * Opens the settings file; a missing one gives the defaults.
 * @param onDamage told of a file that is no settings file and was set aside, or that can be neither read nor moved
 */
export async function openSettingsFile(
  file: string,
  defaults: Settings,
  onDamage: (notice: LibraryNotice) => void,
): Promise<SettingsFile> {
  const found = await readSettings(file, defaults);
  if (found.damaged !== null) onDamage(found.damaged);
  let { settings, formerTraits } = found;
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    if (!found.replaceable) {
      throw new AppFailure({ code: 'target-unwritable', file, detail: { code: 'present-unreadable' } });
    }
    const written = formerTraits.length === 0 ? settings : { ...settings, tagTraits: formerTraits };
    const writeNext = (): Promise<void> => writeSettings(file, written);
    writing = writing.then(writeNext, writeNext);
    await writing;
  };
  return {
    read: () => settings,
    write: async (changes) => {
      settings = { ...settings, ...changes };
      const written = settings;
      await write();
      return written;
    },
    settled: () =>
      writing.then(
        () => undefined,
        () => undefined,
      ),
    formerTraits,
    dropFormerTraits: async () => {
      formerTraits = [];
      await write();
    },
  };
}

type FoundSettings = {
  readonly settings: Settings;
  readonly formerTraits: readonly TagTrait[];
  readonly damaged: LibraryNotice | null;
  /** Whether saving harms nothing that the user may still want. */
  readonly replaceable: boolean;
};

async function readSettings(file: string, defaults: Settings): Promise<FoundSettings> {
  const none = { settings: defaults, formerTraits: [] };
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { ...none, damaged: missing ? null : unreadable(file, error), replaceable: missing };
  }
  const parsed = parseSettings(text, defaults);
  if (parsed !== null) return { ...parsed, damaged: null, replaceable: true };
  const aside = `${file}.damaged`;
  try {
    await rename(file, aside);
    const damaged: LibraryNotice = { code: 'settings-set-aside', path: file, keptAs: aside };
    return { ...none, damaged, replaceable: true };
  } catch (error) {
    return { ...none, damaged: unreadable(file, error), replaceable: false };
  }
}

function unreadable(file: string, error: unknown): LibraryNotice {
  return { code: 'settings-unreadable', path: file, detail: causeOf(error) };
}

/** Takes every setting that is valid from the text; null when it is no JSON object at all. */
function parseSettings(
  text: string,
  defaults: Settings,
): Pick<FoundSettings, 'settings' | 'formerTraits'> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  let settings = defaults;
  for (const [key, given] of Object.entries({ ...formerNotes(value), ...value })) {
    const tried = settingsSchema.safeParse({ ...settings, [key]: given });
    if (tried.success) settings = tried.data;
  }
  const former = z.object({ tagTraits: tagTraitsSchema }).safeParse(value);
  return { settings, formerTraits: former.success ? former.data.tagTraits : [] };
}

/** An earlier version knew notes at the head of the page only, shown or not. */
function formerNotes(value: object): object {
  return 'headNotes' in value ? { noteDisplay: value.headNotes === false ? 'list' : 'head' } : {};
}

async function writeSettings(file: string, settings: object): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(settings, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    throw new AppFailure({ code: 'target-unwritable', file, detail: causeOf(error) });
  }
}
