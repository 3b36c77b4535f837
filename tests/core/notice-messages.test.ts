import { expect, test } from 'vitest';
import type { Detail } from '../../src-core/ipc/detail';
import { libraryNoticeSchema } from '../../src-core/ipc/library-notice';
import { detailMessage } from '../../src-core/strings/detail-messages';
import { noticeMessage } from '../../src-core/strings/notice-messages';
import { foreignWords } from '../builders/foreign-words';
import { samplesOf } from '../builders/schema-samples';

const languages = ['zh-CN', 'en'] as const;

test.each(libraryNoticeSchema.options.map((option) => [option.shape.code.value, option] as const))(
  'says «%s» in one sentence of either language, with what lies behind it',
  (_code, option) => {
    for (const notice of samplesOf(option).map((sample) => libraryNoticeSchema.parse(sample))) {
      for (const language of languages) {
        const message = noticeMessage(notice, language);
        expect(message).toMatch(language === 'en' ? /^[^\n]+\.$/u : /^[^。\n]+。$/u);
        expect(message).not.toMatch(/undefined|null|NaN|\[object/u);
        expect(foreignWords(message, language)).toEqual([]);
        expect(message).toContain(notice.path);
        const { code: _code, path, ...values } = notice;
        for (const value of Object.values<string | number | Detail>(values)) {
          expect(message).toContain(
            typeof value === 'object' ? detailMessage(value, language, path) : String(value),
          );
        }
      }
    }
  },
);
