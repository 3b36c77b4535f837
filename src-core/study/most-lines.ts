// How much a study day takes: said to the window, which loads no schemas, and checked by them.

/** How many lines a list of a study day takes. */
export const mostLines = { agenda: 200, questions: 200, excerptQuestions: 50 } as const;
