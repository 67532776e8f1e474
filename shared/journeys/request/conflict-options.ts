import type { ConflictKind } from '../../requests/declared-conflict.ts';

/** Personal or business ties that the programme team reviews before the person is asked to supervise. */
export const conflictOptions: readonly {
  readonly value: ConflictKind;
  readonly label: string;
}[] = [
  { value: 'line-manager', label: 'They manage the learner' },
  { value: 'relative-or-close-tie', label: 'They are a relative or close friend' },
  { value: 'business-or-financial', label: 'They have a business or financial tie' },
  { value: 'sponsors-the-place', label: 'They sponsor the learner’s place on the course' },
];
