// The browser is played by adding up: what flows advances by one em and its spacing, what is boxed stands at its place.
import { describe, expect, test } from 'vitest';
import { paintLine, type PaintRun } from '../../src-renderer/reader/paint-line';
import { setParagraph } from '../builders/set-paragraph';
import { directions, setSample } from './layouts';

/** Where the characters that flow, and the boxes, come to stand, in order. */
function flowed(runs: readonly PaintRun[]): readonly number[] {
  const places: number[] = [];
  for (const run of runs) {
    if (run.kind !== 'flow') {
      places.push(run.inline);
      continue;
    }
    let pen = run.inline;
    for (const _character of run.text) {
      places.push(pen);
      pen += 1 + run.spacing;
    }
  }
  return places;
}

describe.each(directions)('%s', (direction) => {
  const { index } = setSample(direction);

  test('puts every cell of the sample where the engine placed it', () => {
    let farthest = 0;
    for (const { line } of index.lines) {
      const cells = line.cells.filter((cell) => cell.text !== '');
      const places = flowed(paintLine(line));
      expect(places).toHaveLength(cells.length);
      cells.forEach((cell, at) => {
        farthest = Math.max(farthest, Math.abs((places[at] ?? Infinity) - cell.inline));
      });
    }
    // A tenth of a pixel at 20 pixels an em, over the length of a line.
    expect(farthest).toBeLessThan(0.005);
  });

  test('paints every character of the sample once and in order', () => {
    for (const { line } of index.lines) {
      const painted = paintLine(line)
        .map((run) => run.text)
        .join('');
      expect(painted).toBe(line.cells.map((cell) => cell.display ?? cell.text).join(''));
    }
  });
});

test('lets a line of Han alone flow as one run', () => {
  const [line] = setParagraph('春夏秋冬山川日月星辰', { measure: 10 });
  expect(line && paintLine(line)).toEqual([
    { kind: 'flow', start: 0, text: '春夏秋冬山川日月星辰', inline: 0, spacing: 0, isUpright: false },
  ]);
});

test('sets quotes apart, which older engines would lay on their side', () => {
  const [line] = setParagraph('他说“好”了', { measure: 12 });
  const quotes = (line ? paintLine(line) : []).filter((run) => run.kind === 'flow' && run.isUpright);
  expect(quotes.map((run) => run.text)).toEqual(['“', '”']);
});

test('puts what the bundled faces may lack, or have narrower, in its cell', () => {
  const [line] = setParagraph('春𦦙秋', { measure: 10 });
  expect(line && paintLine(line).map((run) => run.text)).toEqual(['春', '𦦙', '秋']);
  expect(line && paintLine(line)[1]).toMatchObject({ kind: 'standing', inline: 1, advance: 1 });
});

test('boxes Latin, combined digits and dashes', () => {
  const [line] = setParagraph('民国12年GDP——完', { measure: 20 });
  const boxes = (line ? paintLine(line) : []).filter((run) => run.kind !== 'flow');
  expect(boxes.map((run) => [run.kind, run.text])).toContainEqual(['combine', '12']);
  expect(boxes.map((run) => [run.kind, run.text])).toContainEqual(['rule', '——']);
});
