import { next } from '../kernel/state-machine.ts';
import { flagsOf } from './practitioner-flags.ts';
import {
  checkedFields,
  type OfferOfSupervision,
  offerOfSupervisionSchema,
  type Practitioner,
  type PractitionerEvent,
  practitionerMachine,
  practitionerOnlySchema,
  type PractitionerState,
  type RegisterCheck,
  type SuspendReason,
} from './practitioner.ts';
import { withoutSilence } from './silence.ts';
import { withUnknownKeys } from '../kernel/unknown-keys.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { addDays, type Instant, londonDay } from '../kernel/time.ts';

type ProofKind = NonNullable<Practitioner['proof']>['kind'];
type ListingState = Practitioner['state'];
type ListingEvent = Exclude<PractitionerEvent, 'erase'>;

/** Refusal of an event that the listing's state does not allow. */
export interface MoveRefusal {
  readonly code: 'not-allowed';
  readonly event: ListingEvent | 'change';
  readonly from: ListingState;
}

export type Moved = Result<Practitioner, MoveRefusal>;

const move = (
  practitioner: Practitioner,
  event: ListingEvent,
  now: Instant,
  changes: Partial<Practitioner> = {},
): Moved => {
  const state = next<PractitionerState, PractitionerEvent>(practitionerMachine, practitioner.state, event);
  return state === undefined || state === 'erased'
    ? refused({ code: 'not-allowed', event, from: practitioner.state })
    : accepted({ ...practitioner, ...changes, state, updatedAt: now });
};

/**
 * Confirms the e-mail address. Addresses of trusted domains are listed immediately, marked "not yet checked".
 */
export const confirmEmail = (practitioner: Practitioner, trusted: boolean, now: Instant): Moved =>
  move(practitioner, trusted ? 'confirm-email-trusted' : 'confirm-email', now, {
    confirmedAt: now,
    provisional: trusted,
  });

/** Days after which the public register must be checked again. */
const CHECK_HOLDS_DAYS = 365;

const checkOf = (check: Pick<RegisterCheck, 'by' | 'seen'>, now: Instant): RegisterCheck => ({
  ...check,
  at: now,
  dueOn: addDays(londonDay(now), CHECK_HOLDS_DAYS),
});

const withoutRecheck = ({ recheck, organisationChangedAt, ...practitioner }: Practitioner): Practitioner =>
  practitioner;

/**
 * Records that the team has checked the public register, and that it has looked at what changed since the check before.
 * The check is due again after 12 months.
 * @param proof what shows that somebody who is listed by this check works where they say
 */
export const checkedPractitioner = (
  practitioner: Practitioner,
  check: Pick<RegisterCheck, 'by' | 'seen'>,
  now: Instant,
  proof?: ProofKind,
): Moved =>
  move(withoutRecheck(practitioner), 'record-check', now, {
    check: checkOf(check, now),
    provisional: false,
    ...(proof === undefined ? {} : { proof: { kind: proof, at: now } }),
  });

/**
 * Records a register check of somebody of whom nothing proves yet that they work where they say: the listing waits for
 * a proof. Somebody who is listed already stays listed.
 */
export const checkedWithoutProof = (
  practitioner: Practitioner,
  check: Pick<RegisterCheck, 'by' | 'seen'>,
  now: Instant,
): Moved => move(withoutRecheck(practitioner), 'record-check-unproved', now, { check: checkOf(check, now) });

/** Lists somebody who was checked already and of whom it is proved now that they work where they say. */
export const proved = (practitioner: Practitioner, proof: ProofKind, now: Instant): Moved =>
  move(practitioner, 'prove', now, { confirmedAt: now, proof: { kind: proof, at: now } });

export const suspend = (practitioner: Practitioner, reason: SuspendReason, now: Instant): Moved =>
  move(practitioner, 'suspend', now, { suspension: { reason, at: now } });

/** Hides a listing. Unlike a paused one, only the team shows it again. */
export const unlist = (practitioner: Practitioner, now: Instant): Moved => move(practitioner, 'unlist', now);

/** Refuses a registration, or ends the listing of somebody who turned out not to be entitled to it. */
export const refuse = (practitioner: Practitioner, now: Instant): Moved => move(practitioner, 'refuse', now);

/** Closes a second listing of the same person. */
export const mergedPractitioner = (practitioner: Practitioner, into: string, now: Instant): Moved =>
  move(practitioner, 'merge', now, { mergedInto: into });

/**
 * Ends a suspension, a refusal or the team's hiding of a listing, and confirms the details. Somebody whom nobody ever
 * checked waits for the check again.
 */
export const reinstate = (practitioner: Practitioner, now: Instant): Moved => {
  const { suspension, ...rest } = practitioner;
  const isUnchecked = rest.state === 'refused' || (rest.state === 'suspended' && rest.check === undefined);
  return move(rest, isUnchecked ? 'reinstate-unchecked' : 'reinstate', now, {
    confirmedAt: now,
    ...(isUnchecked ? { provisional: false } : {}),
  });
};

export const pause = (practitioner: Practitioner, now: Instant): Moved => move(practitioner, 'pause', now);

/** Resumes a paused listing. This also confirms its details. */
export const resume = (practitioner: Practitioner, now: Instant): Moved =>
  move(withoutSilence(practitioner), 'resume', now, { confirmedAt: now });

/**
 * Hides a listing from matching and from the directory, because it was not confirmed in time. The listing
 * appears again when its owner confirms it.
 */
export const goStale = (practitioner: Practitioner, now: Instant): Moved =>
  move(practitioner, 'go-stale', now);

/** Confirms the details. This also restores a stale listing. */
export const confirmDetails = (practitioner: Practitioner, now: Instant): Moved =>
  move(withoutSilence(practitioner), 'confirm-details', now, { confirmedAt: now });

const mayChange: readonly ListingState[] = [
  'awaiting-check',
  'awaiting-proof',
  'listed',
  'paused',
  'unlisted',
  'stale',
];

const said: ReadonlySet<string> = new Set(Object.keys(offerOfSupervisionSchema.shape));
const notSaidSchema = withUnknownKeys(practitionerOnlySchema, 'kept');

/**
 * Fields of a practitioner's record that the practitioner does not enter, including fields that later versions of
 * the service may have added.
 */
const notSaid = (practitioner: Practitioner) =>
  notSaidSchema.parse(Object.fromEntries(Object.entries(practitioner).filter(([field]) => !said.has(field))));

/**
 * Marks what the register check depends on and changed after it: matching asks nobody whose name, number or profession
 * has to be checked again, and the team looks at a new organisation.
 */
const withChangesMarked = (before: Practitioner, after: Practitioner, now: Instant): Practitioner => {
  if (before.check === undefined) return after;
  const fields = checkedFields.filter(
    (field) => before[field] !== after[field] || before.recheck?.fields.includes(field) === true,
  );
  return {
    ...after,
    ...(fields.length === 0 ? {} : { recheck: { since: before.recheck?.since ?? now, fields } }),
    ...(before.organisation.id === after.organisation.id ? {} : { organisationChangedAt: now }),
  };
};

const mayBeCorrected: readonly ListingState[] = [
  'awaiting-check',
  'awaiting-proof',
  'listed',
  'paused',
  'unlisted',
  'stale',
  'suspended',
];

/** Ends a claim to the number of another listing. */
export const withoutClaim = ({ claimsNumberOf, ...practitioner }: Practitioner): Practitioner => practitioner;

/** Replaces details that the team corrects. What was checked already has to be checked again. */
export const corrected = (
  practitioner: Practitioner,
  changes: Partial<
    Pick<Practitioner, 'name' | 'profession' | 'regulator' | 'registrationNumber' | 'organisation'>
  >,
  now: Instant,
): Moved =>
  mayBeCorrected.includes(practitioner.state)
    ? accepted(withChangesMarked(practitioner, { ...practitioner, ...changes, updatedAt: now }, now))
    : refused({ code: 'not-allowed', event: 'change', from: practitioner.state });

/**
 * Replaces the details, and confirms them. Profession, registration and e-mail address remain, because the
 * register check and the confirmed address depend on them.
 */
export const changeDetails = (practitioner: Practitioner, offer: OfferOfSupervision, now: Instant): Moved => {
  if (!mayChange.includes(practitioner.state))
    return refused({ code: 'not-allowed', event: 'change', from: practitioner.state });
  const { profession, regulator, registrationNumber, email } = practitioner;
  const after = {
    ...offer,
    ...notSaid(withoutSilence(practitioner)),
    ...{ profession, regulator, registrationNumber, email },
    flags: flagsOf(offer),
    confirmedAt: now,
    updatedAt: now,
  };
  return accepted(withChangesMarked(practitioner, after, now));
};

/**
 * Changes the number of places. A number below the places in use ends no match; it only blocks new matches.
 */
export const changePlaces = (practitioner: Practitioner, placesOffered: number, now: Instant): Moved =>
  changeDetails(practitioner, { ...offerOf(practitioner), placesOffered }, now);

/** Records a practitioner's answer about next year; a "no" has a reason. */
export const answerNextYear = (
  practitioner: Practitioner,
  nextYear: NonNullable<Practitioner['nextYear']>,
  reason: string | undefined,
): Practitioner => {
  const answered: Practitioner = { ...practitioner, nextYear };
  if (reason === undefined) delete answered.nextYearReason;
  else answered.nextYearReason = reason;
  return answered;
};

export const withdraw = (practitioner: Practitioner, now: Instant): Moved =>
  move(practitioner, 'withdraw', now);

const saidThemselves = withUnknownKeys(offerOfSupervisionSchema, 'dropped');

/** The part of a practitioner's record that the practitioner entered. */
export const offerOf = (practitioner: Practitioner): OfferOfSupervision => saidThemselves.parse(practitioner);
