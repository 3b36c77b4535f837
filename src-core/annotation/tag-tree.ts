// Tags as a tree: a slash parts a tag from what it belongs to, 历史/近代/报刊. A tag stands for itself and all below it.

export type TagNode = {
  /** The whole tag. */
  readonly tag: string;
  /** Its last part. */
  readonly name: string;
  /** How many marks carry exactly this tag. */
  readonly own: number;
  /** How many uses there are of this tag and all below it. */
  readonly all: number;
  readonly children: readonly TagNode[];
};

/** Makes the tree of the tags in use, siblings in Chinese order. */
export function tagTree(
  counts: readonly { readonly tag: string; readonly count: number }[],
): readonly TagNode[] {
  const own = new Map(counts.map(({ tag, count }) => [tag, count]));
  const children = new Map<string, Set<string>>();
  for (const { tag } of counts) {
    let above = '';
    for (const whole of pathOf(tag)) {
      const list = children.get(above) ?? new Set();
      list.add(whole);
      children.set(above, list);
      above = whole;
    }
  }
  const build = (above: string): readonly TagNode[] =>
    [...(children.get(above) ?? [])]
      .sort((a, b) => a.localeCompare(b, 'zh-CN'))
      .map((tag) => {
        const below = build(tag);
        const count = own.get(tag) ?? 0;
        return {
          tag,
          name: above === '' ? tag : tag.slice(above.length + 1),
          own: count,
          all: below.reduce((sum, node) => sum + node.all, count),
          children: below,
        };
      });
  return build('');
}

/** Whether a tag is another one or stands below it. */
export function isWithinTag(tag: string, above: string): boolean {
  return tag === above || tag.startsWith(`${above}/`);
}

/** Gives tags after one is renamed with all below it, or taken away where `to` is null; each once, in their order. */
export function retag(tags: readonly string[], from: string, to: string | null): readonly string[] {
  const renamed = tags.flatMap((tag) => {
    if (!isWithinTag(tag, from)) return [tag];
    return to === null ? [] : [`${to}${tag.slice(from.length)}`];
  });
  return [...new Set(renamed)];
}

/** A tag and everything it stands below, from the top: 历史, 历史/近代. Slashes at the ends or in a row part nothing. */
function pathOf(tag: string): readonly string[] {
  const path: string[] = [];
  for (let at = tag.indexOf('/', 1); at >= 0; at = tag.indexOf('/', at + 1)) {
    const isPart = tag[at - 1] !== '/' && at < tag.length - 1;
    if (isPart) path.push(tag.slice(0, at));
  }
  return [...path, tag];
}
