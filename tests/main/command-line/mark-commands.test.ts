import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandLineOn, parsed, type Outcome } from './trying-command-line';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-cli-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const { jianbao, importSample } = commandLineOn(() => join(folder, 'library'));

describe('jianbao annotate', () => {
  it('marks several passages as one, makes notes on a whole, and links them', async () => {
    const issue = await importSample();
    const idOf = ({ out }: Outcome): string =>
      parsed(z.object({ annotationId: z.string() }), out[0]).annotationId;
    const parted = idOf(
      await jianbao([
        ...['annotate', issue, '--quote', '腾笼换鸟', '--fragment', '一脉两核五园多点', '--json'],
      ]),
    );
    const { articleId } = parsed(
      z.object({ articleId: z.string() }),
      (await jianbao(['annotations', '--json'])).out[0],
    );
    const whole = idOf(
      await jianbao([
        'annotate',
        issue,
        '--scope',
        'article',
        '--article',
        articleId,
        '--note',
        '通篇',
        '--json',
      ]),
    );
    const lines = [
      { op: 'add', issue, scope: 'issue', note: '本期', links: [parted] },
      { op: 'update', annotationId: parted, links: [whole] },
      { op: 'add', issue, article: articleId, quote: '腾笼换鸟', fragments: [{ start: 0, end: 2 }] },
      { op: 'add', issue, quote: '腾笼换鸟', fragments: [{ quote: '没有这句话' }] },
    ];
    const { out } = await jianbao(
      ['annotate', '--batch'],
      lines.map((line) => JSON.stringify(line)),
    );
    expect(out.map((line) => parsed(z.object({ ok: z.boolean() }), line).ok)).toEqual([
      true,
      true,
      true,
      false,
    ]);

    const fragment = z.object({ start: z.number(), end: z.number(), quote: z.string() });
    const rows = (await jianbao(['annotations', '--json'])).out.map((line) =>
      parsed(
        fragment.extend({
          annotationId: z.string(),
          fragments: z.array(fragment).optional(),
          scope: z.string().optional(),
          links: z.array(z.string()).optional(),
        }),
        line,
      ),
    );
    const row = rows.find(({ annotationId }) => annotationId === parted);
    expect(row?.fragments?.map(({ quote }) => quote).sort()).toEqual(['一脉两核五园多点', '腾笼换鸟'].sort());
    expect(row).toMatchObject(row?.fragments?.[0] ?? {});
    expect(row?.links).toEqual([whole]);
    expect(
      rows
        .filter(({ scope }) => scope !== undefined)
        .map(({ scope }) => scope)
        .sort(),
    ).toEqual(['article', 'issue']);
  });

  it('finds words in every passage of a tagged mark, and in no others', async () => {
    const issue = await importSample();
    await jianbao([
      ...['annotate', issue, '--quote', '腾笼换鸟', '--fragment', '一脉两核五园多点', '--tag', '规划'],
    ]);
    const hits = async (words: string): Promise<number> =>
      (await jianbao(['search', words, '--tag', '规划', '--json'])).out.length;
    expect([await hits('腾笼'), await hits('五园'), await hits('长沟河')]).toEqual([1, 1, 0]);
  });
});
