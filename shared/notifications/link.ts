import * as z from 'zod';
import { instantSchema } from '../kernel/time.ts';

/** What a link in an e-mail opens, and with it the set of actions that it allows. */
export const linkKinds = [
  'confirm',
  'manage',
  'status',
  'capacity',
  'offer',
  'feedback',
  'unsubscribe',
  'organisation',
  'digest',
] as const;
export const linkKindSchema = z.enum(linkKinds);
export type LinkKind = z.infer<typeof linkKindSchema>;

/** The first part of each kind's path: `/offers/{token}`. */
export const linkPaths: Readonly<Record<LinkKind, string>> = {
  confirm: '/confirm',
  manage: '/manage',
  status: '/status',
  capacity: '/capacity',
  offer: '/offers',
  feedback: '/feedback',
  unsubscribe: '/unsubscribe',
  organisation: '/organisation',
  digest: '/digest',
};

/** Days for which a link of each kind works; an offer's link lives as long as the offer can still be undone. */
export const linkDays: Readonly<Record<LinkKind, number>> = {
  confirm: 7,
  manage: 180,
  status: 365,
  capacity: 60,
  offer: 60,
  feedback: 180,
  unsubscribe: 365,
  organisation: 60,
  digest: 60,
};

export const linkSchema = z.strictObject({
  kind: linkKindSchema,
  /** Who acts with it. One recipient, one thing, one set of actions. */
  recipient: z.enum(['practitioner', 'requester', 'organisation', 'team']),
  practitionerId: z.string().optional(),
  requestId: z.string().optional(),
  offerId: z.string().optional(),
  matchId: z.string().optional(),
  organisationId: z.string().optional(),
  /** Digests: which one. */
  occasion: z.string().optional(),
  expiresAt: instantSchema,
});
/** What a token stands for. The table files it under the token's SHA-256. */
export type Link = z.infer<typeof linkSchema>;
