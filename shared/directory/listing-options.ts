/** Choices that the directory shows and filters by, in addition to the reference lists. */
export const modes = [
  { id: 'in-person', words: 'In person' },
  { id: 'mixed', words: 'Partly remote' },
] as const;

export const feeStances = [
  { id: 'free', words: 'Free' },
  { id: 'by-agreement', words: 'By agreement between employers' },
  { id: 'ask', words: 'Ask' },
] as const;
