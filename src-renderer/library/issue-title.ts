// An issue in a few words, for lists in which it is one of many.
import { useStrings } from '../strings/use-strings';

type Stated = {
  readonly title: string;
  readonly publication?: string | undefined;
  readonly date?: string | undefined;
};

/** Gives what names an issue in the user's language: publication and date, then its first headline. */
export function useIssueTitle(): (issue: Stated) => string {
  const { calendarDate } = useStrings();
  return ({ title, publication, date }) =>
    [publication, date === undefined ? undefined : calendarDate(date), title]
      .filter((part) => part !== undefined)
      .join(' ');
}
