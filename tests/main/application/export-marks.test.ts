// Marks become a file whose format is that of the name's ending.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppFailure } from '../../../src-core/ipc/app-error';
import { annotationIdSchema } from '../../../src-core/annotation/annotation';
import { exportMarksCall } from '../../../src-main/application/export-marks';
import { createTokens } from '../../../src-main/application/tokens';
import type { Library } from '../../../src-main/library/library';
import { add, issue, issueId, mark, opened, source, value } from '../library/support';

const asking = { windowId: 7, signal: new AbortController().signal };
const both = ['m1', 'm2'].map((id) => annotationIdSchema.parse(id));

let folder: string;
let library: Library;
let saveAs: string | null;
let call: ReturnType<typeof exportMarksCall>['annotations.export-file'];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianbao-export-marks-'));
  library = await opened(join(folder, 'library'));
  value(await library.addIssue(issue('one'), source('one')));
  value(await library.edit(issueId('one'), add(mark('one', 'm1', { note: '想一想', tags: ['历史'] }))));
  value(await library.edit(issueId('one'), add(mark('one', 'm2', { note: '再想想' }))));
  saveAs = null;
  const dialogs = {
    openFiles: () => Promise.resolve(null),
    openFolder: () => Promise.resolve(null),
    saveFile: () => Promise.resolve(saveAs === null ? null : join(folder, saveAs)),
    reveal: () => undefined,
  };
  call = exportMarksCall({ library, dialogs, tokens: createTokens() })['annotations.export-file'];
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string, annotationIds = both): Promise<string> {
  saveAs = name;
  const answer = await call({ issueId: issueId('one'), annotationIds }, asking);
  expect(answer).toMatchObject({ fileName: name, marks: annotationIds.length });
  return readFile(join(folder, name), 'utf8');
}

it('writes nothing where the user changes their mind', async () => {
  expect(await call({ issueId: issueId('one'), annotationIds: both }, asking)).toBeNull();
});

it('writes the format that the name ends with, one of JSON as a single array', async () => {
  expect(JSON.parse(await written('标记.json'))).toMatchObject([{ note: '想一想' }, { note: '再想想' }]);
  expect(JSON.parse(await written('标记.JSONLD'))).toMatchObject({ type: 'AnnotationPage' });
  expect(await written('标记.csv')).toContain('想一想');
  expect(await written('标记.html')).toContain('<!doctype html>');
  expect(await written('标记.md')).toContain('想一想');
});

it('writes the marks it was asked for', async () => {
  const text = await written('一处.md', both.slice(1));
  expect(text).toContain('再想想');
  expect(text).not.toContain('想一想');
});

it('says what cannot be written', async () => {
  saveAs = 'no-such-folder/标记.md';
  const failure = await call({ issueId: issueId('one'), annotationIds: both }, asking).catch(
    (error: unknown) => error,
  );
  expect(failure instanceof AppFailure && failure.error.code).toBe('target-unwritable');
});
