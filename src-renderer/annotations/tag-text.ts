// What a user types as a tag, made one or refused, and what is offered to complete it.

/** The longest tag, in UTF-16 code units, as the contract has it. */
const longestTag = 100;

/** Gives the tag that a typed text means: without a leading # and blanks about it; null where it means none. */
export function tagFromText(typed: string): string | null {
  const tag = typed
    .normalize('NFC')
    .trim()
    .replace(/^[#＃]/u, '')
    .trim();
  return tag === '' || tag.length > longestTag || /\p{Cc}/u.test(tag) ? null : tag;
}

/** Gives the known tags that go with what is typed, best first: those that begin with it, then those that hold it. */
export function completeTag(
  typed: string,
  known: readonly { readonly tag: string; readonly count: number }[],
  taken: readonly string[],
  limit: number,
): readonly string[] {
  const wanted = typed
    .trim()
    .replace(/^[#＃]/u, '')
    .toLowerCase();
  const free = known.filter(({ tag }) => !taken.includes(tag));
  const begin = free.filter(({ tag }) => tag.toLowerCase().startsWith(wanted));
  const hold = free.filter(
    ({ tag }) => !begin.some((entry) => entry.tag === tag) && tag.toLowerCase().includes(wanted),
  );
  return [...begin, ...hold].slice(0, limit).map(({ tag }) => tag);
}
