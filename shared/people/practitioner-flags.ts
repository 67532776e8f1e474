import type { OfferOfSupervision, Practitioner } from './practitioner.ts';

/** Years of recent prescribing that a DPP normally has. Fewer are flagged to the team but not refused. */
export const USUAL_YEARS = 3;

/** Number of concurrent learners above which the programme team is notified. No regulator sets a limit. */
export const USUAL_PLACES = 2;

/** Lists the points in an offer of supervision that the programme team should review. */
export const flagsOf = (offer: OfferOfSupervision): Practitioner['flags'] => [
  ...(offer.yearsPrescribing < USUAL_YEARS ? (['under-three-years'] as const) : []),
  ...(offer.placesOffered > USUAL_PLACES ? (['more-than-two-places'] as const) : []),
  ...(offer.employerApproval ? [] : (['no-employer-approval'] as const)),
  ...(offer.fee === 'free' ? [] : (['payment-interest'] as const)),
];
