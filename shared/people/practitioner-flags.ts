import type { OfferOfSupervision, Practitioner } from './practitioner.ts';

/** A DPP normally has three years of recent prescribing; fewer is asked about and shown to the team, never refused. */
export const USUAL_YEARS = 3;

/** No regulator caps learners per DPP; above this the programme team is told. */
export const USUAL_PLACES = 2;

/** What the programme team should look at in an offer of supervision. */
export const flagsOf = (offer: OfferOfSupervision): Practitioner['flags'] => [
  ...(offer.yearsPrescribing < USUAL_YEARS ? (['under-three-years'] as const) : []),
  ...(offer.placesOffered > USUAL_PLACES ? (['more-than-two-places'] as const) : []),
  ...(offer.employerApproval ? [] : (['no-employer-approval'] as const)),
  ...(offer.fee === 'free' ? [] : (['payment-interest'] as const)),
];
