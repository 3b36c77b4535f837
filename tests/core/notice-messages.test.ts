import { expect, test } from 'vitest';
import { libraryNoticeCodeSchema } from '../../src-core/ipc/library-notice';
import { noticeMessage } from '../../src-core/strings/notice-messages';

test.each(libraryNoticeCodeSchema.options)('says «%s» in one sentence of either language', (code) => {
  const notice = { code, path: '/书/i1', detail: '缘由' };
  const [chinese, english] = [noticeMessage(notice, 'zh-CN'), noticeMessage(notice, 'en')];
  expect(chinese).toMatch(/^[^。\n]+。$/u);
  expect(english).toMatch(/^[^\n]+\.$/u);
  for (const message of [chinese, english]) {
    expect(message).toContain('/书/i1');
    expect(message).toContain('缘由');
  }
  expect(english).not.toBe(chinese);
});
