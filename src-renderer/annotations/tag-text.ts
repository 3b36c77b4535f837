// What a user types as a tag, made one or refused, and what is offered to complete it.

import type { TagTrait } from '../../src-core/annotation/tag-traits';
import type { Reading } from '../palette/readings';

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

/** What is offered to complete a tag; `alias` is the other name by which it was found, null where it was its own. */
export type OfferedTag = { readonly tag: string; readonly alias: string | null };

type Known = { readonly tag: string; readonly count: number };

/**
 * Gives the known tags that go with what is typed, best first: those that begin with it, those with an alias that does,
 * those whose reading or first letters do, level by level, then those that hold it.
 */
export function completeTag(
  typed: string,
  known: readonly Known[],
  taken: readonly string[],
  limit: number,
  traits: readonly TagTrait[] = [],
  reading: (tag: string) => Reading = () => ({ full: '', initials: '' }),
): readonly OfferedTag[] {
  const wanted = typed
    .trim()
    .replace(/^[#＃]/u, '')
    .toLowerCase();
  const isLatin = /^[a-z]+$/u.test(wanted.replace(/[\s']/gu, ''));
  const letters = wanted.replace(/[\s']/gu, '');
  const aliases = new Map(traits.map(({ tag, aliases: names }) => [tag, names]));
  const rank = (tag: string): readonly [number, string | null] => {
    const words = tag.toLowerCase();
    if (words.startsWith(wanted)) return [0, null];
    const alias = aliases.get(tag)?.find((name) => name.toLowerCase().startsWith(wanted));
    if (alias !== undefined) return [1, alias];
    if (isLatin && [tag, ...tag.split('/')].some((part) => isRead(part, letters, reading))) return [2, null];
    if (words.includes(wanted)) return [3, null];
    return [4, null];
  };
  return known
    .filter(({ tag }) => !taken.includes(tag))
    .map(({ tag }) => ({ tag, rank: rank(tag) }))
    .filter(({ rank: [place] }) => place < 4)
    .sort((one, other) => one.rank[0] - other.rank[0])
    .slice(0, limit)
    .map(({ tag, rank: [, alias] }) => ({ tag, alias }));
}

function isRead(part: string, letters: string, reading: (tag: string) => Reading): boolean {
  const { full, initials } = reading(part);
  return full.startsWith(letters) || initials.startsWith(letters);
}
