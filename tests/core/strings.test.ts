import { describe, expect, it } from 'vitest';
import { appErrorSchema } from '../../src-core/ipc/app-error';
import { detailMessage } from '../../src-core/strings/detail-messages';
import { errorMessage } from '../../src-core/strings/error-messages';
import { foreignWords } from '../builders/foreign-words';
import { samplesOf } from '../builders/schema-samples';

const errors = samplesOf(appErrorSchema).map((sample) => appErrorSchema.parse(sample));

describe.each(['zh-CN', 'en'] as const)('errorMessage in %s', (language) => {
  it('names the file or thing that every error speaks of, and what lies behind it', () => {
    for (const error of errors) {
      const message = errorMessage(error, language);
      expect(message.length, error.code).toBeGreaterThan(4);
      expect(message).not.toMatch(/undefined|NaN|\[object/u);
      const named = 'file' in error ? error.file : 'path' in error ? error.path : '';
      expect(message).toContain(named);
      if ('issueId' in error) expect(message).toContain(error.issueId);
      if ('owner' in error) expect(message).toContain(detailMessage(error.owner, language, named));
      if (!('detail' in error)) continue;
      const { detail } = error;
      expect(message).toContain(typeof detail === 'string' ? detail : detailMessage(detail, language, named));
    }
  });

  it('speaks its language', () => {
    for (const error of errors) {
      const message = errorMessage(error, language);
      expect(foreignWords(message, language), message).toEqual([]);
      if (language === 'zh-CN') expect(message).toMatch(/\p{Script=Han}{2}/u);
    }
  });
});
