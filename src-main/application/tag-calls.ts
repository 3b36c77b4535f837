// What windows ask of tags. A change reaches the marks of all issues, and what is set about the tag: every other window is
// told to read its lists again; the one that asked does so by itself.
import type { Handlers } from '../ipc/handlers';
import type { Library } from '../library/library';
import { orThrow } from '../../src-core/ipc/or-throw';
import type { Emit, WindowId } from './ports';
import { LibraryTags } from './retag-library';

type TagCallName = Extract<keyof Handlers['calls'], `tags.${string}`>;

/** Makes the handlers of tags. */
export function tagCalls({
  library,
  now,
  emit,
}: {
  readonly library: Library;
  readonly now: () => string;
  readonly emit: Emit;
}): Pick<Handlers['calls'], TagCallName> {
  const tags = new LibraryTags(library, {
    now,
    // The window that asked may show one of the issues too.
    onEdited: (edited) => emit('annotations.changed', edited),
  });
  const tellOthers = (windowId: WindowId): void => emit('library.changed', {}, windowId);
  return {
    'tags.traits': async () =>
      orThrow(await library.tagTraits.all()).map(({ aliases, ...trait }) => ({
        ...trait,
        aliases: [...aliases],
      })),
    'tags.describe': async (trait, { windowId }) => {
      orThrow(await tags.describe(trait));
      tellOthers(windowId);
      return {};
    },
    'tags.rename': async ({ from, to }, { windowId }) => {
      const retagged = orThrow(await tags.retag({ from, to }));
      tellOthers(windowId);
      return retagged;
    },
    'tags.remove': async ({ tag }, { windowId }) => {
      const retagged = orThrow(await tags.retag({ from: tag, to: null }));
      tellOthers(windowId);
      return retagged;
    },
    'tags.take-back': async (_nothing, { windowId }) => {
      const retagged = orThrow(await tags.takeBack());
      tellOthers(windowId);
      return retagged;
    },
  };
}
