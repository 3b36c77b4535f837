// Finding a command by what somebody types.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src-core/command/catalog';
import { matchCommands } from '../../src-renderer/palette/match-commands';
import { pinyinInitials } from '../../src-renderer/palette/pinyin-initials';

const first = (typed: string): string | undefined => matchCommands(commands, typed)[0]?.id;

describe('matching commands', () => {
  it('knows the first letters of characters read in Mandarin', () => {
    expect(pinyinInitials('切换竖排与横排')).toBe('qhspyhp');
    expect(pinyinInitials('导出 PDF…')).toBe('dc PDF…');
    expect(pinyinInitials('藤黄朱砂胭脂石绿花青')).toBe('thzsyzslhq');
  });

  it.each([
    ['导出', 'file.export-pdf'],
    ['dc', 'file.export-pdf'],
    ['expo', 'file.export-pdf'],
    ['深色', 'view.theme-dark'],
    ['dark', 'view.theme-dark'],
    ['下一篇', 'go.next-article'],
    ['NEXT art', 'go.next-article'],
  ])('finds by “%s” the command %s', (typed, id) => {
    expect(first(typed)).toBe(id);
  });

  it('offers all while nothing is typed, and none for what no command is called', () => {
    expect(matchCommands(commands, ' ')).toBe(commands);
    expect(matchCommands(commands, 'qqq')).toEqual([]);
  });
});
