// The names that a library itself makes in its folder. What else stands there is not the library's to touch.

const own =
  /^(LOCK.*|issues|study|backups|quarantine|(library\.json|catalog\.json|tags\.json|trash\.json)(\.bak)?(\.tmp)?|\.DS_Store|desktop\.ini)$/;

/** Whether a name in a library's folder is one of its own, or of those which systems put everywhere. */
export function isLibraryName(name: string): boolean {
  return own.test(name);
}
