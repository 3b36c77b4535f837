import { expect, test } from 'vitest';
import { createOutbox, type Outgoing } from '../../src-renderer/state/outbox';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited } from '../../src-core/ipc/contract';
import { fail, ok, type Result } from '../../src-core/result';
import { issue } from './layouts';

const edited: Edited = { issueId: issue.issueId, annotations: [], history: { undo: null, redo: null } };
const full: AppError = { code: 'disk-full', path: '/library' };

/** An outbox whose letters are answered by hand, one by one. */
function byHand() {
  const waiting: ((answer: Result<Edited, AppError>) => void)[] = [];
  const sent: string[] = [];
  const delivered: string[] = [];
  const states: Outgoing<string>[] = [];
  const outbox = createOutbox<string>({
    deliver: (letter) => {
      sent.push(letter);
      return new Promise((answer) => waiting.push(answer));
    },
    onDelivered: (letter) => delivered.push(letter),
    onChange: (state) => states.push(state),
  });
  const answer = async (result: Result<Edited, AppError>): Promise<void> => {
    waiting.shift()?.(result);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { outbox, sent, delivered, states, answer };
}

test('sends one letter after the other, in order', async () => {
  const { outbox, sent, delivered, answer } = byHand();
  outbox.put('a');
  outbox.put('b');
  expect(sent).toEqual(['a']);
  await answer(ok(edited));
  expect(sent).toEqual(['a', 'b']);
  await answer(ok(edited));
  expect(delivered).toEqual(['a', 'b']);
  expect(outbox.state()).toEqual({ letters: [], isSending: false, refusal: null });
});

test('keeps a refused letter and all behind it until it is tried again', async () => {
  const { outbox, sent, delivered, answer } = byHand();
  outbox.put('a');
  outbox.put('b');
  await answer(fail(full));
  outbox.put('c');
  expect(outbox.state()).toEqual({ letters: ['a', 'b', 'c'], isSending: false, refusal: full });
  outbox.retry();
  for (let letter = 0; letter < 3; letter++) await answer(ok(edited));
  expect(sent).toEqual(['a', 'a', 'b', 'c']);
  expect(delivered).toEqual(['a', 'b', 'c']);
});

test('gives back what waited when it is emptied, and sends later letters', async () => {
  const { outbox, sent, answer } = byHand();
  outbox.put('a');
  outbox.put('b');
  await answer(fail(full));
  expect(outbox.empty()).toEqual(['a', 'b']);
  outbox.put('c');
  await answer(ok(edited));
  expect(sent).toEqual(['a', 'c']);
});

test('drops the answer to a letter that was let go meanwhile', async () => {
  const { outbox, delivered, answer } = byHand();
  outbox.put('a');
  outbox.empty();
  outbox.put('b');
  await answer(ok(edited));
  await answer(ok(edited));
  expect(delivered).toEqual(['b']);
});
