import * as z from 'zod';
import type { Machine } from '../kernel/state-machine.ts';
import { instantSchema } from '../kernel/time.ts';

/**
 * Classes of e-mail, which share the e-mails of an hour. `answer`: what somebody with a confirmed address asked for or
 * waits for; never held back for the sake of the other classes. `routine`: reminders, check-ins and digests, which can
 * wait. `unconfirmed`: mail that anybody can cause by typing an address.
 */
export const emailClasses = ['answer', 'routine', 'unconfirmed'] as const;
export type EmailClass = (typeof emailClasses)[number];

/** Every message that the service sends, named by recipient, subject and change, with its class. */
export const classOfEmail = {
  'practitioner-address-confirm': 'unconfirmed',
  'practitioner-registration-received': 'answer',
  'practitioner-checked-and-listed': 'answer',
  'practitioner-check-needs-more': 'answer',
  'practitioner-waiting-for-proof': 'answer',
  'practitioner-corrected': 'answer',
  'practitioner-address-changing': 'answer',
  'practitioner-listings-merged': 'answer',
  'practitioner-suspended': 'answer',
  'practitioner-unlisted': 'answer',
  'practitioner-reinstated': 'answer',
  'practitioner-refused': 'answer',
  'practitioner-name-removed': 'answer',
  'practitioner-data-exported': 'answer',
  'practitioner-erasing': 'answer',
  // Anybody who types the address of a DPP causes it.
  'practitioner-already-registered': 'unconfirmed',
  'practitioner-manage-link': 'answer',
  'practitioner-new-address-confirm': 'unconfirmed',
  'practitioner-capacity-check-in': 'routine',
  'practitioner-capacity-reminder': 'routine',
  'practitioner-silent-check-in': 'routine',
  'practitioner-listing-hidden': 'routine',
  'practitioner-offer-made': 'answer',
  'practitioner-offer-reminder': 'routine',
  'practitioner-offer-lapsed': 'answer',
  'practitioner-offer-withdrawn': 'answer',
  'practitioner-offer-changed': 'answer',
  'practitioner-dates-asked': 'answer',
  'practitioner-match-agreed': 'answer',
  'practitioner-learner-named': 'answer',
  'practitioner-match-ended': 'answer',
  'practitioner-match-ending': 'routine',
  'practitioner-match-finished': 'answer',
  'practitioner-feedback-asked': 'routine',
  'requester-address-confirm': 'unconfirmed',
  'requester-request-open': 'answer',
  'requester-status-link': 'answer',
  'requester-support-awaited': 'answer',
  'requester-support-declined': 'answer',
  'requester-new-address-confirm': 'unconfirmed',
  'requester-asked-again': 'unconfirmed',
  'requester-not-opened': 'answer',
  'requester-request-refused': 'answer',
  'requester-data-exported': 'answer',
  'requester-erasing': 'answer',
  'requester-offer-declined': 'answer',
  'requester-offer-taken-back': 'answer',
  'requester-match-agreed': 'answer',
  'requester-match-undone': 'answer',
  'requester-nobody-yet': 'answer',
  'requester-deadline-passed': 'answer',
  'requester-request-withdrawn': 'answer',
  'requester-request-changed': 'answer',
  'requester-request-paused': 'answer',
  'requester-request-resumed': 'answer',
  'requester-dates-agreed': 'answer',
  'requester-seat-reopened': 'answer',
  'requester-match-ending': 'routine',
  'requester-match-finished': 'answer',
  'requester-feedback-asked': 'routine',
  // Anybody who asks for a DPP can name a lead.
  'lead-support-asked': 'unconfirmed',
  'lead-support-reminder': 'unconfirmed',
  // Anybody who offers to supervise can name an address.
  'named-in-listing': 'unconfirmed',
  'lead-named': 'unconfirmed',
  'lead-confirmed': 'answer',
  'lead-match-agreed': 'answer',
  'lead-match-ended': 'answer',
  'lead-sign-off-near': 'routine',
  'lead-replaced': 'answer',
  'team-lead-named': 'answer',
  'team-support-answered': 'answer',
  'team-support-overdue': 'answer',
  'voucher-asked': 'answer',
  'voucher-reminder': 'routine',
  'team-check-wanted': 'routine',
  'team-number-claimed': 'answer',
  'team-vouch-answered': 'answer',
  'team-proof-missing': 'routine',
  'team-nobody-left': 'answer',
  'team-sign-off-near': 'routine',
  'team-dates-unanswered': 'routine',
  'team-deadline-passed': 'answer',
  'team-match-ended': 'answer',
  'team-conflict-declared': 'answer',
  'team-tie-unclear': 'answer',
  'team-asked-twice': 'answer',
  'team-address-bounced': 'answer',
  'team-practitioner-unreachable': 'answer',
  'team-requester-unreachable': 'answer',
  'team-offer-not-delivered': 'answer',
  'team-number-used-elsewhere': 'answer',
  'team-reconcile-alarm': 'answer',
  'digest-system': 'routine',
  'digest-place': 'routine',
  'digest-organisation': 'routine',
} as const satisfies Readonly<Record<string, EmailClass>>;
export type EmailName = keyof typeof classOfEmail;

const isEmailName = (name: string): name is EmailName => Object.hasOwn(classOfEmail, name);
export const emailNames = Object.keys(classOfEmail).filter(isEmailName);
export const emailNameSchema = z.enum(emailNames);

export const emailStates = ['pending', 'leased', 'sent', 'suppressed', 'not-needed', 'failed'] as const;
export type EmailState = (typeof emailStates)[number];

export const emailEvents = ['lease', 'postpone', 'send', 'drop', 'suppress', 'fail'] as const;
export type EmailEvent = (typeof emailEvents)[number];

/**
 * Life cycle of an outbox row. `drop`: the cause of the message no longer applies. `send` and `fail` are also
 * possible after a final state, because a late delivery event may show that SES accepted or rejected an
 * earlier attempt.
 */
export const emailMachine = {
  pending: {
    lease: 'leased',
    postpone: 'pending',
    send: 'sent',
    drop: 'not-needed',
    suppress: 'suppressed',
    fail: 'failed',
  },
  leased: {
    lease: 'leased',
    postpone: 'pending',
    send: 'sent',
    drop: 'not-needed',
    suppress: 'suppressed',
    fail: 'failed',
  },
  sent: { fail: 'failed' },
  suppressed: { send: 'sent', fail: 'failed' },
  'not-needed': { send: 'sent', fail: 'failed' },
  failed: {},
} as const satisfies Machine<EmailState, EmailEvent>;

/** Subject of a message, as ids. Never contains an address, a name or a token. */
export const aboutSchema = z.strictObject({
  practitionerId: z.string().optional(),
  requestId: z.string().optional(),
  /** A second listing that the message compares with the first. */
  otherPractitionerId: z.string().optional(),
  /** A second request that the message compares with the first. */
  otherRequestId: z.string().optional(),
  seatId: z.string().optional(),
  offerId: z.string().optional(),
  matchId: z.string().optional(),
  organisationId: z.string().optional(),
  /** A person who was named for the organisation: see `organisationPersonId`. */
  personId: z.string().optional(),
  /** Ids of all requests, if the message is about several. */
  requestIds: z.array(z.string()).exactOptional(),
  /**
   * Occasion of the message. For a digest, the id of its run ("2026-W47#north-shore"); for other messages, a
   * day, a reason or the name of another message.
   */
  occasion: z.string().optional(),
});
export type About = z.infer<typeof aboutSchema>;

/** Fields of an outbox row in every state. */
const caused = {
  /** Derived from the cause, so that one cause never leads to two e-mails. */
  id: z.string(),
  version: z.number().int(),
  name: emailNameSchema,
  about: aboutSchema,
  createdAt: instantSchema,
  /** The earliest time to send the message; for a leased row, the end of the lease. */
  notBefore: instantSchema,
  attempts: z.number().int(),
  /** Hash of the network from which somebody caused the message; only for messages of the class `unconfirmed`. */
  network: z.string().optional(),
};
const deliverySchema = z.enum(['delivered', 'bounced', 'complained']);

const variants = {
  pending: z.strictObject({ ...caused, state: z.literal('pending') }),
  leased: z.strictObject({ ...caused, state: z.literal('leased'), leasedUntil: instantSchema }),
  sent: z.strictObject({
    ...caused,
    state: z.literal('sent'),
    sentAt: instantSchema,
    /** The id that SES gave the message. */
    messageId: z.string(),
    delivery: deliverySchema.optional(),
    /** Time at which it came back for now, for instance because the mailbox was full. */
    returnedAt: instantSchema.exactOptional(),
  }),
  suppressed: z.strictObject({ ...caused, state: z.literal('suppressed') }),
  'not-needed': z.strictObject({ ...caused, state: z.literal('not-needed') }),
  /** If SES accepted the message and rejected it later, also contains the facts of the acceptance. */
  failed: z.strictObject({
    ...caused,
    state: z.literal('failed'),
    sentAt: instantSchema.optional(),
    messageId: z.string().optional(),
    delivery: deliverySchema.optional(),
    returnedAt: instantSchema.exactOptional(),
  }),
};

export const emailSchema = z.discriminatedUnion('state', [
  variants.pending,
  variants.leased,
  variants.sent,
  variants.suppressed,
  variants['not-needed'],
  variants.failed,
]);

type Emails = { readonly [State in EmailState]: z.infer<(typeof variants)[State]> };
/** An outbox row that is in one of the given states. */
export type EmailIn<State extends EmailState> = Emails[State];
/** An outbox row: a message that a committed change has caused. */
export type Email = EmailIn<EmailState>;
/** An outbox row that is still to be sent. */
export type WaitingEmail = EmailIn<'pending' | 'leased'>;

export const isWaiting = (email: Email): email is WaitingEmail =>
  email.state === 'pending' || email.state === 'leased';

/**
 * Creates an outbox row.
 * @param cause the id of the cause, such as an offer; together with the name, it makes the row's id
 */
export const emailFor = (
  name: EmailName,
  cause: string,
  about: About,
  at: string,
  notBefore: string = at,
): EmailIn<'pending'> => ({
  id: `${name}.${cause}`,
  version: 0,
  state: 'pending',
  name,
  about,
  createdAt: at,
  notBefore,
  attempts: 0,
});

/** Names the network from which a message of the class `unconfirmed` was caused, so that networks share fairly. */
export const causedFrom = (email: EmailIn<'pending'>, network: string): EmailIn<'pending'> =>
  classOfEmail[email.name] === 'unconfirmed' ? { ...email, network } : email;
