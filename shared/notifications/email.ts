import * as z from 'zod';
import { instantSchema } from '../kernel/time.ts';

/** Every message the service sends, named recipient, subject, change. */
export const emailNames = [
  'practitioner-address-confirm',
  'practitioner-registration-received',
  'practitioner-checked-and-listed',
  'practitioner-check-needs-more',
  'practitioner-already-registered',
  'practitioner-manage-link',
  'practitioner-capacity-check-in',
  'practitioner-capacity-reminder',
  'practitioner-listing-hidden',
  'practitioner-offer-made',
  'practitioner-offer-reminder',
  'practitioner-offer-lapsed',
  'practitioner-offer-withdrawn',
  'practitioner-match-agreed',
  'practitioner-match-ended',
  'practitioner-match-ending',
  'practitioner-feedback-asked',
  'requester-address-confirm',
  'requester-request-open',
  'requester-status-link',
  'requester-offer-declined',
  'requester-match-agreed',
  'requester-match-undone',
  'requester-nobody-yet',
  'requester-deadline-passed',
  'requester-request-withdrawn',
  'requester-seat-reopened',
  'requester-match-ending',
  'requester-feedback-asked',
  'team-check-wanted',
  'team-nobody-left',
  'team-sign-off-near',
  'team-deadline-passed',
  'team-conflict-declared',
  'team-address-bounced',
  'team-reconcile-alarm',
  'digest-system',
  'digest-place',
  'digest-organisation',
] as const;
export const emailNameSchema = z.enum(emailNames);
export type EmailName = z.infer<typeof emailNameSchema>;

export const emailStates = ['pending', 'leased', 'sent', 'suppressed', 'not-needed', 'failed'] as const;
export const emailStateSchema = z.enum(emailStates);

/** What a message is about: ids only, never an address, a name or a token. */
export const aboutSchema = z.strictObject({
  practitionerId: z.string().optional(),
  requestId: z.string().optional(),
  seatId: z.string().optional(),
  offerId: z.string().optional(),
  matchId: z.string().optional(),
  organisationId: z.string().optional(),
  /** Digests: "2026-W47#east-kent"; others: what distinguishes one cause from the next. */
  occasion: z.string().optional(),
});
export type About = z.infer<typeof aboutSchema>;

export const emailSchema = z.strictObject({
  /** Made from the cause: the same cause can never mail twice. */
  id: z.string(),
  version: z.number().int(),
  state: emailStateSchema,
  name: emailNameSchema,
  about: aboutSchema,
  createdAt: instantSchema,
  notBefore: instantSchema,
  leasedUntil: instantSchema.optional(),
  attempts: z.number().int(),
  sentAt: instantSchema.optional(),
  /** SES's own id of the message: how bounces find their way back. */
  messageId: z.string().optional(),
  delivery: z.enum(['delivered', 'bounced', 'complained']).optional(),
});
/** An outbox row: a message that a committed change has caused. */
export type Email = z.infer<typeof emailSchema>;

/**
 * A new outbox row.
 * @param cause what makes the message unique beside its name, for example an offer's id
 */
export const emailFor = (
  name: EmailName,
  cause: string,
  about: About,
  at: string,
  notBefore: string = at,
): Email => ({
  id: `${name}.${cause}`,
  version: 0,
  state: 'pending',
  name,
  about,
  createdAt: at,
  notBefore,
  attempts: 0,
});
