// Whatever a failure, a notice or a problem has to say is said in the reader's language, and says all it knows.
import { constants } from 'node:os';
import { describe, expect, test } from 'vitest';
import { detailSchema } from '../../src-core/ipc/detail';
import { detailMessage } from '../../src-core/strings/detail-messages';
import { systemFaultWords } from '../../src-core/strings/system-fault-words';
import { foreignWords } from '../builders/foreign-words';
import { samplesOf } from '../builders/schema-samples';

const details = samplesOf(detailSchema).map((sample) => detailSchema.parse(sample));
const languages = ['zh-CN', 'en'] as const;

describe.each(languages)('in %s', (language) => {
  test.each(details.map((detail) => [JSON.stringify(detail), detail] as const))(
    'says %s',
    (_name, detail) => {
      const words = detailMessage(detail, language, '/place/library');
      expect(foreignWords(words, language)).toEqual([]);
      expect(words).toMatch(/^[^。\n]+$/u);
      expect(words).not.toMatch(/undefined|null|NaN|\[object|[.。]$/u);
    },
  );

  test('names what each detail is about', () => {
    // The words of other programs are for logs; a code says the same in the language of the user.
    const unsaid = new Set(['code', 'said', 'fault', 'holder', 'since', 'at', 'path', 'names']);
    for (const detail of details) {
      const words = detailMessage(detail, language, '/place/library');
      const told = Object.entries(detail).filter(([key, value]) => !unsaid.has(key) && value !== null);
      for (const [key, value] of told) {
        expect(words, `${detail.code}: ${key}`).toContain(
          String(Array.isArray(value) ? (value[0] ?? '') : value),
        );
      }
    }
  });

  test('words each of the codes of the system, known and unknown', () => {
    for (const errno of [...Object.keys(constants.errno), 'EUNHEARDOF']) {
      const words = systemFaultWords(errno, language);
      expect(words).toContain(errno);
      expect(foreignWords(words.replace(errno, ''), language)).toEqual([]);
      expect(words.length).toBeGreaterThan(errno.length + 4);
    }
  });
});

test('names the file that the system speaks of, unless the sentence is about it', () => {
  const fault = (path: string | null) =>
    ({ code: 'system', errno: 'EIO', path, said: 'EIO: i/o error, read' }) as const;
  const words = (path: string | null, named: string) => detailMessage(fault(path), 'zh-CN', named);
  expect(words(null, '/place/library')).toBe('磁盘读写出错，EIO');
  expect(words('/place/library', '/place/library')).toBe('磁盘读写出错，EIO');
  expect(words('/place/library/LOCK', '/place/library')).toBe('磁盘读写出错，EIO');
  expect(words('/place/.all.zip.part', '/place/all.zip')).toBe('磁盘读写出错，EIO');
  expect(words('/place/library/LOCK', '/stick/all.zip')).toBe('磁盘读写出错，EIO，/place/library/LOCK');
  expect(words('C:\\place\\library\\LOCK', 'C:\\place\\library')).toBe('磁盘读写出错，EIO');
});
