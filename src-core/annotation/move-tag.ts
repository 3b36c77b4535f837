// Moving a tag in the tree: its name is that of what it stands below, and its own last part.
import { isWithinTag, type TagNode } from './tag-tree';

/** Gives the name of a tag below another, or at the top (`null`); null where it stands there already, or would be below itself. */
export function nameBelow(tag: string, above: string | null): string | null {
  const name = tag.slice(tag.lastIndexOf('/', tag.length - 2) + 1);
  const moved = above === null ? name : `${above}/${name}`;
  return moved === tag || (above !== null && isWithinTag(above, tag)) ? null : moved;
}

/** Gives the name of a tag one level further out: beside what it stands below. Null at the top. */
export function nameOutside(tag: string): string | null {
  const above = aboveOf(tag);
  return above === null ? null : nameBelow(tag, aboveOf(above));
}

/** Gives the name of a tag one level further in: below the one before it among its siblings. Null for the first. */
export function nameInside(tree: readonly TagNode[], tag: string): string | null {
  const siblings = siblingsOf(tree, tag);
  const before = siblings[siblings.findIndex((node) => node.tag === tag) - 1];
  return before === undefined ? null : nameBelow(tag, before.tag);
}

function aboveOf(tag: string): string | null {
  const slash = tag.lastIndexOf('/', tag.length - 2);
  return slash <= 0 ? null : tag.slice(0, slash);
}

function siblingsOf(tree: readonly TagNode[], tag: string): readonly TagNode[] {
  if (tree.some((node) => node.tag === tag)) return tree;
  const above = tree.find((node) => isWithinTag(tag, node.tag));
  return above === undefined ? [] : siblingsOf(above.children, tag);
}
