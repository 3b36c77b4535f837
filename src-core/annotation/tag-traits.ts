// What a user sets about a tag: other names by which it is found 别名, and a colour. They follow the tag when it is renamed.
import type { MarkColor } from './annotation';
import { isWithinTag } from './tag-tree';

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

function mergeInto(one: TagTrait, other: TagTrait): TagTrait {
  return {
    tag: one.tag,
    aliases: [...other.aliases, ...one.aliases],
    color: other.color ?? one.color,
  };
}

function isSaying({ aliases, color }: TagTrait): boolean {
  return aliases.length > 0 || color !== null;
}
