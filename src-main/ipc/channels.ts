// The names under which messages pass between a window and the main process. The preload script, which may import
// types only, repeats them; their types are literal, so that it cannot differ.

export const channels = {
  /** Window to main: (name, input), answered by a `Result`. */
  call: 'jianbao:call',
  /** Window to main: (taskId, name, input), answered by a `Result` when the task has ended. */
  run: 'jianbao:run',
  /** Window to main: (taskId). */
  cancel: 'jianbao:cancel',
  /** Preload script to main: (paths) of files which the user dropped onto the window. The page has no part in it. */
  dropped: 'jianbao:dropped',
  /** Main to window: (taskId, progress). */
  progress: 'jianbao:progress',
  /** Main to window: (name, payload). */
  event: 'jianbao:event',
} as const;

export type Channels = typeof channels;
