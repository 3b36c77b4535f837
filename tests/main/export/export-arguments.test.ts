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
      layout: 'page',
      matter: [],
      standard: 'pdf',
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

  it.each(['newspaper', 'page', 'article'])('choose the layout %s', (layout) => {
    expect(exportArguments(['one', '--layout', layout, '-o', 'f.pdf'])).toMatchObject({ layout });
  });

  it('choose what stands before and after, the sheet, and the standard', () => {
    expect(
      exportArguments([
        ...['one', '--with', 'title,contents', '--with', 'sources', '--title', '读报', '--marks', 'both'],
        ...[
          '--paper',
          '210x280',
          '--fit',
          '4',
          '--layout',
          'article',
          '--standard',
          'pdfa-1b',
          '-o',
          'f.pdf',
        ],
      ]),
    ).toMatchObject({
      matter: ['title', 'contents', 'sources'],
      title: '读报',
      marks: 'both',
      paperSize: { width: 210, height: 280 },
      fitPages: 4,
      layout: 'article',
      standard: 'pdfa-1b',
    });
  });

  it('are refused where they are unknown or missing', () => {
    for (const argv of [
      ['one'],
      ['-o', 'f.pdf'],
      ['one', '-o', 'f.pdf', '--notes', 'middle'],
      ['one', '-o', 'f.pdf', '--marks', 'neither'],
      ['one', '-o', 'f.pdf', '--paper', 'A9'],
      ['one', '-o', 'f.pdf', '--paper', '20x30'],
      ['one', '-o', 'f.pdf', '--fit', '0'],
      ['one', '-o', 'f.pdf', '--with', 'contents,cover'],
      ['one', '-o', 'f.pdf', '--standard', 'pdfa-3'],
      ['one', '-o', 'f.pdf', '--title', '题'.repeat(201)],
    ]) {
      expect(() => exportArguments(argv), argv.join(' ')).toThrow(UsageError);
    }
  });
});
