// What the export is asked for, from what stands chosen in its dialog.
import { describe, expect, it } from 'vitest';
import { tasks } from '../../src-core/ipc/contract';
import { builtInChoices, builtInPresets, plainExport } from '../../src-core/ipc/export-presets';
import type { NoteDisplay } from '../../src-core/ipc/setting-choices';
import type { ArticleId, IssueId } from '../../src-core/publication/issue';
import { keptExportOf, presetOf } from '../../src-renderer/state/export-presets';
import { exportRequest, type ExportContent } from '../../src-renderer/state/export-request';

const issueId = 'i1' as IssueId;
const whole: ExportContent = { scope: 'issue', more: [], articles: [], title: '' };

describe('an export request', () => {
  it('asks for no more than what was chosen', () => {
    expect(exportRequest(issueId, plainExport, whole)).toEqual({
      issueId,
      direction: 'vertical',
      paper: 'A4',
      annotations: true,
      index: true,
      layout: 'page',
      standard: 'pdf',
      marks: 'live',
      notes: 'head',
      markedPagesOnly: false,
    });
  });

  it('is one that the contract takes, for every preset that everybody has', () => {
    for (const preset of builtInPresets) {
      const request = exportRequest(issueId, builtInChoices[preset], { ...whole, title: ' 合订本 ' });
      expect(tasks['print.run'].input.safeParse(request), preset).toMatchObject({
        success: true,
        data: { title: '合订本' },
      });
    }
  });

  it('is of whole pages on A3, the marks on them alive, for the preset of the newspaper', () => {
    expect(exportRequest(issueId, builtInChoices.newspaper, whole)).toMatchObject({
      layout: 'newspaper',
      paper: 'A3',
      direction: 'vertical',
      marks: 'live',
      notes: 'head',
      index: false,
    });
  });

  it('without marks has nothing that is about them', () => {
    const request = exportRequest(issueId, { ...builtInChoices.research, marks: 'none' }, whole);
    expect(request).toMatchObject({
      annotations: false,
      index: false,
      matter: ['title', 'contents', 'sources'],
    });
    expect(request).not.toHaveProperty('notes');
    expect(request).not.toHaveProperty('markedPagesOnly');
  });

  it('takes what was chosen of the library only in its own scope', () => {
    const more = ['i2' as IssueId];
    const articles = ['a1' as ArticleId];
    const of = (scope: ExportContent['scope']) =>
      exportRequest(issueId, plainExport, { ...whole, scope, more, articles });
    expect(of('issue')).not.toHaveProperty('more');
    expect(of('several')).toMatchObject({ more });
    expect(of('several')).not.toHaveProperty('articles');
    expect(of('articles')).toMatchObject({ articles });
    expect(exportRequest(issueId, plainExport, { ...whole, scope: 'articles' })).toBeNull();
  });

  it('fits sheets, or takes a size of type, never both; a paper of one’s own takes its place', () => {
    const paperSize = { width: 200, height: 260 };
    const request = exportRequest(
      issueId,
      { ...plainExport, body: 12, fitPages: 3, paper: 'own', paperSize },
      whole,
    );
    expect(request).toMatchObject({ fitPages: 3, paperSize });
    expect(request).not.toHaveProperty('body');
  });
});

describe('presets', () => {
  it('are told by what is chosen, one’s own before those of everybody', () => {
    expect(presetOf(plainExport, [])).toEqual({ kind: 'built-in', name: 'plain' });
    expect(presetOf(plainExport, [{ name: '我的', choices: { ...plainExport } }])).toEqual({
      kind: 'own',
      name: '我的',
    });
    expect(presetOf({ ...plainExport, paper: 'B5' }, [])).toBeNull();
  });

  it('are all told apart', () => {
    for (const name of builtInPresets) {
      expect(presetOf(builtInChoices[name], [])).toEqual({ kind: 'built-in', name });
    }
  });

  it('give way to the direction of reading before anything was chosen', () => {
    const reading = { direction: 'horizontal', noteDisplay: 'side' } as const;
    expect(keptExportOf({ exportChoices: null, ...reading }).direction).toBe('horizontal');
    const exportChoices = { ...plainExport, paper: 'A3' } as const;
    expect(keptExportOf({ exportChoices, ...reading })).toEqual(exportChoices);
  });

  it('print notes at first where the window shows them; those of its list alone at the end', () => {
    const notesFor = (noteDisplay: NoteDisplay) =>
      keptExportOf({ exportChoices: null, direction: 'vertical', noteDisplay }).notes;
    expect([notesFor('head'), notesFor('side'), notesFor('list')]).toEqual(['head', 'side', 'end']);
  });
});
