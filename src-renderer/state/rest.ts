// Something that is done once nothing has happened for a while: writing behind, taking a light away.

export type Rest = {
  /** Does the action after the rest; whatever was to be done before is forgotten. */
  readonly then: (action: () => void) => void;
  readonly cancel: () => void;
};

/** Makes a rest of the given length. */
export function createRest(milliseconds: number): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    then: (action) => {
      clearTimeout(timer);
      timer = setTimeout(action, milliseconds);
    },
    cancel: () => clearTimeout(timer),
  };
}
