import { type Match, matchStates } from '../../../shared/matches/match.ts';
import { type Offer, offerStates } from '../../../shared/offers/offer.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import type { OfferRepository } from '../../store/repositories/offer-repository.ts';

/** A time before the first record, to query all of them. */
const EVER = '2000-01-01T00:00:00.000Z';

/** Finds the matches of a person, in any state. Reads whole lists, so use it rarely. */
export const matchesOf = async (
  matches: Pick<MatchRepository, 'inState'>,
  concerns: (match: Match) => boolean,
): Promise<readonly Match[]> =>
  (await Promise.all(matchStates.map((state) => matches.inState(state)))).flat().filter(concerns);

/** Finds the offers of a person, in any state. Reads whole lists, so use it rarely. */
export const offersOf = async (
  offers: Pick<OfferRepository, 'pending' | 'decidedSince'>,
  concerns: (offer: Offer) => boolean,
): Promise<readonly Offer[]> => {
  const decided = offerStates
    .filter((state) => state !== 'pending')
    .map((state) => offers.decidedSince(state, EVER));
  return (await Promise.all([offers.pending(), ...decided])).flat().filter(concerns);
};
