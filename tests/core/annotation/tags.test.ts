import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagsInNote } from '../../../src-core/annotation/note-tags';
import { retag, tagTree, type TagNode } from '../../../src-core/annotation/tag-tree';
import { tagSchema } from '../../../src-core/annotation/annotation';

describe('the tree of tags', () => {
  it('puts tags below those they belong to and counts both ways', () => {
    const tree = tagTree([
      { tag: '历史/近代', count: 3 },
      { tag: '历史', count: 1 },
      { tag: '人物', count: 2 },
    ]);
    expect(tree).toEqual(
      [
        {
          tag: '历史',
          name: '历史',
          own: 1,
          all: 4,
          children: [{ tag: '历史/近代', name: '近代', own: 3, all: 3, children: [] }],
        },
        { tag: '人物', name: '人物', own: 2, all: 2, children: [] },
      ].toSorted((a, b) => a.tag.localeCompare(b.tag, 'zh-CN')),
    );
  });

  it('shows a tag that only others stand below', () => {
    expect(tagTree([{ tag: '甲/乙', count: 1 }])[0]).toMatchObject({ tag: '甲', own: 0, all: 1 });
  });

  it('holds every tag once, whatever its slashes', () => {
    const odd = fc.array(fc.constantFrom('甲', '乙', '/', 'a'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(odd.map((parts) => parts.join(''))), (tags) => {
        const held: string[] = [];
        const walk = (nodes: readonly TagNode[]): void => {
          for (const node of nodes) {
            if (node.own > 0) held.push(node.tag);
            walk(node.children);
          }
        };
        walk(tagTree(tags.map((tag) => ({ tag, count: 1 }))));
        expect(held.toSorted()).toEqual(tags.toSorted());
      }),
    );
  });
});

describe('renaming a tag', () => {
  it('takes along what stands below it and nothing else', () => {
    expect(retag(['历史', '历史/近代', '历史学'], '历史', '史')).toEqual(['史', '史/近代', '历史学']);
  });

  it('merges it where the new name is there already', () => {
    expect(retag(['甲', '乙'], '甲', '乙')).toEqual(['乙']);
  });

  it('to nothing takes it away', () => {
    expect(retag(['甲/乙', '甲', '丙'], '甲', null)).toEqual(['丙']);
  });
});

describe('tags in a note', () => {
  it('end at blanks and signs', () => {
    expect(tagsInNote('参看#环保，又见 #历史/近代。＃学习日')).toEqual(['环保', '历史/近代', '学习日']);
  });

  it('are no headings, numbers of colours in words, or parts of a word', () => {
    expect(tagsInNote('# 标题\n## 小标题\nC#语言 &#123;')).toEqual([]);
  });

  it('are always good tags', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const tag of tagsInNote(`#${text} #甲${text}`))
          expect(tagSchema.safeParse(tag).success).toBe(true);
      }),
    );
  });
});
