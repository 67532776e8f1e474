import { isCurrent } from '../../shared/matches/match.ts';
import type { Match } from '../../shared/matches/match.ts';
import type { Offer } from '../../shared/offers/offer.ts';
import { isSeatIn, isTaken, type Seat, type StoredRequest } from '../../shared/requests/request.ts';
import type { Ledger, PractitionerNoun } from './ledger.ts';

type Nouns = Pick<Ledger, 'practitioners' | 'requests' | 'offers' | 'matches'>;
type Tell = (what: string) => void;

const seatAgrees = (nouns: Nouns, request: StoredRequest, seat: Seat, tell: Tell): void => {
  const offer = isTaken(seat) ? nouns.offers.get(seat.offerId) : undefined;
  const match = seat.state === 'filled' ? nouns.matches.get(seat.matchId) : undefined;
  const where = `seat ${seat.id}`;
  switch (seat.state) {
    case 'vacant':
      if (['offerId', 'practitionerId', 'matchId'].some((field) => field in seat))
        tell(`${where} is vacant and has somebody`);
      return;
    case 'offered':
      if (request.state !== 'open') tell(`${where} is offered though its request is ${request.state}`);
      if (offer?.state !== 'pending')
        tell(`${where} is offered by an offer that is ${offer?.state ?? 'unknown'}`);
      if (offer?.practitionerId !== seat.practitionerId) tell(`${where} is offered to somebody else`);
      return;
    case 'filled':
      if (!['open', 'paused', 'matched'].includes(request.state)) return;
      if (match === undefined || match.state === 'ended-early' || match.state === 'undone')
        tell(`${where} is filled by a match that is ${match?.state ?? 'unknown'}`);
      if (offer?.state !== 'accepted' || offer.matchId !== seat.matchId)
        tell(`${where} is filled by an offer that is ${offer?.state ?? 'unknown'}`);
      if (match?.practitionerId !== seat.practitionerId) tell(`${where} is filled by somebody else`);
  }
};

/** Checks that a request agrees with the offers and matches of its seats. */
export const requestAgrees = (nouns: Nouns, request: StoredRequest, tell: Tell): void => {
  for (const seat of request.seats) seatAgrees(nouns, request, seat, tell);
  const all = request.seats.length > 0 && request.seats.every(({ state }) => state === 'filled');
  if (
    (request.state === 'matched') !== (all && request.state !== 'completed') &&
    ['open', 'matched'].includes(request.state)
  )
    tell(`request ${request.id} is ${request.state} with ${all ? 'all' : 'not all'} seats filled`);
  const people = request.seats.filter(isTaken).map(({ practitionerId }) => practitionerId);
  if (new Set(people).size < people.length) tell(`request ${request.id} has one person in two seats`);
  if (request.state === 'completed')
    for (const { matchId } of request.seats.filter(isSeatIn('filled'))) {
      const match = nouns.matches.get(matchId);
      if (match !== undefined && isCurrent(match))
        tell(`request ${request.id} is completed before match ${match.id}`);
    }
};

/** States that nobody enters with live offers. */
export const withoutOffers: readonly string[] = ['paused', 'unlisted', 'suspended', 'refused', 'merged'];

/**
 * Checks that a practitioner agrees with their offers and matches.
 * @param mayHaveOffers ids of those to whom an older version left offers, until this version takes them back
 */
export const practitionerAgrees = (
  nouns: Nouns,
  practitioner: PractitionerNoun,
  tell: Tell,
  mayHaveOffers: ReadonlySet<string> = new Set(),
): void => {
  const { id, state, pendingOffers, commitments } = practitioner;
  for (const { offerId, from, to } of pendingOffers) {
    const offer = nouns.offers.get(offerId);
    if (offer?.state !== 'pending' || offer.practitionerId !== id)
      tell(`practitioner ${id} awaits offer ${offerId}, which is ${offer?.state ?? 'unknown'}`);
    const request = offer === undefined ? undefined : nouns.requests.get(offer.requestId);
    if (request !== undefined && (request.courseStart !== from || request.courseEnd !== to))
      tell(`practitioner ${id} is asked about other days than request ${request.id} has`);
  }
  for (const { matchId, from, to } of commitments) {
    const match = nouns.matches.get(matchId);
    if (match === undefined || !isCurrent(match) || match.practitionerId !== id)
      tell(`practitioner ${id} has a place taken by match ${matchId}, which is ${match?.state ?? 'unknown'}`);
    else if (match.from !== from || match.to !== to)
      tell(`practitioner ${id} holds other days than match ${matchId}`);
  }
  if (pendingOffers.length > 3)
    tell(`practitioner ${id} is asked ${String(pendingOffers.length)} times at once`);
  if (withoutOffers.includes(state) && pendingOffers.length > 0 && !mayHaveOffers.has(id))
    tell(`practitioner ${id} is ${state} and still has offers`);
  if (practitioner.unreachableSince !== undefined && pendingOffers.length > 0)
    tell(`practitioner ${id} is unreachable and still has offers`);
  if ((state === 'withdrawn' || state === 'erased') && pendingOffers.length + commitments.length > 0)
    tell(`practitioner ${id} is ${state} and still tied`);
};

/** Checks that an offer agrees with its seat and its practitioner. */
export const offerAgrees = (nouns: Nouns, offer: Offer, tell: Tell): void => {
  const seat = nouns.requests.get(offer.requestId)?.seats.find(({ id }) => id === offer.seatId);
  const awaited =
    nouns.practitioners
      .get(offer.practitionerId)
      ?.pendingOffers.some(({ offerId }) => offerId === offer.id) === true;
  const offered = seat?.state === 'offered' && seat.offerId === offer.id;
  const pending = offer.state === 'pending';
  if (pending !== offered)
    tell(`offer ${offer.id} is ${offer.state} and its seat ${offered ? 'waits' : 'does not wait'}`);
  if (pending !== awaited)
    tell(`offer ${offer.id} is ${offer.state} and ${awaited ? 'awaited' : 'not awaited'}`);
};

/** Checks that a match agrees with its request and its practitioner. */
export const matchAgrees = (nouns: Nouns, match: Match, tell: Tell): void => {
  const request = nouns.requests.get(match.requestId);
  const seat = request?.seats.find(({ id }) => id === match.seatId);
  const kept =
    nouns.practitioners.get(match.practitionerId)?.commitments.some(({ matchId }) => matchId === match.id) ===
    true;
  const goesOn = isCurrent(match);
  if (goesOn !== kept)
    tell(`match ${match.id} is ${match.state} and its place is ${kept ? 'taken' : 'free'}`);
  if (goesOn && (seat?.state !== 'filled' || seat.matchId !== match.id))
    tell(`match ${match.id} goes on without its seat`);
  if (goesOn && request !== undefined && !['open', 'paused', 'matched', 'lapsed'].includes(request.state))
    tell(`match ${match.id} goes on though its request is ${request.state}`);
};

/** Checks that all records agree with each other. */
export const everythingAgrees = (nouns: Nouns, tell: Tell): void => {
  for (const request of nouns.requests.values()) requestAgrees(nouns, request, tell);
  for (const practitioner of nouns.practitioners.values()) practitionerAgrees(nouns, practitioner, tell);
  for (const offer of nouns.offers.values()) offerAgrees(nouns, offer, tell);
  for (const match of nouns.matches.values()) matchAgrees(nouns, match, tell);
};
