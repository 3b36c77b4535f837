// Ready sets of choices for a handout, which the user begins from.
import type { HandoutChoices } from './handout-choices';

/** The plain handout: 竖排 on A4, with all that leads through it, and without what is for the leader alone. */
export const plainHandout: HandoutChoices = {
  format: 'pdf',
  direction: 'vertical',
  paper: 'A4',
  largePrint: false,
  leaderNotes: false,
  citation: 'gbt7714',
  contents: true,
  index: true,
  pageNumbers: true,
  booklet: false,
};

export type HandoutTemplate = {
  readonly name: 'reference' | 'horizontal' | 'large' | 'leader';
  readonly choices: Partial<HandoutChoices>;
};

/** Ready sets of choices: 参考材料 in 竖排, in 横排, in large print, and the leader's own copy. */
export const handoutTemplates: readonly HandoutTemplate[] = [
  { name: 'reference', choices: { direction: 'vertical', largePrint: false, leaderNotes: false } },
  { name: 'horizontal', choices: { direction: 'horizontal', largePrint: false, leaderNotes: false } },
  { name: 'large', choices: { direction: 'vertical', largePrint: true, leaderNotes: false } },
  { name: 'leader', choices: { direction: 'vertical', largePrint: false, leaderNotes: true } },
];

/** Whether a booklet can be made: of PDF alone, and not of paper whose half has no name. */
export function canBeBooklet({ format, paper }: Pick<HandoutChoices, 'format' | 'paper'>): boolean {
  return format === 'pdf' && (paper === 'A3' || paper === 'A4');
}

/** The choices that hold: what does not go with the others is left out, though it is chosen again once it does. */
export function holdingChoices(choices: HandoutChoices): HandoutChoices {
  return { ...choices, booklet: choices.booklet && canBeBooklet(choices) };
}
