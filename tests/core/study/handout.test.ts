import { describe, expect, it } from 'vitest';
import { doubtfulExcerpts, makeHandout, type HandoutOptions } from '../../../src-core/study/handout';
import { handoutLines } from '../../../src-core/study/handout-lines';
import { agendaStepSchema, materialIdSchema, type StudyDay } from '../../../src-core/study/study-day';
import type { Issue } from '../../../src-core/publication/issue';
import { sampleIssue } from '../../builders/sample-issue';
import { excerptOf, headingOf, studyDay } from '../../builders/study-day';

const issue = sampleIssue();
const options: HandoutOptions = { language: 'zh-CN', citation: 'gbt7714', leaderNotes: true };

function handoutOf(day: StudyDay, sources: readonly Issue[] = [issue]) {
  return makeHandout(day, new Map(sources.map((each) => [each.issueId, each])), options);
}

const day = studyDay({
  ordinal: 5,
  time: '14:30',
  leader: '王老师',
  participants: ['甲', '乙'],
  agenda: [agendaStepSchema.parse({ what: '读报', minutes: 40 })],
  materials: [
    headingOf('一、巡察', 'h1'),
    excerptOf(issue, '市委联动巡察组进驻武进召开动员会', { materialId: 'm1', tags: ['巡察', '党建'] }),
    excerptOf(issue, '信用就是“真金白银”', { materialId: 'm2', tags: ['党建'], leaderNotes: '举例' }),
  ],
  minutes: '讨论热烈。\n\n下次再议。',
});

describe('makeHandout', () => {
  it('tells the day, numbers the excerpts, cites them and indexes their tags', () => {
    const handout = handoutOf(day);
    expect(handout.facts).toEqual([
      { label: '学习日', value: '今年第5个学习日' },
      { label: '时间', value: '2022年10月14日（星期五） 14:30' },
      { label: '主持人', value: '王老师' },
      { label: '参加人员', value: '甲、乙' },
    ]);
    expect(handout.agenda).toEqual([{ what: '读报', length: '40分钟' }]);
    expect(handout.parts[0]).toEqual({ kind: 'heading', text: '一、巡察' });
    expect(handout.parts[2]).toMatchObject({
      number: 2,
      title: '礼嘉镇运用第三方信用报告开展招投标',
      state: 'agrees',
      passages: [{ paragraphs: ['信用就是“真金白银”'], warning: null }],
      citation: '礼嘉镇运用第三方信用报告开展招投标[N]. 武进日报, 2022-10-11.',
      leaderNotes: '举例',
    });
    expect(handout.index).toEqual([
      { tag: '党建', numbers: [1, 2] },
      { tag: '巡察', numbers: [1] },
    ]);
    expect(handout.minutes).toEqual(['讨论热烈。', '下次再议。']);
    expect(doubtfulExcerpts(handout)).toEqual([]);
  });

  it('names an article once for each run of its excerpts, and numbers in the index as runs', () => {
    const words = ['市委联动巡察组', '进驻武进', '召开动员会', '真金白银'];
    const [one, two, three, other] = words.map((exact, at) =>
      excerptOf(issue, exact, { materialId: `m${at}`, tags: at === 1 ? [] : ['党建'] }),
    );
    if (one === undefined || two === undefined || three === undefined || other === undefined)
      throw new Error();
    const again = { ...one, materialId: materialIdSchema.parse('m4') };
    const materials = [one, two, three, other, again];
    const lines = handoutLines(handoutOf(studyDay({ materials })));
    const [first, second] = ['市委联动巡察组进驻武进召开动员会', '礼嘉镇运用第三方信用报告开展招投标'];
    expect(lines.filter(({ role }) => role === 'entry')).toEqual([
      { role: 'entry', text: `1–3　${first}`, anchor: 'excerpt-1' },
      { role: 'entry', text: `4　${second}`, anchor: 'excerpt-4' },
      { role: 'entry', text: `5　${first}`, anchor: 'excerpt-5' },
      { role: 'entry', text: '党建：1、3–5' },
    ]);
    // Nor does its headline stand again over each of them.
    expect(lines.filter(({ role }) => role === 'excerpt').map(({ text }) => text)).toEqual([
      `1　${first}`,
      '2',
      '3',
      `4　${second}`,
      `5　${first}`,
    ]);
    // Of articles that are gone nobody knows whether they were one.
    const gone = handoutLines(handoutOf(studyDay({ materials: [one, two] }), []));
    expect(gone.filter(({ role }) => role === 'entry').map(({ text }) => text)).toEqual([
      '1　材料1',
      '2　材料2',
      '党建：1',
    ]);
  });

  it('leaves the leader’s notes out where they are not wanted', () => {
    const without = makeHandout(day, new Map([[issue.issueId, issue]]), { ...options, leaderNotes: false });
    expect(JSON.stringify(without)).not.toContain('举例');
  });

  it('shows an excerpt whose source was changed, and goes on with the others', () => {
    const changed = {
      ...issue,
      articles: issue.articles.map((article) => ({
        ...article,
        text: article.text.replace('真金白银', '真金实银'),
      })),
    };
    const handout = handoutOf(day, [changed]);
    expect(doubtfulExcerpts(handout)).toMatchObject([
      {
        number: 2,
        state: 'differs',
        passages: [{ warning: '与原文不符：摘录作「白」，原文作「实」' }],
      },
    ]);
    expect(handout.parts[1]).toMatchObject({ state: 'agrees' });
  });

  it('shows an excerpt whose issue is gone', () => {
    expect(doubtfulExcerpts(handoutOf(day, []))).toMatchObject([
      { title: '材料1', state: 'missing', citation: '' },
      { title: '材料2', state: 'missing' },
    ]);
  });
});
