import { describe, expect, it } from 'vitest';
import { appErrorSchema, type AppError } from '../../src-core/ipc/app-error';
import { errorMessage } from '../../src-core/strings/error-messages';

const sample: Record<string, unknown> = {
  where: 'note',
  detail: 'ENOENT',
  file: '/报/a.txt',
  bytes: 9e6,
  seconds: 30,
  count: 2,
  limit: 8e6,
  path: '/资料库',
  owner: 'app',
  why: 'within',
  version: 9,
  issueId: 'i1',
  articleId: 'a1',
  annotationId: 'n1',
  studyDayId: 's1',
  start: 3,
  end: 9,
  length: 5,
  quote: '学习',
  places: [{ articleId: 'a1', start: 3, end: 5, snippet: '…【学习】…' }],
};

function everyError(): AppError[] {
  return appErrorSchema.options.map((option) => {
    const shape = option.shape;
    const keys = Object.keys(shape).filter((key) => key !== 'code');
    return appErrorSchema.parse({
      ...Object.fromEntries(keys.map((key) => [key, sample[key]])),
      code: shape.code.value,
    });
  });
}

describe('errorMessage', () => {
  it.each(['zh-CN', 'en'] as const)(
    'names in %s the file or thing that every error speaks of',
    (language) => {
      for (const error of everyError()) {
        const message = errorMessage(error, language);
        expect(message.length, error.code).toBeGreaterThan(4);
        expect(message).not.toMatch(/undefined|NaN|\[object/u);
        if ('file' in error) expect(message).toContain(error.file);
        if ('path' in error) expect(message).toContain(error.path);
        if ('issueId' in error) expect(message).toContain(error.issueId);
      }
    },
  );

  it('speaks Chinese in Chinese and English in English', () => {
    for (const error of everyError()) {
      expect(errorMessage(error, 'zh-CN')).toMatch(/\p{Script=Han}{2}/u);
      expect(
        errorMessage({ ...error, ...('quote' in error ? { quote: 'q' } : {}) }, 'en').replace(
          /[/\w]*[报资料库学习【】…]+[\w./]*/gu,
          '',
        ),
      ).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
