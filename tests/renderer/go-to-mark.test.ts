// Following a link that leads nowhere: the reader stays, and is told.
import { beforeEach, expect, test, vi } from 'vitest';
import type { Annotation } from '../../src-core/annotation/annotation';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Bridge } from '../../src-core/ipc/bridge';
import { issueIdSchema } from '../../src-core/publication/issue';
import { fail, ok, type Result } from '../../src-core/result';
import { goToMark, goToMarkElsewhere } from '../../src-renderer/annotations/go-to-mark';
import { useDesk } from '../../src-renderer/state/desk';
import { useMarkList } from '../../src-renderer/state/mark-list';
import { useNotices } from '../../src-renderer/state/notices';
import { useReader } from '../../src-renderer/state/reader';
import { issue } from './layouts';
import { buildMark, toAnnotations } from './marks';

const elsewhere = {
  issueId: issueIdSchema.parse('elsewhere'),
  annotationId: buildMark('there', [1, 4]).annotationId,
};
let listed: Result<readonly Annotation[], AppError>;
let calls: string[];

beforeEach(() => {
  calls = [];
  const call: Bridge['call'] = (name) => {
    calls.push(name);
    return Promise.resolve(name === 'annotations.list' ? listed : ok(null));
  };
  vi.stubGlobal('window', { jianbao: { call } });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  useNotices.setState({ notices: [] });
  useMarkList.setState({ face: 'marks' });
  useDesk.setState({ status: 'open', issueId: issue.issueId, issue, annotations: new Map() });
});

function told(): readonly unknown[] {
  return useNotices.getState().notices.map(({ notice }) => notice);
}

test('an issue that cannot be opened is not gone to, and why is said', async () => {
  const error: AppError = { code: 'issue-unknown', issueId: elsewhere.issueId };
  listed = fail(error);
  await goToMarkElsewhere(elsewhere, '「稻花」（晨报）');
  expect(told()).toEqual([{ kind: 'link-failed', title: '「稻花」（晨报）', error }]);
  expect([useDesk.getState().issueId, calls]).toEqual([issue.issueId, ['annotations.list']]);
});

test('a mark that was removed is not gone to, and where it was is said', async () => {
  listed = ok([]);
  await goToMarkElsewhere(elsewhere, '「稻花」（晨报）');
  expect(told()).toEqual([{ kind: 'link-gone', title: '「稻花」（晨报）', issueId: 'elsewhere' }]);
  expect(useDesk.getState().issueId).toBe(issue.issueId);
});

test('a mark whose words are gone is shown where it waits for a place', () => {
  const mark = buildMark('lost', [10, 20]);
  const lost = {
    ...mark,
    target: { ...mark.target, quote: { ...mark.target.quote, exact: '这句话不在文中' } },
  };
  useDesk.setState({ annotations: toAnnotations(lost) });
  goToMark(lost.annotationId);
  expect(told()).toEqual([{ kind: 'link-without-place' }]);
  expect([useMarkList.getState().face, useReader.getState().activeMark]).toEqual(['doubtful', null]);
});
