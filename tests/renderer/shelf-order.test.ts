import { expect, test } from 'vitest';
import type { IssueSummary } from '../../src-core/ipc/contract';
import { issueIdSchema } from '../../src-core/publication/issue';
import { shelfOrder } from '../../src-renderer/library/shelf-order';

test('puts the newest paper first, pages of one day as they were imported, and papers without a date last', () => {
  const imported = [
    summary('无日期，先导入'),
    summary('三月二十五日', '2021-03-25'),
    summary('三月十八日第1版', '2021-03-18'),
    summary('三月十八日第2版', '2021-03-18'),
    summary('四月一日', '2021-04-01'),
    summary('无日期，后导入'),
  ];
  expect(shelfOrder(imported).map(({ title }) => title)).toEqual([
    '四月一日',
    '三月二十五日',
    '三月十八日第1版',
    '三月十八日第2版',
    '无日期，后导入',
    '无日期，先导入',
  ]);
});

let made = 0;

/** An issue that was imported after those made before it. */
function summary(title: string, date?: string): IssueSummary {
  made++;
  return {
    issueId: issueIdSchema.parse(`00000000-0000-4000-8000-00000000000${made}`),
    title,
    ...(date === undefined ? {} : { date }),
    pages: 1,
    articles: 1,
    annotations: 0,
    imported: `2022-01-0${made}T00:00:00.000Z`,
  };
}
