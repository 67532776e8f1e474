import type { Option } from './question.ts';

export const modeOptions: readonly Option[] = [
  { value: 'in-person', label: 'In person' },
  { value: 'mixed', label: 'Partly in person, partly remote' },
];

export const feeOptions: readonly Option[] = [
  { value: 'free', label: 'No, it is free' },
  { value: 'by-agreement', label: 'By agreement between our employers' },
  { value: 'ask', label: 'Yes, ask me' },
];

export const nextYearOptions: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'maybe', label: 'Maybe', hint: 'This does not commit you to anything.' },
  { value: 'no', label: 'No' },
];

/** Reasons for not supervising next year. */
export const noReasonOptions: readonly Option[] = [
  { value: 'no-time', label: 'I do not have the time' },
  { value: 'employer', label: 'My employer does not support me to supervise' },
  { value: 'leaving', label: 'I am leaving or retiring' },
  { value: 'changed-role', label: 'My role has changed' },
  { value: 'not-recognised', label: 'Supervising is not recognised in my pay or job plan' },
  { value: 'other', label: 'Another reason' },
];

export const indemnityOptions: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not-sure', label: 'Not sure' },
];

/** Options for weekdays, with capitalised labels. */
export const weekdayOptions = (days: readonly string[]): readonly Option[] =>
  days.map((value) => ({ value, label: `${value.slice(0, 1).toUpperCase()}${value.slice(1)}` }));
