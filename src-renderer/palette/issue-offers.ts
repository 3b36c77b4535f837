// The issues of the shelf as the palette offers them beside its commands: found by publication, date and first headline.
import type { CommandTitle } from '../../src-core/command/command-spec';
import type { IssueSummary } from '../../src-core/ipc/contract';
import type { IssueId } from '../../src-core/publication/issue';

export type IssueOffer = {
  readonly issueId: IssueId;
  /** As it is shown. */
  readonly name: string;
  /** As it is found: with the day as it is shown, and as 2021-03-18. */
  readonly title: CommandTitle;
};

/** The issues but the open one. */
export function issueOffers(
  issues: readonly IssueSummary[],
  open: IssueId | null,
  calendarDate: (date: string) => string,
): readonly IssueOffer[] {
  return issues
    .filter(({ issueId }) => issueId !== open)
    .map(({ issueId, publication, date, title }) => {
      const named = (day: string | undefined): string =>
        [publication, day, title].filter((part) => part !== undefined).join(' ');
      const name = named(date === undefined ? undefined : calendarDate(date));
      return { issueId, name, title: { 'zh-CN': name, en: named(date) } };
    });
}
