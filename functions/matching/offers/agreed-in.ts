import { isCurrent } from '../../../shared/matches/match.ts';
import type { Agreed, OfferFacts } from './offer-decision.ts';

/** Returns what was agreed in an accepted offer; undefined if nothing was, or if the match has ended. */
export const agreedIn = ({ request, practitioner, match }: OfferFacts): Agreed | undefined =>
  match === undefined || !isCurrent(match) ? undefined : { request, practitioner, match };
