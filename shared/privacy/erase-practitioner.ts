import { ERASED } from '../kernel/erased.ts';
import { type Instant, londonDay } from '../kernel/time.ts';
import type { ErasedPractitioner, Practitioner } from '../people/practitioner.ts';

/** An erased practitioner with the placeholders that version 0.1.0 requires. */
export type ErasedWithPlaceholders = ErasedPractitioner & Omit<Practitioner, 'state'>;

/**
 * Removes all personal data. Keeps the ids, because matches and the audit refer to them. The practitioner's
 * matches and offers must be undone first.
 */
export const erasedPractitioner = (practitioner: Practitioner, now: Instant): ErasedPractitioner => {
  const erased: ErasedWithPlaceholders = {
    id: practitioner.id,
    version: practitioner.version,
    state: 'erased',
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
  return erased;
};
