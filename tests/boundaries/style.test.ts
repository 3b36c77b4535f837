// Each rule of the linter which the house style rests on catches the file that breaks it. The files in fixtures/lint
// stand in folders like the application's; the first line of each says what it breaks: exactly that must be reported.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const fixtures = resolve('tests/boundaries/fixtures/lint');
const overrideConfigFile = resolve('eslint.config.js');
const folders = ['src-core', 'src-main', 'src-renderer', 'tests', 'scripts'];
const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((path) => folders.some((folder) => path.startsWith(folder)) && /\.(ts|tsx|mjs)$/.test(path))
  .sort();

describe('the rules of style', () => {
  // The patterns of the configuration count from this folder, as they do from the project's own.
  const eslint = new ESLint({ cwd: fixtures, overrideConfigFile });
  const reported = new Map<string, readonly string[]>();

  beforeAll(async () => {
    for (const result of await eslint.lintFiles(files)) {
      const rules = result.messages.map(
        (message) => message.ruleId ?? (message.fatal ? message.message : 'unused-suppression'),
      );
      reported.set(result.filePath, [...new Set(rules)].sort());
    }
  }, 120_000);

  it.each(files)('report in %s what it says it breaks, and no more', (path) => {
    expect(reported.get(join(fixtures, path))).toEqual(announced(path));
  });

  it('report a file of more than 400 lines', async () => {
    const text = 'export const page = [\n' + "  '版',\n".repeat(399) + '];\n';
    const [result] = await eslint.lintText(text, { filePath: join(fixtures, 'scripts', 'long.mjs') });
    expect(result?.messages.map((message) => message.ruleId)).toEqual(['max-lines']);
  });

  it('leave none of the application out', async () => {
    const whole = new ESLint({ overrideConfigFile });
    const paths = [
      'src-core/result.ts',
      'src-main/cli.ts',
      'src-renderer/index.tsx',
      'tests/e2e/launch.ts',
      'scripts/test.mjs',
    ];
    const isIgnored = await Promise.all(paths.map((path) => whole.isPathIgnored(path)));
    expect(isIgnored).toEqual(paths.map(() => false));
  });
});

function announced(path: string): readonly string[] {
  const [line = ''] = readFileSync(join(fixtures, path), 'utf8').split('\n');
  const rules = /^\/\/ breaks: (.+)$/.exec(line)?.[1];
  if (rules === undefined) throw new Error(`${path} does not say what it breaks`);
  return rules === 'nothing' ? [] : rules.split(' ').sort();
}
