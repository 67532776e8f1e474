import * as z from 'zod';
import { explained } from './criterion.ts';

/**
 * Applies when a seat has become vacant and the person who left it had named this practitioner as back-up.
 */
export const backUp = explained({
  name: 'back-up',
  label: 'Named back-up',
  facts: z.object({}),
  toPractitioner: () => 'The learner’s DPP cannot continue and named you as their back-up.',
  toTeam: () => [],
});
