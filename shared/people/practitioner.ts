import * as z from 'zod';
import type { Machine } from '../kernel/state-machine.ts';
import { daySchema, instantSchema } from '../kernel/time.ts';
import {
  clinicalAreaSchema,
  consentSchema,
  learnerTypeSchema,
  organisationRefSchema,
  professionSchema,
  seatRoleSchema,
  settingSchema,
  siteSchema,
  weekdaySchema,
} from '../reference/vocabulary.ts';

export const practitionerStates = [
  'unconfirmed',
  'awaiting-check',
  'listed',
  'paused',
  'stale',
  'withdrawn',
  'erased',
] as const;
export const practitionerStateSchema = z.enum(practitionerStates);
export type PractitionerState = z.infer<typeof practitionerStateSchema>;

export const practitionerEvents = [
  'confirm-email',
  'confirm-email-trusted',
  'record-check',
  'pause',
  'resume',
  'go-stale',
  'confirm-details',
  'withdraw',
  'erase',
] as const;
export type PractitionerEvent = (typeof practitionerEvents)[number];

/** States of a practitioner's listing. */
export const practitionerMachine = {
  unconfirmed: {
    'confirm-email': 'awaiting-check',
    'confirm-email-trusted': 'listed',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  'awaiting-check': { 'record-check': 'listed', withdraw: 'withdrawn', erase: 'erased' },
  listed: {
    'record-check': 'listed',
    'confirm-details': 'listed',
    pause: 'paused',
    'go-stale': 'stale',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  paused: {
    'record-check': 'paused',
    'confirm-details': 'paused',
    resume: 'listed',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  stale: { 'record-check': 'stale', 'confirm-details': 'listed', withdraw: 'withdrawn', erase: 'erased' },
  withdrawn: { erase: 'erased' },
  erased: {},
} as const satisfies Machine<PractitionerState, PractitionerEvent>;

/** A place used by an agreed match, from the first to the last day of the match. */
export const commitmentSchema = z.strictObject({
  matchId: z.string(),
  requestId: z.string(),
  seatId: z.string(),
  from: daySchema,
  to: daySchema,
  university: z.string(),
});
export type Commitment = z.infer<typeof commitmentSchema>;

/** An offer that waits for this practitioner's answer. An offer of a round holds its place while pending. */
export const pendingOfferSchema = z.strictObject({
  offerId: z.string(),
  from: daySchema,
  to: daySchema,
  holdsPlace: z.boolean(),
});
export type PendingOffer = z.infer<typeof pendingOfferSchema>;

/** A place that the practitioner's system has lent to a neighbouring one, for one learner's period. */
export const lentPlaceSchema = z.strictObject({
  loanId: z.string(),
  /** Id of the system that borrows it. */
  borrower: z.string(),
  from: daySchema,
  to: daySchema,
});
export type LentPlace = z.infer<typeof lentPlaceSchema>;

/** The DPP of a neighbouring system of whom this listing is a copy. */
export const guestSchema = z.strictObject({
  /** Id of the system that lends the place. */
  lender: z.string(),
  practitionerId: z.string(),
  loanId: z.string(),
});

export const checkSchema = z.strictObject({
  by: z.string(),
  at: instantSchema,
  seen: z.string(),
  dueOn: daySchema,
});
export type RegisterCheck = z.infer<typeof checkSchema>;

export const nextYearAnswers = ['yes', 'maybe', 'no'] as const;
export const feeStances = ['free', 'by-agreement', 'ask'] as const;
export const modes = ['in-person', 'mixed'] as const;

/** Points that the programme team is asked to review; none of them is a reason to refuse. */
export const practitionerFlags = [
  'under-three-years',
  'more-than-two-places',
  'no-employer-approval',
  'payment-interest',
] as const;

/** The practitioner's statements about themselves and their offer: all fields of a registration or a change. */
export const offerOfSupervisionSchema = z.strictObject({
  name: z.string(),
  email: z.string(),
  phone: z.string().optional(),
  profession: professionSchema,
  regulator: z.enum(['gphc', 'nmc', 'hcpc', 'gmc', 'goc', 'gdc', 'psni']),
  registrationNumber: z.string(),
  annotationYear: z.number().int().optional(),
  yearsPrescribing: z.number().int(),
  justification: z.string().optional(),
  patientFacing: z.boolean(),
  supervisedBefore: z.number().int(),
  preparation: z.array(z.string()),
  supervisesProfessions: z.array(professionSchema),
  supervisesLearnerTypes: z.array(learnerTypeSchema),
  seatRoles: z.array(seatRoleSchema),
  leadArea: clinicalAreaSchema,
  areas: z.array(clinicalAreaSchema),
  setting: settingSchema,
  organisation: organisationRefSchema,
  sites: z.array(siteSchema).min(1),
  days: z.array(weekdaySchema),
  mode: z.enum(modes),
  placesOffered: z.number().int(),
  availableFrom: daySchema,
  availableTo: daySchema.optional(),
  hoursPerWeek: z.number().int(),
  fee: z.enum(feeStances),
  employerApproval: z.boolean(),
  employerApprover: z.string().optional(),
  conflictsDeclared: z.string().optional(),
  frameworkScore: z.number().int().min(0).max(8).optional(),
  indemnityChecked: z.enum(['yes', 'no', 'not-sure']).optional(),
  leavingOn: daySchema.optional(),
  backUpName: z.string().optional(),
  backUpEmail: z.string().optional(),
  nextYear: z.enum(nextYearAnswers).optional(),
  nextYearReason: z.string().optional(),
});
export type OfferOfSupervision = z.infer<typeof offerOfSupervisionSchema>;

/** Fields that the service adds to a practitioner, in every state. */
const registered = {
  id: z.string(),
  version: z.number().int(),
  consent: consentSchema,
  createdAt: instantSchema,
  confirmedAt: instantSchema,
  updatedAt: instantSchema,
};

/** Fields of a practitioner's record that the practitioner does not enter. */
export const practitionerOnlySchema = z.strictObject({
  ...registered,
  state: practitionerStateSchema.exclude(['erased']),
  flags: z.array(z.enum(practitionerFlags)),
  provisional: z.boolean(),
  check: checkSchema.optional(),
  commitments: z.array(commitmentSchema),
  pendingOffers: z.array(pendingOfferSchema),
  lentPlaces: z.array(lentPlaceSchema).optional(),
  guest: guestSchema.optional(),
  checkInAskedAt: instantSchema.optional(),
});

export const practitionerSchema = offerOfSupervisionSchema.extend(practitionerOnlySchema.shape);

const erasedSchema = z.strictObject({
  ...registered,
  ...offerOfSupervisionSchema.pick({ profession: true, regulator: true, leadArea: true, setting: true })
    .shape,
  state: z.literal('erased'),
});

/**
 * A designated prescribing practitioner (DPP) and what they offer. Private; `shared/directory` decides what
 * is public.
 */
export type Practitioner = z.infer<typeof practitionerSchema>;
/**
 * The remaining data of an erased practitioner. The stored row also has a placeholder in each field that version 0.1.0
 * requires. This schema leaves those fields out, so that no code can use a placeholder.
 */
export type ErasedPractitioner = z.infer<typeof erasedSchema>;
export type StoredPractitioner = Practitioner | ErasedPractitioner;

export const storedPractitionerSchema = z.discriminatedUnion('state', [practitionerSchema, erasedSchema]);
