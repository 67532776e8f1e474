import { placesFree } from '../../../shared/capacity/capacity.ts';
import { isOfferIn, type Offer } from '../../../shared/offers/offer.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { periodOf, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { offeredSeat } from '../../../shared/requests/seat-moves.ts';
import type { Table } from '../../store/table/table.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { OfferFacts } from './offer-decision.ts';

/** Maximum number of other offers to withdraw in one commit. The sweep withdraws the rest within five minutes. */
const MOST_OTHERS = 12;

const othersOf = async (
  table: Table,
  practitioner: Practitioner,
  request: SupervisionRequest,
  offerId: string,
): Promise<OfferFacts['others']> => {
  if (placesFree(practitioner, periodOf(request), { offerId }) > 1) return [];
  const ids = practitioner.pendingOffers
    .filter((pending) => pending.offerId !== offerId && !pending.holdsPlace)
    .map((pending) => pending.offerId)
    .slice(0, MOST_OTHERS);
  const offers = [...(await readNouns(table, { offers: ids })).offers.values()].filter(isOfferIn('pending'));
  const { requests } = await readNouns(table, { requests: offers.map(({ requestId }) => requestId) });
  return offers.flatMap((offer) => {
    const sought = requests.get(offer.requestId);
    return sought === undefined || sought.id === request.id ? [] : [{ offer, request: sought }];
  });
};

/**
 * Whether the rows were read in the middle of a change: the offer is pending, but its seat or its practitioner does
 * not record it.
 */
const isTorn = (
  { id, state, seatId }: Offer,
  request: SupervisionRequest,
  { pendingOffers }: Practitioner,
): boolean =>
  state === 'pending' &&
  !(offeredSeat(request, seatId, id) !== undefined && pendingOffers.some(({ offerId }) => offerId === id));

const MOST_READS = 3;

/**
 * Reads what is needed to decide about an answer. Makes two calls to the table, and two more if an acceptance may
 * take the last place. Reads again if the rows do not agree; otherwise, the offer would seem to have been withdrawn.
 * @param accepting whether to read the practitioner's other pending offers too
 * @returns undefined when there is no such offer
 */
export const readOfferFacts = async (
  table: Table,
  offerId: string,
  accepting: boolean,
  readsLeft = MOST_READS - 1,
): Promise<OfferFacts | undefined> => {
  const offer = (await readNouns(table, { offers: [offerId] })).offers.get(offerId);
  if (offer === undefined) return undefined;
  const { requests, practitioners, matches } = await readNouns(table, {
    requests: [offer.requestId],
    practitioners: [offer.practitionerId],
    matches: offer.state === 'accepted' ? [offer.matchId] : [],
  });
  const request = requests.get(offer.requestId);
  const practitioner = practitioners.get(offer.practitionerId);
  if (request === undefined || practitioner === undefined) return undefined;
  if (readsLeft > 0 && isTorn(offer, request, practitioner))
    return readOfferFacts(table, offerId, accepting, readsLeft - 1);
  const match = offer.state === 'accepted' ? matches.get(offer.matchId) : undefined;
  const open = accepting && offer.state === 'pending';
  const others = open ? await othersOf(table, practitioner, request, offerId) : [];
  return { offer, request, practitioner, match, others };
};
