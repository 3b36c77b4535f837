// What is picked at the page, and where the caret stands meanwhile.
import { beforeEach, describe, expect, it } from 'vitest';
import { annotationIdSchema } from '../../src-core/annotation/annotation';
import {
  clearReader,
  closeCard,
  pickMark,
  select,
  selectedRange,
  takeCaretTo,
  useReader,
} from '../../src-renderer/state/reader';
import { articleIdOf } from '../builders/issue';

const articleId = articleIdOf('a1');
const mark = annotationIdSchema.parse('m1');

beforeEach(() => {
  clearReader();
  useReader.setState({ hasCaret: false });
});

describe('the caret', () => {
  it('stays where it stands while a note is written and its mark is let go', () => {
    useReader.setState({ hasCaret: true });
    select({ articleId, anchor: 12, focus: 18 });
    pickMark(mark, true, 'note');
    closeCard();
    pickMark(null);
    expect(useReader.getState().selection).toEqual({ articleId, anchor: 18, focus: 18 });
  });

  it('goes along to a mark that one goes to', () => {
    useReader.setState({ hasCaret: true });
    select({ articleId, anchor: 12, focus: 12 });
    pickMark(mark);
    takeCaretTo({ articleId, offset: 40 });
    expect(useReader.getState()).toMatchObject({
      activeMark: mark,
      selection: { articleId, anchor: 40, focus: 40 },
    });
  });
});

describe('without a caret', () => {
  it('a mark that is picked takes the place of the selection', () => {
    select({ articleId, anchor: 12, focus: 18 });
    expect(selectedRange(useReader.getState().selection)).toEqual({ start: 12, end: 18 });
    pickMark(mark);
    takeCaretTo({ articleId, offset: 40 });
    expect(useReader.getState().selection).toBeNull();
  });
});
