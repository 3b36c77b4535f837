// What is set right on one page of a publication is read so on its next pages, and can be taken back.
import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../src-core/importing/correction';
import type { Habit } from '../../../src-core/importing/habit-schema';
import { habitsInForce, habitualForm, learnHabits } from '../../../src-core/importing/habits';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';
import { toParseReport } from '../../../src-core/importing/to-parse-report';

const body =
  '南门外的石桥昨日修好了，挑担的、推车的都从桥上走，孩子们趴在栏杆上看水，桥头的茶摊也重新摆了出来。';

function pageOf(day: string, ...lines: readonly string[]): string {
  return [`山城日报　2023年5月${day}日　第3版`, ...lines].join('\n\n');
}

/** What is learned when the piece that reads so is corrected. */
function learned(
  text: string,
  words: string,
  correct: (place: { block: number; piece: number }) => Correction,
) {
  const page = parsePageText(text);
  const block = page.blocks.findIndex(({ pieces }) => pieces.some((piece) => piece.text === words));
  const piece = page.blocks[block]?.pieces.findIndex((candidate) => candidate.text === words) ?? -1;
  expect(piece).toBeGreaterThanOrEqual(0);
  return learnHabits(page, [correct({ block, piece })]);
}

function reported(text: string, habits: readonly Habit[]) {
  return toParseReport('', parsePageText(text, undefined, habits));
}

describe('a habit of a publication', () => {
  it('sets a line aside that was set aside before, whatever its numbers', () => {
    const first = pageOf('6', '旧桥重修', '本报讯（记者 林远） ' + body, '读报有奖竞猜第12题见今日网站');
    const next = pageOf('7', '新馆落成', '本报讯（记者 林远） ' + body, '读报有奖竞猜第13题见今日网站');
    const habits = learned(first, '读报有奖竞猜第12题见今日网站', (place) => ({
      type: 'set-aside',
      ...place,
    }));
    expect(habits).toEqual([{ match: 'line', text: '读报有奖竞猜第#题见今日网站', role: 'furniture' }]);
    expect(reported(next, []).furniture.map(({ text }) => text)).not.toContain(
      '读报有奖竞猜第13题见今日网站',
    );
    const page = parsePageText(next, undefined, habits);
    expect(page.furniture).toContainEqual(
      expect.objectContaining({ text: '读报有奖竞猜第13题见今日网站', kind: 'profile', reason: 'profile' }),
    );
  });

  it('reads a byline by the word that begins it', () => {
    const first = pageOf('6', '旧桥重修', '山城写手　林远', body);
    const next = pageOf('7', '新馆落成', '山城写手　甘泉', body);
    const habits = learned(first, '山城写手　林远', (place) => ({ type: 'role', ...place, role: 'byline' }));
    expect(habits).toEqual([{ match: 'head', text: '山城写手', role: 'byline' }]);
    expect(reported(next, habits).blocks).toMatchObject([
      { headline: '新馆落成', byline: { reporters: ['甘泉'] }, paragraphs: [body] },
    ]);
  });

  it('knows the name of a section, and that a headline stands below', () => {
    const first = pageOf('6', '旧桥重修', '本报讯（记者 林远） ' + body, '在路上', '沙溪的石桥', body);
    const next = pageOf('7', '新馆落成', '本报讯（记者 林远） ' + body, '在路上', '山前的石桥', body);
    const habits = learned(first, '在路上', (place) => ({ type: 'role', ...place, role: 'label' }));
    expect(reported(next, habits).blocks).toMatchObject([
      { headline: '新馆落成' },
      { type: 'label', text: '在路上', reason: 'profile' },
      { headline: '山前的石桥' },
    ]);
  });

  it('keeps a line in its article that was taken for furniture', () => {
    const first = pageOf('6', '旧桥重修', '本报讯（记者 林远） ' + body, '编辑 老王来电说桥修得好');
    const next = pageOf('7', '新馆落成', '本报讯（记者 林远） ' + body, '编辑 老王来电说桥修得好');
    const page = parsePageText(first);
    const furniture = page.furniture.findIndex(({ text }) => text.startsWith('编辑 老王'));
    const habits = learnHabits(page, [{ type: 'take-back', furniture, block: 0, piece: 1 }]);
    expect(habits).toMatchObject([{ role: 'text' }]);
    expect(reported(next, habits).furniture.map(({ text }) => text)).not.toContain('编辑 老王来电说桥修得好');
  });

  it('is what was said of it last, and nothing where it was taken back', () => {
    const line = { match: 'line', text: '在路上' } as const;
    const at = (day: number) => `2026-01-0${String(day)}T00:00:00.000Z`;
    expect(
      habitsInForce([
        { ...line, role: 'label', at: at(1) },
        { ...line, role: 'furniture', at: at(2) },
      ]),
    ).toEqual([{ ...line, role: 'furniture' }]);
    expect(
      habitsInForce([
        { ...line, role: 'none', at: at(3) },
        { ...line, role: 'label', at: at(1) },
      ]),
    ).toEqual([]);
    expect(learnHabits(parsePageText(body), [{ type: 'forget', ...line }])).toEqual([
      { ...line, role: 'none' },
    ]);
  });

  it('is of no text that is longer than a line, or of none', () => {
    expect(habitualForm('第１２版　星期三　二〇二三年五月六日')).toBe('第#版星期##年#月#日');
    const page = parsePageText(pageOf('6', '旧桥重修', body + body));
    const block = page.blocks.findIndex(({ type }) => type === 'article');
    expect(learnHabits(page, [{ type: 'set-aside', block, piece: 1 }])).toEqual([]);
  });
});
