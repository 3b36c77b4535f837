// Runs the benchmarks: `npm run bench` all of them, `npm run bench -- store` one; `typeset` brings the reader in its window.
// Each prints a table and writes its figures to bench/results/NAME.json. They are TypeScript, so each is bundled before it runs
// in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'rolldown';
import { buildIfNeeded } from './build.mjs';
import { runtimeEnvironment } from './electron-runtime.mjs';
import { setUp } from './setup.mjs';
import { hasDisplay } from './system-packages.mjs';

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const passedOn = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const names = readdirSync('bench')
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => basename(file, '.bench.ts'))
  .filter(
    (name) =>
      wanted.length === 0 || wanted.includes(name) || (name === 'reader' && wanted.includes('typeset')),
  );

if (names.length === 0) {
  console.error(`no benchmark ${wanted.join(', ')} in bench/`);
  process.exit(2);
}

/** Those that start the built application. */
const inDisplay = new Set(['reader', 'reading', 'store', 'launch', 'pdf']);

// Before anything is bundled: installing packages empties the folder the bundles lie in.
const runtime = names.some((name) => inDisplay.has(name)) ? await setUp('tests') : undefined;
mkdirSync(join('bench', 'results'), { recursive: true });
let failed = 0;
for (const name of names) {
  // Bundled into node_modules, from where the packages it imports are found.
  const file = join('node_modules', '.cache', 'bench', `${name}.mjs`);
  await build({
    input: join('bench', `${name}.bench.ts`),
    platform: 'node',
    external: /^[a-z@][^:]*$/u,
    logLevel: 'warn',
    output: { file, format: 'esm', codeSplitting: false },
  });
  const bench = [process.execPath, '--expose-gc', file, ...passedOn];
  const status = inDisplay.has(name) ? await runInDisplay(bench) : run(bench, process.env);
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;

function run([command, ...args], env) {
  return spawnSync(command, args, { stdio: 'inherit', env }).status;
}

/** Runs a benchmark that starts the built application. */
async function runInDisplay(bench) {
  await buildIfNeeded();
  const screen = ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24'];
  return run(hasDisplay() ? bench : [...screen, ...bench], runtimeEnvironment(runtime));
}
