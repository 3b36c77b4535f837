// The habits of the publication, which earlier reviews taught: they are used for its next pages, and can be taken back.
import type { ReactNode } from 'react';
import type { Habit } from '../../src-core/importing/habit-schema';
import { correct, useReview } from '../state/import-review';
import { useStrings } from '../strings/use-strings';

/** Shows the habits in force; nothing where there is none. */
export function Habits(): ReactNode {
  const words = useStrings().review;
  const { review, corrections } = useReview();
  const habits = (review?.habits ?? []).filter(
    (habit) =>
      !corrections.some(
        (correction) =>
          correction.type === 'forget' && correction.match === habit.match && correction.text === habit.text,
      ),
  );
  if (habits.length === 0) return null;
  return (
    <article aria-label={words.habits}>
      <h3>{words.habits}</h3>
      <p className="muted">{words.habitsHint}</p>
      <ul className="review-habits">
        {habits.map((habit) => (
          <Line key={`${habit.match} ${habit.text}`} habit={habit} />
        ))}
      </ul>
    </article>
  );
}

function Line({ habit }: { readonly habit: Habit }): ReactNode {
  const words = useStrings().review;
  const { match, text, role } = habit;
  return (
    <li className="review-piece">
      <p className="review-text">
        <span className="review-role">{role === 'none' ? '' : words.habitRoles[role]}</span>
        <span>{match === 'head' ? `${text}…` : text}</span>
      </p>
      <button
        type="button"
        className="text-button is-outlined"
        aria-label={`${words.forget} ${text}`}
        onClick={() => correct({ type: 'forget', match, text })}
      >
        {words.forget}
      </button>
    </li>
  );
}
