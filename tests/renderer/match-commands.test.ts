// Finding a command by what somebody types.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src-core/command/catalog';
import { issueIdSchema } from '../../src-core/publication/issue';
import { issueOffers } from '../../src-renderer/palette/issue-offers';
import { matchCommands } from '../../src-renderer/palette/match-commands';
import { loadReadings, readingOf } from '../../src-renderer/palette/readings';
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

  it.each([
    ['shense', 'view.theme-dark'],
    ['zhuti', 'view.theme-paper'],
    ['daochu', 'file.export-pdf'],
    ['yipian', 'go.next-article'],
  ])('finds by the whole reading “%s” the command %s', async (typed, id) => {
    await loadReadings();
    const found = matchCommands(commands, typed, (chinese) => readingOf(chinese).full);
    expect(found.map((command) => command.id)).toContain(id);
    expect(matchCommands(commands, typed)).toEqual([]);
  });

  it('offers all while nothing is typed, and none for what no command is called', () => {
    expect(matchCommands(commands, ' ')).toBe(commands);
    expect(matchCommands(commands, 'qqq')).toEqual([]);
  });
});

describe('matching issues of the shelf', () => {
  const issue = (name: string, title: string, publication?: string, date?: string) => ({
    issueId: issueIdSchema.parse(name),
    title,
    ...(publication === undefined ? {} : { publication }),
    ...(date === undefined ? {} : { date }),
    pages: 1,
    articles: 1,
    annotations: 0,
    imported: '2022-01-01T00:00:00.000Z',
  });
  const issues = [
    issue('open', '春耕', '南溪日报', '2021-03-17'),
    issue('spring', '春耕备耕', '南溪日报', '2021-03-18'),
    issue('undated', '旧桥开工'),
  ];
  const offers = issueOffers(issues, issueIdSchema.parse('open'), (date) =>
    date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日'),
  );

  it.each([
    ['3月18', ['spring']],
    ['2021-03-18', ['spring']],
    ['春耕', ['spring']],
    ['jqkg', ['undated']],
    ['夏收', []],
  ])('finds by “%s” those that are not open', (typed, found) => {
    expect(matchCommands(offers, typed).map(({ issueId }) => issueId)).toEqual(found);
  });

  it('names them as the shelf does', () => {
    expect(offers.map(({ name }) => name)).toEqual(['南溪日报 2021年3月18日 春耕备耕', '旧桥开工']);
  });
});
