import { describe, expect, it } from 'vitest';
import { exportArguments } from '../../../src-main/command-line/export-arguments';
import { UsageError } from '../../../src-main/command-line/io';

describe('the arguments of an export', () => {
  it('are the plain export where only the issue and the file are named', () => {
    expect(exportArguments(['one', '-o', 'f.pdf'])).toEqual({
      issues: ['one'],
      file: 'f.pdf',
      direction: 'vertical',
      paper: 'A4',
      annotations: true,
      index: true,
      notes: 'none',
      marks: 'live',
      markedPagesOnly: false,
    });
  });

  it('choose issues, articles, notes and marks', () => {
    expect(
      exportArguments([
        ...['one', 'two', '--notes', 'head', '--marks', 'painted', '--marked-pages'],
        ...['--article', 'a1', '--article', 'a3', '--paper', 'b5', '-o', 'f.pdf'],
      ]),
    ).toMatchObject({
      issues: ['one', 'two'],
      paper: 'B5',
      notes: 'head',
      marks: 'painted',
      markedPagesOnly: true,
      articles: ['a1', 'a3'],
    });
  });

  it('are refused where they are unknown or missing', () => {
    for (const argv of [
      ['one'],
      ['-o', 'f.pdf'],
      ['one', '-o', 'f.pdf', '--notes', 'middle'],
      ['one', '-o', 'f.pdf', '--marks', 'both'],
      ['one', '-o', 'f.pdf', '--paper', 'A9'],
    ]) {
      expect(() => exportArguments(argv), argv.join(' ')).toThrow(UsageError);
    }
  });
});
