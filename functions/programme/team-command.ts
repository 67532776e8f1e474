import * as z from 'zod';
import { emailAddress, singleLine } from '../../shared/kernel/text-rules.ts';
import { endReasons } from '../../shared/matches/match.ts';
import { suspendReasons } from '../../shared/people/practitioner.ts';
import { professionSchema } from '../../shared/reference/vocabulary.ts';
import { claimOutcomes } from './practitioners/decide-claim.ts';
import { domainOf } from '../../shared/people/mail-domain.ts';

const id = singleLine({ label: 'The id', max: 60, missing: 'Give the id' });
const by = singleLine({ label: 'Your name', max: 80, missing: 'Give your name with --by' });
const why = singleLine({ label: 'The reason', max: 500, missing: 'Give the reason with --why' });

const organisation = singleLine({
  label: 'The organisation',
  max: 120,
  missing: 'Give the code or id of the organisation',
});
const email = emailAddress({ label: 'The address', missing: 'Give the address with --email' });
const how = singleLine({
  label: 'How you know',
  max: 500,
  missing: 'Say with --how you know, for instance by which telephone number of which public register',
});
/** A domain as typed, also as an address or with an @ before it. */
const domain = singleLine({ label: 'The domain', max: 253, missing: 'Give the domain with --domain' })
  .overwrite((typed) => domainOf(typed))
  .refine((typed) => z.hostname().safeParse(typed).success && typed.includes('.'), {
    error: 'Give the domain as it is in addresses, like harbour.example',
  });
const personFields = {
  organisation,
  by,
  how,
  email,
  name: singleLine({ label: 'The name', max: 120 }).optional(),
};

/** Ids with commas between them. */
const ids = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/u).filter((one) => one !== ''));
const learners = { stays: ids, ends: ids };

/** Commands of the programme team, until the web console exists. */
export const commandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('list') }),
  z.strictObject({ command: z.literal('flags') }),
  z.strictObject({ command: z.literal('borders') }),
  z.strictObject({
    command: z.literal('check'),
    id,
    by,
    proof: singleLine({ label: 'The proof', max: 500 }).optional(),
    seen: singleLine({
      label: 'What you saw',
      max: 500,
      missing: 'Say with --seen what you saw in the register',
    }),
  }),
  z.strictObject({ command: z.literal('needs-more'), id, by, why }),
  z.strictObject({ command: z.literal('clear-conflict'), id, by, why }),
  z.strictObject({
    command: z.literal('tie'),
    id,
    by,
    why,
    practitioner: singleLine({
      label: 'The DPP',
      max: 60,
      missing: 'Give the id of the DPP with --practitioner',
    }),
    decision: z.enum(['upheld', 'cleared'], { error: 'Say with --decision upheld or cleared' }),
  }),
  z.strictObject({ command: z.literal('open-request'), id, by, why }),
  z.strictObject({ command: z.literal('refuse-request'), id, by, why }),
  z.strictObject({
    command: z.literal('settle-mention'),
    id,
    by,
    text: z.string().optional(),
    instead: singleLine({ label: 'What remains', max: 500 }).optional(),
  }),
  z.strictObject({ command: z.literal('lift-suppression'), email, by, why }),
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
  z.strictObject({ command: z.literal('dpp'), id }),
  z.strictObject({
    command: z.literal('suspend'),
    id,
    by,
    why,
    reason: z.enum(suspendReasons, {
      error: `Say with --reason which it is: ${suspendReasons.join(', ')}`,
    }),
    ...learners,
  }),
  z.strictObject({ command: z.literal('refuse'), id, by, why, ...learners }),
  z.strictObject({ command: z.literal('unlist'), id, by, why }),
  z.strictObject({ command: z.literal('reinstate'), id, by, why }),
  z.strictObject({
    command: z.literal('correct'),
    id,
    by,
    why,
    name: singleLine({ label: 'The name', max: 120, missing: 'Give the name' }).optional(),
    number: singleLine({ label: 'The number', max: 40, missing: 'Give the number' }).optional(),
    profession: professionSchema.optional(),
    organisation: organisation.optional(),
    email: email.optional(),
  }),
  z.strictObject({
    command: z.literal('decide-claim'),
    id,
    by,
    why,
    outcome: z.enum(claimOutcomes, {
      error: `Say with --outcome which it is: ${claimOutcomes.join(', ')}`,
    }),
    ...learners,
  }),
  z.strictObject({ command: z.literal('take-back-offer'), id, by, why }),
  z.strictObject({ command: z.literal('export-for'), id, by, why, file: z.boolean().default(false) }),
  z.strictObject({ command: z.literal('erase-for'), id, by, why }),
  z.strictObject({
    command: z.literal('end-match'),
    id,
    by,
    why,
    reason: z.enum(
      endReasons.map((one) => one.id),
      { error: `Say with --reason which it is: ${endReasons.map((one) => one.id).join(', ')}` },
    ),
  }),
  z.strictObject({
    command: z.literal('confirm-domain'),
    organisation,
    domain,
    by,
    note: singleLine({
      label: 'The note',
      max: 500,
      missing: 'Say with --note how you know that the domain is theirs',
    }),
    listsAtOnce: z.boolean().default(false),
  }),
  z.strictObject({ command: z.literal('withdraw-domain'), organisation, domain, by, why }),
  z.strictObject({ command: z.literal('confirm-lead'), ...personFields }),
  z.strictObject({ command: z.literal('replace-lead'), ...personFields }),
  z.strictObject({ command: z.literal('confirm-voucher'), ...personFields }),
  z.strictObject({ command: z.literal('refuse-lead'), organisation, email, by, why }),
  z.strictObject({ command: z.literal('refuse-voucher'), organisation, email, by, why }),
  z.strictObject({
    command: z.literal('allow-learners'),
    organisation,
    by,
    most: z.coerce
      .number({ error: 'Say with --most how many learners' })
      .int('Give a whole number')
      .min(1, 'Give at least 1')
      .max(100, 'Give at most 100'),
  }),
  z.strictObject({ command: z.literal('named-people') }),
  z.strictObject({ command: z.literal('organisation'), organisation }),
]);
export type Command = z.infer<typeof commandSchema>;
