import type { Email } from '../../../shared/notifications/email.ts';
import { emailFor } from '../../../shared/notifications/email.ts';
import {
  type CurrentMatch,
  type EndReason,
  isCurrent,
  type Match,
  type MatchIn,
} from '../../../shared/matches/match.ts';
import type { Ending } from '../../../shared/matches/ending.ts';
import { completeMatch, endMatchEarly, startedMatch } from '../../../shared/matches/match-moves.ts';
import { type DeclineReason, isOfferIn, type Offer, type OfferIn } from '../../../shared/offers/offer.ts';
import {
  acceptOffer,
  declineOffer,
  lapseOffer,
  makeOffer,
  type OfferNouns,
} from '../../../shared/offers/offer-moves.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { isRequestIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { lapsedRequest, withdrawnRequest } from '../../../shared/offers/close-request.ts';
import { type Instant, londonDay } from '../../../shared/kernel/time.ts';
import { contextWithoutHistory } from '../../../shared/matching/query/seat-query.ts';
import { policyOf } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { demonstrationSystem } from './demonstration-system.ts';
import type { Invent } from './invent.ts';
import { expectAccepted } from './expect-accepted.ts';

const isOpen = isRequestIn('open');
const context = contextWithoutHistory(demonstrationSystem);

type ById<Noun> = Map<string, Noun>;

/** The records that the seed has created, and functions that change them by the service's own rules. */
export const worldOf = (invent: Invent) => {
  const practitioners: ById<Practitioner> = new Map();
  const requests: ById<SupervisionRequest> = new Map();
  const offers: ById<Offer> = new Map();
  const matches: ById<Match> = new Map();
  const emails: Email[] = [];

  const keep = (nouns: {
    readonly request?: SupervisionRequest;
    readonly practitioner?: Practitioner;
    readonly offer?: Offer;
    readonly match?: Match;
  }): void => {
    if (nouns.request) requests.set(nouns.request.id, nouns.request);
    if (nouns.practitioner) practitioners.set(nouns.practitioner.id, nouns.practitioner);
    if (nouns.offer) offers.set(nouns.offer.id, nouns.offer);
    if (nouns.match) matches.set(nouns.match.id, nouns.match);
  };

  const known = <Noun>(nouns: ById<Noun>, id: string): Noun => {
    const noun = nouns.get(id);
    if (noun === undefined) throw new Error(`the seed does not know ${id}`);
    return noun;
  };

  const aroundOffer = (offer: OfferIn<'pending'>): OfferNouns<'pending'> => ({
    offer,
    request: known(requests, offer.requestId),
    practitioner: known(practitioners, offer.practitionerId),
  });

  const aroundMatch = (match: CurrentMatch) => ({
    match,
    request: known(requests, match.requestId),
    practitioner: known(practitioners, match.practitionerId),
  });

  const tiesOf = (requestId: string) => ({
    offers: [...offers.values()]
      .filter(isOfferIn('pending'))
      .filter((offer) => offer.requestId === requestId),
    matches: [...matches.values()].filter(isCurrent).filter((match) => match.requestId === requestId),
    practitioners: [...practitioners.values()],
  });

  return {
    practitioners,
    requests,
    offers,
    matches,
    emails,
    keep,

    /**
     * Offers the first vacant seat to the best candidate at that moment. Returns undefined if there is no
     * such seat or candidate.
     */
    offer: (requestId: string, at: Instant): OfferIn<'pending'> | undefined => {
      const request = known(requests, requestId);
      const seat = request.seats.find(({ state }) => state === 'vacant');
      if (seat === undefined) throw new Error(`${requestId} has no vacant seat`);
      const policy = policyOf(demonstrationSystem);
      const { candidates } = rank(request, seat, [...practitioners.values()], policy, londonDay(at), context);
      const [best] = candidates;
      if (best === undefined) return undefined;
      const { cost, contributions } = best;
      const judged = {
        rank: 1,
        eligibleCount: candidates.length,
        cost,
        contributions: [...contributions],
        policy: policy.version,
      };
      const making = {
        offerId: invent.id(),
        seatId: seat.id,
        judged,
        daysToAnswer: demonstrationSystem.settings.workingDaysToAnswer,
      };
      const made = expectAccepted(makeOffer({ request, practitioner: best.practitioner }, making, at));
      keep(made);
      return made.offer;
    },
    accept: (offer: OfferIn<'pending'>, at: Instant): MatchIn<'agreed'> => {
      const moved = expectAccepted(acceptOffer(aroundOffer(offer), { matchId: invent.id() }, at));
      keep(moved);
      return moved.match;
    },
    decline: (offer: OfferIn<'pending'>, reason: DeclineReason, at: Instant): void =>
      keep(declineOffer(aroundOffer(offer), { reason }, at)),
    lapse: (offer: OfferIn<'pending'>): void => keep(lapseOffer(aroundOffer(offer), offer.expiresAt)),
    start: (agreed: MatchIn<'agreed'>): MatchIn<'started'> => {
      const match = startedMatch(agreed);
      keep({ match });
      return match;
    },
    complete: (match: CurrentMatch, at: Instant): MatchIn<'completed'> => {
      const { matches: others } = tiesOf(match.requestId);
      const moved = completeMatch(aroundMatch(match), others, at);
      keep(moved);
      return moved.match;
    },
    /** Finds the first match that goes on. */
    firstStarted: (): CurrentMatch | undefined => [...matches.values()].filter(isCurrent).at(0),
    endEarly: (match: CurrentMatch, why: EndReason | Ending, at: Instant): void =>
      keep(endMatchEarly(aroundMatch(match), why, at)),
    close: (requestId: string, how: 'withdraw' | 'lapse', at: Instant): void => {
      const request = known(requests, requestId);
      if (!isOpen(request)) throw new Error(`the seed closes a request that is ${request.state}`);
      const ties = tiesOf(requestId);
      const closed =
        how === 'withdraw'
          ? withdrawnRequest(request, ties, 'withdrawn', at)
          : expectAccepted(lapsedRequest(request, ties, londonDay(at), at));
      keep(closed);
      for (const offer of closed.offers) keep({ offer });
      for (const match of closed.matches) keep({ match });
      for (const practitioner of closed.practitioners) keep({ practitioner });
    },
    /** Queues an e-mail that is sent as soon as the service starts, so that the inbox is not empty. */
    write: (name: Email['name'], cause: string, about: Email['about'], at: Instant): void => {
      emails.push(emailFor(name, cause, about, at));
    },
  };
};

export type World = ReturnType<typeof worldOf>;
