// What the window knows of a command beyond its name.

export type Runtime = {
  readonly run: () => void;
  /** Whether it would do anything now. */
  readonly isEnabled: () => boolean;
};
