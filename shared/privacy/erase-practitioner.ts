import { next } from '../kernel/state-machine.ts';
import { type Practitioner, practitionerMachine } from '../people/practitioner.ts';
import type { Moved } from '../people/practitioner-moves.ts';
import { accepted, refused } from '../kernel/result.ts';
import { type Instant, londonDay } from '../kernel/time.ts';

/** Replaces an erased value. */
export const ERASED = 'erased';

/**
 * Removes all personal data and keeps the ids to which matches and the audit refer. The practitioner's
 * matches and offers must be undone first.
 */
export const erasedPractitioner = (practitioner: Practitioner, now: Instant): Moved => {
  const state = next(practitionerMachine, practitioner.state, 'erase');
  if (state === undefined) return refused({ code: 'not-allowed', event: 'erase', from: practitioner.state });
  const erased: Practitioner = {
    id: practitioner.id,
    version: practitioner.version,
    state,
    name: ERASED,
    email: ERASED,
    profession: practitioner.profession,
    regulator: practitioner.regulator,
    registrationNumber: ERASED,
    yearsPrescribing: 0,
    patientFacing: false,
    supervisedBefore: 0,
    preparation: [],
    supervisesProfessions: [],
    supervisesLearnerTypes: [],
    seatRoles: [],
    leadArea: practitioner.leadArea,
    areas: [],
    setting: practitioner.setting,
    organisation: { id: ERASED, name: ERASED },
    sites: practitioner.sites.slice(0, 1).map(({ place }) => ({ outcode: ERASED, town: ERASED, place })),
    days: [],
    mode: 'in-person',
    placesOffered: 0,
    availableFrom: londonDay(now),
    hoursPerWeek: 0,
    fee: 'free',
    employerApproval: false,
    consent: { wording: practitioner.consent.wording, at: practitioner.consent.at },
    flags: [],
    provisional: false,
    commitments: [],
    pendingOffers: [],
    createdAt: practitioner.createdAt,
    confirmedAt: practitioner.confirmedAt,
    updatedAt: now,
  };
  return accepted(erased);
};
