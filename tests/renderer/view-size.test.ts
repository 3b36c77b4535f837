// Which scroll bars stand in a view is reckoned before they are there.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { barThickness, fittingView, readingView, viewOver } from '../../src-renderer/reader/view-size';

const box = { width: 800, height: 600 };

describe('the size of a view', () => {
  it('knows how thick the style sheet makes the bars', () => {
    const styles = readFileSync('src-renderer/styles/window.css', 'utf8');
    const bar = /^::-webkit-scrollbar \{([^}]*)\}/mu.exec(styles)?.[1];
    expect(bar).toContain(`inline-size: ${barThickness}px;`);
    expect(bar).toContain(`block-size: ${barThickness}px;`);
  });

  it('leaves room for the bar along text for reading', () => {
    expect(readingView(box, 'vertical')).toEqual({ width: 800, height: 590 });
    expect(readingView(box, 'horizontal')).toEqual({ width: 790, height: 600 });
  });

  it('leaves none around a single sheet that fits, and one along a row of them', () => {
    expect(fittingView(box, 'vertical', false)).toEqual(box);
    expect(fittingView(box, 'vertical', true)).toEqual({ width: 800, height: 590 });
  });

  it.each([
    ['neither', { width: 800, height: 600 }, box],
    ['one below what is too wide', { width: 801, height: 590 }, { width: 800, height: 590 }],
    ['one beside what is too high', { width: 790, height: 601 }, { width: 790, height: 600 }],
    ['two where the first leaves too little', { width: 801, height: 591 }, { width: 790, height: 590 }],
    ['two where the second leaves too little', { width: 791, height: 601 }, { width: 790, height: 590 }],
  ])('has %s', (_what, content, view) => {
    expect(viewOver(box, content)).toEqual(view);
  });
});
