// What a publication does on every page, learned from how its pages were set right: lines that belong to no article, forms
// of bylines, names of sections. The next page of the same publication is read by it, and says so.
import { applyCorrection } from './apply-correction';
import type { Correction } from './correction';
import type { ParsedPage } from './format';
import type { Habit, LearnedHabit } from './habit-schema';

/** Longer lines are text, and no habit. */
const longestLine = 60;
const mostHabits = 200;

/** The form of a line by which it is known again: without white space, and with # for numbers and days of the week. */
export function habitualForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(星期|礼拜|禮拜|周|週)[一二三四五六日天]/gu, '$1#')
    .replace(
      /\d+|[〇零一二三四五六七八九十百廿卅]+(?=[年月日版期号號页頁])|[〇零一二三四五六七八九十]{2,}/gu,
      '#',
    );
}

/** What a page's corrections say of its publication, a later one before an earlier one on the same line. */
export function learnHabits(recognised: ParsedPage, corrections: readonly Correction[]): readonly Habit[] {
  const learned = new Map<string, Habit>();
  let page = recognised;
  for (const correction of corrections) {
    const habit = habitOf(page, correction);
    if (habit !== null) {
      learned.delete(keyOf(habit));
      learned.set(keyOf(habit), habit);
    }
    const next = applyCorrection(page, correction);
    if (next === null) break;
    page = next;
  }
  return [...learned.values()].slice(-mostHabits);
}

/** The habits of a publication: what was learned last of each line; those that were taken back are left out. */
export function habitsInForce(learned: readonly LearnedHabit[]): readonly Habit[] {
  const newest = new Map<string, LearnedHabit>();
  for (const habit of learned) {
    const known = newest.get(keyOf(habit));
    if (known === undefined || known.at <= habit.at) newest.set(keyOf(habit), habit);
  }
  return [...newest.values()]
    .filter(({ role }) => role !== 'none')
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
    .slice(0, mostHabits)
    .map(({ at: _at, ...habit }) => habit);
}

/** The habit that a line follows; null for none. */
export function habitFor(habits: readonly Habit[], text: string): Habit | null {
  if (habits.length === 0 || text.length > longestLine) return null;
  const form = habitualForm(text);
  return (
    habits.find((habit) => habit.match === 'line' && habit.text === form) ??
    habits.find((habit) => habit.match === 'head' && headOf(text) === habit.text) ??
    null
  );
}

function habitOf(page: ParsedPage, correction: Correction): Habit | null {
  if (correction.type === 'forget') return { match: correction.match, text: correction.text, role: 'none' };
  if (correction.type === 'take-back') {
    const furniture = page.furniture[correction.furniture];
    return furniture === undefined || furniture.kind === 'by-hand' ? null : lineHabit(furniture.text, 'text');
  }
  if (correction.type !== 'set-aside' && correction.type !== 'role') return null;
  const piece = page.blocks[correction.block]?.pieces[correction.piece];
  if (piece === undefined) return null;
  if (correction.type === 'set-aside') return lineHabit(piece.text, 'furniture');
  if (correction.role === 'label') return lineHabit(piece.text, 'label');
  const head = correction.role === 'byline' ? headOf(piece.text) : null;
  return head === null ? null : { match: 'head', text: head, role: 'byline' };
}

function lineHabit(text: string, role: Habit['role']): Habit | null {
  const form = habitualForm(text);
  return text.length > longestLine || form === '' || form.length > longestLine
    ? null
    : { match: 'line', text: form, role };
}

/** The word that stands apart at the head of a byline: 早报特派 in 早报特派 胥口. */
function headOf(text: string): string | null {
  return /^([^\s：:／/|｜]{2,8})[\s：:／/|｜]+\S/u.exec(text)?.[1] ?? null;
}

function keyOf({ match, text }: Pick<Habit, 'match' | 'text'>): string {
  return `${match} ${text}`;
}
