// Other names and colours of tags were once kept with the settings of the application; they belong to the library. They are
// taken over into the one that is opened, and leave the settings once they are on the disk there.
import { mergeTraits } from '../../src-core/annotation/tag-traits';
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import type { Library } from '../library/library';
import type { SettingsFile } from './settings-file';

/**
 * Takes them over where there are any. What the library says of a tag itself holds. Where either cannot be written they
 * stay in the settings, for the next start.
 */
export async function takeOverTraits(
  settings: SettingsFile,
  library: Library,
): Promise<Result<null, AppError>> {
  const { formerTraits } = settings;
  if (formerTraits.length === 0) return ok(null);
  const taken = await library.tagTraits.change((own) => mergeTraits(formerTraits, own));
  if (!taken.ok) return taken;
  try {
    await settings.dropFormerTraits();
    return ok(null);
  } catch (error) {
    if (error instanceof AppFailure) return fail(error.error);
    throw error;
  }
}
