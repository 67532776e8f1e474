import { next } from '../kernel/state-machine.ts';
import { flagsOf } from './practitioner-flags.ts';
import {
  type OfferOfSupervision,
  offerOfSupervisionSchema,
  type Practitioner,
  type PractitionerEvent,
  practitionerMachine,
  practitionerOnlySchema,
  type PractitionerState,
  type RegisterCheck,
} from './practitioner.ts';
import { withUnknownKeys } from '../kernel/unknown-keys.ts';
import { accepted, refused, type Result } from '../kernel/result.ts';
import { addDays, type Instant, londonDay } from '../kernel/time.ts';

/** The life of a listing does not allow this event from where it stands. */
export interface MoveRefusal {
  readonly code: 'not-allowed';
  readonly event: PractitionerEvent | 'change';
  readonly from: PractitionerState;
}

export type Moved = Result<Practitioner, MoveRefusal>;

const move = (
  practitioner: Practitioner,
  event: PractitionerEvent,
  now: Instant,
  changes: Partial<Practitioner> = {},
): Moved => {
  const state = next(practitionerMachine, practitioner.state, event);
  return state === undefined
    ? refused({ code: 'not-allowed', event, from: practitioner.state })
    : accepted({ ...practitioner, ...changes, state, updatedAt: now });
};

/** The e-mail address is the practitioner's. Trusted domains are listed at once, marked "not yet checked". */
export const confirmEmail = (practitioner: Practitioner, trusted: boolean, now: Instant): Moved =>
  move(practitioner, trusted ? 'confirm-email-trusted' : 'confirm-email', now, {
    confirmedAt: now,
    provisional: trusted,
  });

/** Days after which the public register has to be looked at again. */
const CHECK_HOLDS_DAYS = 365;

/** Somebody of the team saw the entry in the public register; due again after 12 months. */
export const checkedPractitioner = (
  practitioner: Practitioner,
  check: Pick<RegisterCheck, 'by' | 'seen'>,
  now: Instant,
): Moved =>
  move(practitioner, 'record-check', now, {
    check: { ...check, at: now, dueOn: addDays(londonDay(now), CHECK_HOLDS_DAYS) },
    provisional: false,
  });

export const pause = (practitioner: Practitioner, now: Instant): Moved => move(practitioner, 'pause', now);

/** Resuming says that the details hold, too. */
export const resume = (practitioner: Practitioner, now: Instant): Moved =>
  move(practitioner, 'resume', now, { confirmedAt: now });

/** Unconfirmed for too long: out of matching and directory until one press brings it back. */
export const goStale = (practitioner: Practitioner, now: Instant): Moved =>
  move(practitioner, 'go-stale', now);

/** The details still hold. A stale listing comes back with it. */
export const confirmDetails = (practitioner: Practitioner, now: Instant): Moved =>
  move(practitioner, 'confirm-details', now, { confirmedAt: now });

const mayChange: readonly PractitionerState[] = ['awaiting-check', 'listed', 'paused', 'stale'];

const said: ReadonlySet<string> = new Set(Object.keys(offerOfSupervisionSchema.shape));
const notSaidSchema = withUnknownKeys(practitionerOnlySchema, 'kept');

/** The part of a practitioner that they do not say themselves, with fields of later versions. */
const notSaid = (practitioner: Practitioner) =>
  notSaidSchema.parse(Object.fromEntries(Object.entries(practitioner).filter(([field]) => !said.has(field))));

/**
 * New details in place of old ones. Who somebody is (profession, registration, e-mail address) stays: the check of
 * the register and the confirmed address stand for it. Changing details confirms them.
 */
export const changeDetails = (practitioner: Practitioner, offer: OfferOfSupervision, now: Instant): Moved => {
  if (!mayChange.includes(practitioner.state))
    return refused({ code: 'not-allowed', event: 'change', from: practitioner.state });
  const { profession, regulator, registrationNumber, email } = practitioner;
  return accepted({
    ...offer,
    ...notSaid(practitioner),
    ...{ profession, regulator, registrationNumber, email },
    flags: flagsOf(offer),
    confirmedAt: now,
    updatedAt: now,
  });
};

/** Another number of places. Fewer than are taken never evicts: nobody new comes until enough are free. */
export const changePlaces = (practitioner: Practitioner, placesOffered: number, now: Instant): Moved =>
  changeDetails(practitioner, { ...offerOf(practitioner), placesOffered }, now);

/** What a practitioner says about next year; a "no" has a reason. */
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

/** The part of a practitioner that they say themselves. */
export const offerOf = (practitioner: Practitioner): OfferOfSupervision => saidThemselves.parse(practitioner);
