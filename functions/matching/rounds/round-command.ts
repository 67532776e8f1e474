import * as z from 'zod';
import { singleLine } from '../../../shared/kernel/text-rules.ts';
import { daySchema } from '../../../shared/kernel/time.ts';
import { placeSchema } from '../../../shared/reference/vocabulary.ts';

const id = singleLine({ label: 'The round', max: 60, missing: 'Give the round’s id' });
const by = singleLine({ label: 'Your name', max: 80, missing: 'Give your name with --by' });
const other = (label: string) => singleLine({ label, max: 60 });

/** The programme team's commands for rounds. */
export const roundCommands = [
  z.strictObject({ command: z.literal('round-list') }),
  z.strictObject({
    command: z.literal('round-gather'),
    by,
    name: singleLine({ label: 'The round’s name', max: 80, missing: 'Give the round a name with --name' }),
    startsFrom: daySchema,
    startsTo: daySchema,
    place: placeSchema.optional(),
    until: daySchema.optional(),
  }),
  z.strictObject({ command: z.literal('round-snapshot'), id, by }),
  z.strictObject({ command: z.literal('round-solve'), id, by }),
  z.strictObject({
    command: z.literal('round-show'),
    id,
    /** Id of a request. If given, shows what the plan says to the learner of this request. */
    learner: other('The request').optional(),
  }),
  z.strictObject({
    command: z.literal('round-why-not'),
    id,
    learner: other('The request'),
    practitioner: other('The DPP'),
  }),
  z.strictObject({ command: z.literal('round-confirm'), id, by, from: z.int().min(0).default(0) }),
  z.strictObject({ command: z.literal('round-end'), id, by }),
  z.strictObject({ command: z.literal('round-reveal'), id, by }),
  z.strictObject({ command: z.literal('round-replay'), id, policy: z.unknown() }),
  z.strictObject({ command: z.literal('round-policy') }),
] as const;

export type RoundCommand = z.infer<(typeof roundCommands)[number]>;
