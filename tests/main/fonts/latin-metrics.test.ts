// The advances of the bundled faces, measured from their files.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricsFromTable, type LatinTable } from '../../../src-core/typesetting/latin-table';
import { latinAdvanceTable, loadLatinMetrics } from '../../../src-main/fonts/latin-metrics';
import { fontsFolder } from '../export/exporting';

async function table(): Promise<LatinTable> {
  const measured = await latinAdvanceTable(fontsFolder);
  if (!measured.ok) throw new Error(JSON.stringify(measured.error));
  return measured.value;
}

describe('the advance table', () => {
  it('is plain data that says the same after a journey to the window', async () => {
    const here = await table();
    const there: LatinTable = structuredClone(here);
    for (const face of ['song', 'song-bold', 'hei-bold'] as const) {
      for (const run of ['GDP', 'Internet of Things', '3.5%', 'Ünïcode Ωλ Жук №', 'e\u0301']) {
        expect(metricsFromTable(there).latinAdvance(face, run)).toBe(
          metricsFromTable(here).latinAdvance(face, run),
        );
      }
    }
  });

  it('adds up the characters, without kerning', async () => {
    const metrics = metricsFromTable(await table());
    const alone = [...'AVA To'].map((character) => metrics.latinAdvance('song', character));
    expect(metrics.latinAdvance('song', 'AVA To')).toBeCloseTo(
      alone.reduce((sum, advance) => sum + advance, 0),
      12,
    );
  });

  it('knows each face apart, and the widths its designer gave it', async () => {
    const metrics = metricsFromTable(await table());
    expect(metrics.latinAdvance('song', 'A')).toBe(0.718);
    expect(metrics.latinAdvance('hei-bold', 'A')).toBe(0.641);
  });

  it('gives a full cell to what no face has, and none to what is not seen', async () => {
    const metrics = metricsFromTable(await table());
    expect(metrics.latinAdvance('song', '𠮷')).toBe(1);
    expect(metrics.latinAdvance('song', '\u0301\ufe0f')).toBe(0);
  });
});

describe('fonts that are not there', () => {
  it('are a failure which names the file', async () => {
    const folder = join(tmpdir(), 'no-such-fonts');
    expect(await loadLatinMetrics(folder)).toEqual({
      ok: false,
      error: { code: 'font-missing', file: join(folder, 'NotoSerifSC-Regular.ttf') },
    });
  });
});
