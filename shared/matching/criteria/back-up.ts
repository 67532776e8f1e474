import * as z from 'zod';
import { explained } from './criterion.ts';

/** Added when a seat fell vacant and the person who left it had named this practitioner. */
export const backUp = explained({
  name: 'back-up',
  label: 'Named back-up',
  facts: z.object({}),
  toPractitioner: () => 'You were named as the back-up of the learner’s DPP, who cannot go on.',
  toTeam: () => [],
});
