import * as z from 'zod';
import { instantSchema } from '../kernel/time.ts';

/** Kinds of link in e-mails. The kind decides which page a link opens and which actions it allows. */
export const linkKinds = [
  'confirm',
  'manage',
  'status',
  'capacity',
  'offer',
  'feedback',
  'dates',
  'vouch',
  'unsubscribe',
  'support',
  'lead',
  'named',
  'organisation',
  'digest',
] as const;
export const linkKindSchema = z.enum(linkKinds);
export type LinkKind = z.infer<typeof linkKindSchema>;

/** Path prefix of each kind: `/offers/{token}`. */
export const linkPaths: Readonly<Record<LinkKind, string>> = {
  confirm: '/confirm',
  manage: '/manage',
  status: '/status',
  capacity: '/capacity',
  offer: '/offers',
  feedback: '/feedback',
  dates: '/dates',
  vouch: '/vouch',
  unsubscribe: '/unsubscribe',
  support: '/support',
  lead: '/lead',
  named: '/named',
  organisation: '/organisation',
  digest: '/digest',
};

/** Days for which a link of each kind works. */
export const linkDays: Readonly<Record<LinkKind, number>> = {
  confirm: 7,
  manage: 180,
  status: 365,
  capacity: 60,
  offer: 60,
  feedback: 180,
  dates: 60,
  vouch: 14,
  unsubscribe: 365,
  support: 60,
  lead: 60,
  named: 60,
  organisation: 60,
  digest: 60,
};

export const linkSchema = z.strictObject({
  kind: linkKindSchema,
  /** The user of the link. A link has one recipient, one subject and one set of actions. */
  recipient: z.enum(['practitioner', 'requester', 'lead', 'named-person', 'organisation', 'team']),
  practitionerId: z.string().optional(),
  requestId: z.string().optional(),
  offerId: z.string().optional(),
  matchId: z.string().optional(),
  organisationId: z.string().optional(),
  /** The lead to whom the link was sent: see `organisationPersonId`. It ends when they lead no more. */
  personId: z.string().optional(),
  /**
   * Of a link from a digest, the id of the digest's run. Of a link to vouch, the id of the person who is asked. Of a link to an address that is not its recipient's only one,
   * the hash of this address: the link ends when another address takes its place.
   */
  occasion: z.string().optional(),
  expiresAt: instantSchema,
});
/** Access that a token gives. Stored under the token's SHA-256. */
export type Link = z.infer<typeof linkSchema>;
