// Each of two hundred damaged libraries opens and is mended as far as it can be, or is refused in the right word. What is
// not as it was is told; what was damaged is kept; and a second opening finds no less than the first.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { detailMessage } from '../../../src-core/strings/detail-messages';
import { errorMessage } from '../../../src-core/strings/error-messages';
import { noticeMessage } from '../../../src-core/strings/notice-messages';
import type { AppError } from '../../../src-core/ipc/app-error';
import type { Result } from '../../../src-core/result';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { foreignWords } from '../../builders/foreign-words';
import { damageLibrary, makeSound, type DamagedLibrary } from './corpus';
import { inFolder, issueId, testOptions } from './support';

const libraries = 200;
const issues = ['one', 'two'];
const languages = ['zh-CN', 'en'] as const;

/** The words in which a library or an issue may be refused. */
const refusals = new Set([
  'library-damaged',
  'library-newer',
  'file-missing',
  'file-unreadable',
  'issue-unknown',
]);

/** What can be read of each issue, part by part; a failure by its code. */
type Found = ReadonlyMap<
  string,
  { readonly parts: readonly string[]; readonly failures: readonly AppError[] }
>;

async function readAll(library: Library): Promise<Found> {
  const found = new Map<string, { parts: string[]; failures: AppError[] }>();
  for (const name of issues) {
    const results: readonly Result<unknown, AppError>[] = [
      await library.readIssue(issueId(name)),
      await library.readSource(issueId(name)),
      await library.annotations(issueId(name)),
      await library.trash(issueId(name)),
    ];
    found.set(name, {
      parts: results.map((result) => (result.ok ? JSON.stringify(result.value) : 'refused')),
      failures: results.flatMap((result) => (result.ok ? [] : [result.error])),
    });
  }
  return found;
}

type Seen = {
  readonly wrong: readonly string[];
  readonly word: 'whole' | 'told' | 'refused';
  readonly found: Found;
};

/** Opens a library once, and says what is wrong with the way it was taken. */
async function open(folder: string, expected: Found): Promise<Seen> {
  const result = await openLibrary(folder, testOptions);
  if (!result.ok) {
    const isRightWord = refusals.has(result.error.code);
    return {
      wrong: isRightWord ? [] : [`refused as ${result.error.code}`],
      word: 'refused',
      found: new Map(),
    };
  }
  const library = result.value;
  const found = await readAll(library);
  const check = await library.check();
  const notices = [...library.notices];
  await library.close();
  const failures = [...found.values()].flatMap((one) => one.failures);
  const wrong = languages.flatMap((language) => {
    const said = [
      ...notices.map((notice) => noticeMessage(notice, language)),
      ...check.problems.map(({ path, problem }) => detailMessage(problem, language, path)),
      ...failures.map((error) => errorMessage(error, language)),
    ];
    const foreign = said.filter((message) => foreignWords(message, language).length > 0);
    return foreign.map((message) => `not said in ${language}: ${message}`);
  });
  let word: Seen['word'] = 'whole';
  for (const name of issues) {
    const { parts = [], failures = [] } = found.get(name) ?? {};
    const others = failures.filter(({ code }) => !refusals.has(code));
    wrong.push(...others.map(({ code }) => `${name} refused as ${code}`));
    if (parts.join() === expected.get(name)?.parts.join()) continue;
    word = 'told';
    const isTold =
      failures.length > 0 || notices.some((notice) => notice.path.includes(join('issues', name)));
    if (!isTold) wrong.push(`${name} is not as it was, and nothing tells`);
    if (check.problems.length === 0 && notices.length === 0) wrong.push('check finds nothing wrong');
  }
  return { wrong, word, found };
}

/** What was damaged is still there: in its place, or set aside. */
async function keptFaults(folder: string, { harmed }: DamagedLibrary): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents: Buffer[] = [];
  for (const entry of entries)
    if (entry.isFile()) contents.push(await readFile(join(entry.parentPath, entry.name)));
  return [...harmed].flatMap(([path, bytes]) => {
    // The next generation replaces a former one as a matter of course.
    if (bytes === null || bytes.length === 0 || /(catalog|annotations)\.json\.bak$/.test(path)) return [];
    const isKept = contents.some((one) => one.includes(bytes) || (one.length > 0 && bytes.includes(one)));
    return isKept ? [] : [`${path} was not kept`];
  });
}

test('takes each of two hundred damaged libraries in the right way', () =>
  inFolder(async (folder) => {
    const sound = join(folder, 'sound');
    await makeSound(sound);
    const library = await openLibrary(sound, testOptions);
    if (!library.ok) throw new Error('the sound library does not open');
    const expected = await readAll(library.value);
    await library.value.close();
    const words = { whole: 0, told: 0, refused: 0 };
    const wrong: string[] = [];
    for (let number = 0; number < libraries; number++) {
      const copy = join(folder, `library-${number}`);
      const damaged = await damageLibrary(sound, copy, number);
      const first = await open(copy, expected);
      words[first.word]++;
      const second = await open(copy, expected);
      const isLess = [...first.found].some(([name, { parts }]) =>
        parts.some((part, index) => part !== 'refused' && second.found.get(name)?.parts[index] !== part),
      );
      const faults = [...first.wrong, ...(await keptFaults(copy, damaged))];
      if (isLess) faults.push('the second opening finds less');
      wrong.push(...faults.map((fault) => `${damaged.name}: ${fault}`));
      await rm(copy, { recursive: true });
    }
    expect(wrong).toEqual([]);
    console.log(`damaged libraries: ${JSON.stringify(words)}`);
    expect(words.whole).toBeGreaterThan(libraries / 2);
  }));
