import * as z from 'zod';
import type { Machine } from '../kernel/state-machine.ts';
import { quarterHours } from '../kernel/quarter-hours.ts';
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
  'awaiting-proof',
  'listed',
  'paused',
  'unlisted',
  'stale',
  'suspended',
  'refused',
  'merged',
  'withdrawn',
  'erased',
] as const;
export const practitionerStateSchema = z.enum(practitionerStates);
export type PractitionerState = z.infer<typeof practitionerStateSchema>;

/** The states of a practitioner whose data are there. */
export const presentPractitionerStates = /* @__PURE__ */ practitionerStates.filter(
  (state) => state !== 'erased',
);

/** States of a listing that is over: its address and its number may be registered again. */
const overStates: readonly PractitionerState[] = ['refused', 'merged', 'withdrawn', 'erased'];

/** Whether a listing is over, so that it may not take an address or a number again. */
export const isListingOver = ({ state }: { readonly state: PractitionerState }): boolean =>
  overStates.includes(state);

export const practitionerEvents = [
  'confirm-email',
  'confirm-email-trusted',
  'record-check',
  'record-check-unproved',
  'prove',
  'pause',
  'resume',
  'go-stale',
  'confirm-details',
  'suspend',
  'unlist',
  'reinstate',
  'reinstate-unchecked',
  'refuse',
  'merge',
  'withdraw',
  'erase',
] as const;
export type PractitionerEvent = (typeof practitionerEvents)[number];

/**
 * States of a practitioner's listing. `awaiting-proof`: checked in the register, but nothing proves yet that the person
 * works where they say. `unlisted`: hidden by the team, which alone lists again.
 */
export const practitionerMachine = {
  unconfirmed: {
    'confirm-email': 'awaiting-check',
    'confirm-email-trusted': 'listed',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  'awaiting-check': {
    'record-check': 'listed',
    'record-check-unproved': 'awaiting-proof',
    suspend: 'suspended',
    refuse: 'refused',
    merge: 'merged',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  'awaiting-proof': {
    'record-check': 'listed',
    'record-check-unproved': 'awaiting-proof',
    prove: 'listed',
    suspend: 'suspended',
    refuse: 'refused',
    merge: 'merged',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  listed: {
    'record-check': 'listed',
    'confirm-details': 'listed',
    pause: 'paused',
    'go-stale': 'stale',
    suspend: 'suspended',
    unlist: 'unlisted',
    refuse: 'refused',
    merge: 'merged',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  paused: {
    'record-check': 'paused',
    'confirm-details': 'paused',
    resume: 'listed',
    suspend: 'suspended',
    unlist: 'unlisted',
    refuse: 'refused',
    merge: 'merged',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  unlisted: {
    'record-check': 'unlisted',
    'confirm-details': 'unlisted',
    reinstate: 'listed',
    suspend: 'suspended',
    refuse: 'refused',
    merge: 'merged',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  stale: {
    'record-check': 'stale',
    'confirm-details': 'listed',
    suspend: 'suspended',
    unlist: 'unlisted',
    refuse: 'refused',
    merge: 'merged',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  suspended: {
    'record-check': 'suspended',
    reinstate: 'listed',
    'reinstate-unchecked': 'awaiting-check',
    refuse: 'refused',
    merge: 'merged',
    withdraw: 'withdrawn',
    erase: 'erased',
  },
  refused: { 'reinstate-unchecked': 'awaiting-check', withdraw: 'withdrawn', erase: 'erased' },
  merged: { erase: 'erased' },
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
  /** First day of the learner’s course, if the match began later; `from` otherwise. */
  courseStart: daySchema.exactOptional(),
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

/** Why the team suspended a listing. */
export const suspendReasons = ['regulator', 'employer', 'identity', 'complaint', 'died', 'other'] as const;
export type SuspendReason = (typeof suspendReasons)[number];

/** Details on which the register check depends. A change of one of them needs a new check. */
export const checkedFields = ['name', 'registrationNumber', 'profession'] as const;

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
  hoursPerWeek: quarterHours(),
  fee: z.enum(feeStances),
  employerApproval: z.boolean(),
  employerApprover: z.string().optional(),
  employerApproverEmail: z.string().exactOptional(),
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
  /** What shows that the practitioner works where they say: `team` is a reason that the team recorded. */
  proof: z.strictObject({ kind: z.enum(['domain', 'voucher', 'team']), at: instantSchema }).exactOptional(),
  /** Id of the listing that holds this listing's registration number, until the team has decided between the two. */
  claimsNumberOf: z.string().exactOptional(),
  /** Address that the team entered and that its owner has not confirmed yet. */
  newEmail: z.string().exactOptional(),
  /** Details that changed after the register check, which has to be done again. */
  recheck: z.strictObject({ since: instantSchema, fields: z.array(z.enum(checkedFields)) }).exactOptional(),
  /** Time at which the organisation changed after the check; absent once the team has looked at it. */
  organisationChangedAt: instantSchema.exactOptional(),
  /** Time since which e-mails to the address are not delivered. */
  unreachableSince: instantSchema.exactOptional(),
  /** Hashes of the addresses of people whom the listing names and who were told so. */
  namedTold: z.array(z.string()).exactOptional(),
  /** Why and when the team suspended the listing; only in the state `suspended`. */
  suspension: z.strictObject({ reason: z.enum(suspendReasons), at: instantSchema }).exactOptional(),
  /** Id of the listing of the same person that remains; only in the state `merged`. */
  mergedInto: z.string().exactOptional(),
  commitments: z.array(commitmentSchema),
  pendingOffers: z.array(pendingOfferSchema),
  lentPlaces: z.array(lentPlaceSchema).optional(),
  guest: guestSchema.optional(),
  checkInAskedAt: instantSchema.optional(),
  /** Offers in a row that lapsed without any answer, and when the last of them did. */
  silence: z.strictObject({ lapses: z.number().int().min(1), since: instantSchema }).exactOptional(),
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
