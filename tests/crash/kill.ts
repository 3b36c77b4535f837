// Kills a process that works on a library, at random instants, and looks each time, on a copy, whether everything is there
// that it was answered, whole, and nothing else. Each library begins in a former program; then the present one, which has
// a schema more, migrates it, and is killed while it does. (Who uses this has './next-schema' in place of the migrations.)
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'rolldown';
import { z } from 'zod';
import { annotationSchema, type Annotation } from '../../src-core/annotation/annotation';
import { openLibrary } from '../../src-main/library/open-library';
import { nodeFiles } from '../../src-main/library/node-files';
import { readBackup } from '../../src-main/library/read-backup';
import { seeded } from '../main/library/memory-files';
import { issueId, testOptions, value } from '../main/library/support';

const lineSchema = z.union([
  z.strictObject({
    ask: z.string(),
    ids: z.union([z.array(z.string()), z.enum(['*', 'import', 'trash', 'shelf'])]),
  }),
  z.strictObject({
    answer: z.string(),
    ids: z.union([z.array(z.string()), z.enum(['*', 'import', 'trash', 'shelf'])]),
    annotations: z.array(annotationSchema),
  }),
]);

/** How many kills one library lives through before a new one is begun. */
const killsPerLibrary = 25;

/** How many of them are in the former program. */
const killsBeforeUpdate = 5;

/** What the killed process was told, by issue. */
class Answers {
  readonly marks = new Map<string, Map<string, Annotation>>();
  /** What was asked and not answered: such marks may be as before or as asked. */
  readonly open = new Map<string, Set<string>>();
  /** Which issues were answered to lie in the trash; all others stand on the shelf. */
  readonly trashed = new Set<string>();
  count = 0;

  read(output: string): void {
    const lines = output.split('\n').slice(0, -1);
    for (const text of lines) {
      const line = lineSchema.parse(JSON.parse(text));
      const name = 'ask' in line ? line.ask : line.answer;
      const ids = typeof line.ids === 'string' ? [line.ids] : line.ids;
      const open = this.open.get(name) ?? new Set();
      this.open.set(name, open);
      if ('ask' in line) {
        for (const id of ids) open.add(id);
        continue;
      }
      this.count++;
      for (const id of ids) open.delete(id);
      if (line.ids === 'trash') this.trashed.add(name);
      if (line.ids === 'shelf') this.trashed.delete(name);
      const marks = this.marks.get(name) ?? new Map<string, Annotation>();
      this.marks.set(name, marks);
      for (const annotation of line.annotations) marks.set(annotation.annotationId, annotation);
    }
  }

  /** Compares a library with the answers; takes over what it found. */
  async compare(folder: string): Promise<readonly string[]> {
    const library = value(await openLibrary(folder, testOptions));
    const wrong: string[] = [];
    const shelf = value(await library.issues()).map((summary) => String(summary.issueId));
    const trashed = value(await library.removedIssues.all()).map(({ summary }) => String(summary.issueId));
    const listed = [...shelf, ...trashed];
    for (const name of new Set([...this.marks.keys(), ...listed])) {
      const answered = this.marks.get(name) ?? new Map<string, Annotation>();
      const open = this.open.get(name) ?? new Set();
      if (!this.marks.has(name) && !open.has('import')) wrong.push(`issue ${name} was never asked for`);
      const isTrashed = trashed.includes(name);
      const mayBeMoved = open.has('trash') || open.has('shelf');
      if (listed.filter((one) => one === name).length !== 1) wrong.push(`${name} is not listed once`);
      else if (isTrashed !== this.trashed.has(name) && !mayBeMoved) wrong.push(`${name} is not where it was`);
      if (isTrashed) this.trashed.add(name);
      else this.trashed.delete(name);
      const standing = await library.annotations(issueId(name));
      const trash = await library.trash(issueId(name));
      if (!standing.ok || !trash.ok) {
        wrong.push(`${name} does not open`);
        continue;
      }
      const found = new Map(
        [...standing.value, ...trash.value].map((one) => [String(one.annotationId), one]),
      );
      for (const [id, annotation] of answered) {
        const mayDiffer = open.has(id) || open.has('*');
        if (!found.has(id)) wrong.push(`${name}/${id} is lost`);
        else if (!mayDiffer && JSON.stringify(found.get(id)) !== JSON.stringify(annotation)) {
          wrong.push(`${name}/${id} is not as answered`);
        }
      }
      for (const id of found.keys()) {
        if (!answered.has(id) && !open.has(id)) wrong.push(`${name}/${id} was never asked for`);
      }
      this.marks.set(name, found);
    }
    this.open.clear();
    const { problems } = await library.check();
    wrong.push(...problems.map(({ path, problem }) => `check: ${path}: ${JSON.stringify(problem)}`));
    const quiet = new Set<string>(['lock-taken-over', 'journal-tail-cut']);
    const loud = library.notices.filter(({ code }) => !quiet.has(code));
    wrong.push(...loud.map((notice) => `notice ${JSON.stringify(notice)}`));
    await library.close();
    return wrong;
  }
}

/** Kills so many times; gives how many answers there were and what was wrong. */
export async function killProcesses(
  kills: number,
  seed: number,
): Promise<{ readonly answers: number; readonly wrong: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-kill-'));
  const random = seeded(seed);
  const wrong: string[] = [];
  let answers = 0;
  try {
    const former = await bundleChild('former', formerProgram);
    const present = await bundleChild('next', presentProgram);
    let known = new Answers();
    for (let kill = 0; kill < kills; kill++) {
      const library = join(folder, `library-${Math.floor(kill / killsPerLibrary)}`);
      if (kill % killsPerLibrary === 0) {
        known = new Answers();
        await mkdir(library);
      }
      const program = kill % killsPerLibrary < killsBeforeUpdate ? former : present;
      known.read(await runAndKill(program, library, seed + kill, 1 + Math.floor(random() ** 2 * 200)));
      const copy = join(folder, 'copy');
      await cp(library, copy, { recursive: true });
      const found = await known.compare(copy);
      wrong.push(...found.map((one) => `kill ${kill}: ${one}`));
      wrong.push(...(await backupFaults(`${library}.zip`)));
      await rm(copy, { recursive: true });
      if ((kill + 1) % killsPerLibrary === 0 || kill + 1 === kills) answers += known.count;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { answers, wrong };
}

/** A backup that stands under its name is whole. */
async function backupFaults(path: string): Promise<readonly string[]> {
  if (!existsSync(path)) return [];
  try {
    const backup = await readBackup(nodeFiles, path);
    await backup.verify();
    await backup.close();
    return [];
  } catch (error) {
    return [`backup ${path}: ${String(error)}`];
  }
}

const presentProgram: Plugin = { name: 'present', resolveId: instead('next-schema.ts') };

/** The files that write JSON to the library. */
const writers = ['document.ts', 'formats.ts', 'journal.ts'].map((name) => join('library', name));

const formerProgram: Plugin = {
  name: 'former',
  resolveId: instead('former-schema.ts'),
  transform: (code, id) => {
    if (!writers.some((writer) => id.endsWith(writer))) return null;
    const changed = code.replaceAll('JSON.stringify(value)', 'formerJson(value)');
    if (changed === code) throw new Error(`${id} writes no JSON any more`);
    return `import { formerJson } from '${resolve('tests', 'crash', 'former-schema.ts')}';\n${changed}`;
  },
};

/** Puts a file of this folder in the place of the migrations. */
function instead(name: string): (source: string) => string | null {
  return (source) => (source.endsWith('/migrations') ? resolve('tests', 'crash', name) : null);
}

/** Bundles the process into the packages' folder, from where what it imports is found. */
async function bundleChild(name: string, plugin: Plugin): Promise<string> {
  const file = join('node_modules', '.cache', 'crash', `${name}-${process.pid}.mjs`);
  await build({
    input: join('tests', 'crash', 'child.ts'),
    platform: 'node',
    external: /^[a-z@][^:]*$/u,
    logLevel: 'warn',
    plugins: [plugin],
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}

/** Lets the process speak so many lines, then kills it at once; gives all that it said. */
function runAndKill(program: string, library: string, seed: number, lines: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, library, String(seed)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let complaint = '';
    let seen = 0;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      output += text;
      seen += text.split('\n').length - 1;
      if (seen >= lines) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(output);
      else reject(new Error(`the process ended by itself: ${complaint}`));
    });
  });
}
