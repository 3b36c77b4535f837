// Each rule about imports catches the file that breaks it, and nothing else; clean files pass. A folder in
// fixtures/imports is a small project of its own, named like the rule it breaks.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { describe, expect, it } from 'vitest';

const fixtures = resolve('tests/boundaries/fixtures/imports');
const rulesOfSource = await extractDepcruiseOptions(resolve('.dependency-cruiser.cjs'));
const rulesAtRunTime = await extractDepcruiseOptions(resolve('.dependency-cruiser-runtime.cjs'));

describe('the rules about imports', () => {
  it('each have a folder that breaks them', () => {
    const names = [...ruleNames(rulesOfSource), ...ruleNames(rulesAtRunTime)];
    expect(readdirSync(fixtures).sort()).toEqual([...names, 'clean'].sort());
  });

  it.each(ruleNames(rulesOfSource))('catch what breaks %s', async (rule) => {
    expect(brokenRules(await cruiseFolder(rule, rulesOfSource))).toEqual([rule]);
  });

  it.each(ruleNames(rulesAtRunTime))('catch what breaks %s at run time', async (rule) => {
    expect(brokenRules(await cruiseFolder(rule, rulesAtRunTime))).toEqual([rule]);
  });

  it.each([
    ['source', rulesOfSource],
    ['run time', rulesAtRunTime],
  ])('let clean files pass (%s)', async (_name, rules) => {
    const result = await cruiseFolder('clean', rules);
    expect(brokenRules(result)).toEqual([]);
    expect(result.summary.totalCruised).toBeGreaterThan(8);
  });

  it('are applied to the application itself, telling imports of types from the others', async () => {
    const result = asResult((await cruise(['src-core', 'src-main', 'src-renderer'], rulesOfSource)).output);
    const sources = result.modules.map((module) => module.source);
    expect(sources).toEqual(
      expect.arrayContaining([
        'src-core/result.ts',
        'src-core/ipc/contract.ts',
        'src-main/cli.ts',
        'src-main/index.ts',
      ]),
    );
    const kinds = result.modules.flatMap((module) =>
      module.dependencies.map((found) => found.dependencyTypes),
    );
    expect(kinds.filter((types) => types.includes('type-only')).length).toBeGreaterThan(50);
    expect(kinds.filter((types) => !types.includes('type-only')).length).toBeGreaterThan(50);
  });
});

type Rules = typeof rulesOfSource;

function ruleNames(rules: Rules): readonly string[] {
  return (rules.ruleSet?.forbidden ?? []).map((rule) => rule.name ?? 'unnamed');
}

async function cruiseFolder(name: string, rules: Rules): Promise<ICruiseResult> {
  const baseDir = join(fixtures, name);
  const folders = readdirSync(baseDir).filter((folder) => folder.startsWith('src-'));
  return asResult((await cruise(folders, { ...rules, baseDir })).output);
}

function asResult(output: ICruiseResult | string): ICruiseResult {
  if (typeof output === 'string') throw new Error('a report instead of a result');
  return output;
}

function brokenRules(result: ICruiseResult): readonly string[] {
  return [...new Set(result.summary.violations.map((violation) => violation.rule.name))].sort();
}
