import * as z from 'zod';
import { feedbackSchema } from '../../shared/matches/match.ts';
import { checkSchema, commitmentSchema, pendingOfferSchema } from '../../shared/people/practitioner.ts';
import { siteSchema } from '../../shared/reference/vocabulary.ts';
import { contributionSchema } from '../../shared/offers/offer.ts';
import { triedSchema } from '../../shared/requests/request.ts';

/**
 * The schemas with which version 0.1.0 reads records that have states, each a strict object with a flat list of fields.
 * These schemas are never changed.
 */
const text = z.string();
const number = z.number().int();

export const flatOffer = z.strictObject({
  id: text,
  version: number,
  state: z.enum(['pending', 'accepted', 'declined', 'lapsed', 'withdrawn']),
  requestId: text,
  seatId: text,
  role: text,
  practitionerId: text,
  rank: number,
  eligibleCount: number,
  cost: number,
  contributions: z.array(contributionSchema),
  policy: text,
  holdsPlace: z.boolean(),
  roundId: text.optional(),
  madeAt: text,
  remindAt: text,
  expiresAt: text,
  remindedAt: text.optional(),
  decidedAt: text.optional(),
  declineReason: text.optional(),
  declineNote: text.optional(),
  matchId: text.optional(),
});

export const flatSeat = z.strictObject({
  id: text,
  role: text,
  hours: number,
  state: z.enum(['vacant', 'offered', 'filled']),
  offerId: text.optional(),
  practitionerId: text.optional(),
  matchId: text.optional(),
  tried: z.array(triedSchema),
  nobodyLeftAt: text.optional(),
});

const organisation = z.strictObject({ id: text, name: text });

export const flatMatch = z.strictObject({
  id: text,
  version: number,
  state: z.enum(['agreed', 'started', 'completed', 'ended-early', 'undone']),
  requestId: text,
  seatId: text,
  role: text,
  offerId: text,
  practitionerId: text,
  home: organisation,
  homePlace: text,
  host: organisation,
  hostPlace: text,
  hours: number,
  from: text,
  to: text,
  agreedAt: text,
  endedAt: text.optional(),
  endReason: text.optional(),
  endingAskedAt: text.optional(),
  learnerFeedback: feedbackSchema.optional(),
  practitionerFeedback: feedbackSchema.optional(),
});

export const flatEmail = z.strictObject({
  id: text,
  version: number,
  state: z.enum(['pending', 'leased', 'sent', 'suppressed', 'not-needed', 'failed']),
  name: text,
  about: z.record(text, text),
  createdAt: text,
  notBefore: text,
  leasedUntil: text.optional(),
  attempts: number,
  sentAt: text.optional(),
  messageId: text.optional(),
  delivery: z.enum(['delivered', 'bounced', 'complained']).optional(),
});

export const flatPractitioner = z.strictObject({
  id: text,
  version: number,
  state: z.enum(['unconfirmed', 'awaiting-check', 'listed', 'paused', 'stale', 'withdrawn', 'erased']),
  name: text,
  email: text,
  phone: text.optional(),
  profession: text,
  regulator: text,
  registrationNumber: text,
  annotationYear: number.optional(),
  yearsPrescribing: number,
  justification: text.optional(),
  patientFacing: z.boolean(),
  supervisedBefore: number,
  preparation: z.array(text),
  supervisesProfessions: z.array(text),
  supervisesLearnerTypes: z.array(text),
  seatRoles: z.array(text),
  leadArea: text,
  areas: z.array(text),
  setting: text,
  organisation,
  sites: z.array(siteSchema).min(1),
  days: z.array(text),
  mode: z.enum(['in-person', 'mixed']),
  placesOffered: number,
  availableFrom: text,
  availableTo: text.optional(),
  hoursPerWeek: number,
  fee: z.enum(['free', 'by-agreement', 'ask']),
  employerApproval: z.boolean(),
  employerApprover: text.optional(),
  conflictsDeclared: text.optional(),
  frameworkScore: number.optional(),
  indemnityChecked: text.optional(),
  leavingOn: text.optional(),
  backUpName: text.optional(),
  backUpEmail: text.optional(),
  nextYear: z.enum(['yes', 'maybe', 'no']).optional(),
  nextYearReason: text.optional(),
  consent: z.strictObject({ wording: text, at: text }),
  flags: z.array(text),
  provisional: z.boolean(),
  check: checkSchema.optional(),
  commitments: z.array(commitmentSchema),
  pendingOffers: z.array(pendingOfferSchema),
  createdAt: text,
  confirmedAt: text,
  checkInAskedAt: text.optional(),
  updatedAt: text,
});
