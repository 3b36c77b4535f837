// What a user sets about a tag: other names by which it is found 别名, and a colour. They follow the tag when it is renamed.
import type { MarkColor } from './annotation';
import { isWithinTag } from './tag-tree';

/** How many other names a tag may have, and about how many tags something may be set. */
export const mostTraits = { aliases: 50, tags: 5000 } as const;

export type TagTrait = {
  readonly tag: string;
  readonly aliases: readonly string[];
  /** Null for none. */
  readonly color: MarkColor | null;
};

/** The tag that a name stands for: the one it is an alias of, else itself. Letters are the same in either case. */
export function resolveAlias(traits: readonly TagTrait[], name: string): string {
  const wanted = name.toLowerCase();
  return traits.find(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === wanted))?.tag ?? name;
}

/** What is set about a tag; nothing set about it is no aliases and no colour. */
export function traitOf(traits: readonly TagTrait[], tag: string): TagTrait {
  return traits.find((trait) => trait.tag === tag) ?? { tag, aliases: [], color: null };
}

/** Sets what is said of one tag. An alias belongs to one tag alone; the tag's own name is none. */
export function withTrait(
  traits: readonly TagTrait[],
  { tag, aliases, color }: TagTrait,
): readonly TagTrait[] {
  const own = [...new Set(aliases)].filter((alias) => alias !== tag);
  const others = traits
    .filter((trait) => trait.tag !== tag)
    .map((trait) => ({ ...trait, aliases: trait.aliases.filter((alias) => !own.includes(alias)) }));
  return [...others, { tag, aliases: own, color }].filter(isSaying);
}

/** What is set after a tag was renamed with all below it, or taken away where `to` is null. Merged tags keep both names. */
export function retagTraits(
  traits: readonly TagTrait[],
  from: string,
  to: string | null,
): readonly TagTrait[] {
  return traits.reduce<readonly TagTrait[]>((kept, trait) => {
    if (!isWithinTag(trait.tag, from)) return withTrait(kept, mergeInto(trait, traitOf(kept, trait.tag)));
    if (to === null) return kept;
    const tag = `${to}${trait.tag.slice(from.length)}`;
    return withTrait(kept, mergeInto({ ...trait, tag }, traitOf(kept, tag)));
  }, []);
}

/**
 * Adds what another library, or the same one at another time, has set about tags; where both say a colour, its one holds.
 * What is more than may be set is left out, what was there already first.
 */
export function mergeTraits(traits: readonly TagTrait[], brought: readonly TagTrait[]): readonly TagTrait[] {
  return brought
    .reduce<readonly TagTrait[]>(
      (merged, trait) => withTrait(merged, mergeInto(traitOf(merged, trait.tag), trait)),
      traits,
    )
    .slice(-mostTraits.tags);
}

/** Takes a change back, but for tags about which something else was set since. */
export function withoutChange(
  present: readonly TagTrait[],
  before: readonly TagTrait[],
  after: readonly TagTrait[],
): readonly TagTrait[] {
  const tags = new Set([...before, ...after].map(({ tag }) => tag));
  return [...tags].reduce((traits, tag) => {
    const isUndone = isSame(traitOf(before, tag), traitOf(after, tag));
    const isAsLeft = isSame(traitOf(present, tag), traitOf(after, tag));
    return isUndone || !isAsLeft ? traits : withTrait(traits, traitOf(before, tag));
  }, present);
}

/** The tags about which two lists do not say the same. */
export function differingTags(one: readonly TagTrait[], other: readonly TagTrait[]): readonly string[] {
  const tags = new Set([...one, ...other].map(({ tag }) => tag));
  return [...tags].filter((tag) => !isSame(traitOf(one, tag), traitOf(other, tag)));
}

function isSame(one: TagTrait, other: TagTrait): boolean {
  return one.color === other.color && one.aliases.join('\n') === other.aliases.join('\n');
}

function mergeInto(one: TagTrait, other: TagTrait): TagTrait {
  return {
    tag: one.tag,
    aliases: [...new Set([...other.aliases, ...one.aliases])].slice(0, mostTraits.aliases),
    color: other.color ?? one.color,
  };
}

function isSaying({ aliases, color }: TagTrait): boolean {
  return aliases.length > 0 || color !== null;
}
