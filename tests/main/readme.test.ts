import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src-core/command/catalog';

describe('the README', () => {
  test('names keys and commands as the application has them', () => {
    const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([^`]+)`\s*\| (.+?) · (.+?)\s*\|$/gmu)];
    expect(rows.length).toBeGreaterThan(10);
    for (const [, key = '', chinese = '', english = ''] of rows) {
      const spec = commands.find(({ title }) => title['zh-CN'] === chinese);
      expect(spec?.title.en, chinese).toBe(english);
      expect(spec?.keys, chinese).toContain(key.replace('Ctrl', 'Mod'));
    }
  });
});
