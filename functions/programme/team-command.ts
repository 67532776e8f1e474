import * as z from 'zod';
import { singleLine } from '../../shared/kernel/text-rules.ts';
import { roundCommands } from '../matching/rounds/round-command.ts';

const id = singleLine({ label: 'The id', max: 60, missing: 'Give the id' });
const by = singleLine({ label: 'Your name', max: 80, missing: 'Give your name with --by' });
const why = singleLine({ label: 'The reason', max: 500, missing: 'Give the reason with --why' });

/** Commands of the programme team, until the web console exists. */
export const commandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('list') }),
  z.strictObject({ command: z.literal('flags') }),
  z.strictObject({ command: z.literal('borders') }),
  z.strictObject({
    command: z.literal('check'),
    id,
    by,
    seen: singleLine({
      label: 'What you saw',
      max: 500,
      missing: 'Say with --seen what you saw in the register',
    }),
  }),
  z.strictObject({ command: z.literal('needs-more'), id, by, why }),
  z.strictObject({ command: z.literal('clear-conflict'), id, by, why }),
  z.strictObject({
    command: z.literal('settle-mention'),
    id,
    by,
    text: z.string().optional(),
    instead: singleLine({ label: 'What remains', max: 500 }).optional(),
  }),
  z.strictObject({ command: z.literal('organisations') }),
  z.strictObject({ command: z.literal('identify-certain'), by }),
  z.strictObject({
    command: z.literal('identify'),
    id: singleLine({ label: 'The id', max: 120, missing: 'Give the id of the organisation' }),
    by,
    as: singleLine({
      label: 'The code',
      max: 120,
      missing: 'Say with --as which it is: a code, the id of another organisation, or its own id',
    }),
  }),
  ...roundCommands,
]);
export type Command = z.infer<typeof commandSchema>;
