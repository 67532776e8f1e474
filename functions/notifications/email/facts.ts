import type { Email } from '../../../shared/domain/email.ts';
import type { Match } from '../../../shared/domain/match.ts';
import type { Offer } from '../../../shared/domain/offer.ts';
import type { Organisation } from '../../../shared/domain/organisation.ts';
import type { Practitioner } from '../../../shared/domain/practitioner.ts';
import type { Seat, SupervisionRequest } from '../../../shared/domain/request.ts';
import { type Instant, londonDay } from '../../../shared/domain/time.ts';
import type { DigestRun } from '../digests/digest-run.ts';

/** Everything that a message may be about, as it stands now. What is gone, or was never meant, is absent. */
export interface Facts {
  readonly email: Email;
  readonly now: Instant;
  /** London's day at `now`. */
  readonly today: string;
  readonly practitioner?: Practitioner;
  readonly request?: SupervisionRequest;
  readonly seat?: Seat;
  readonly offer?: Offer;
  readonly match?: Match;
  readonly organisation?: Organisation;
  readonly digest?: DigestRun;
}

interface Finder<Noun> {
  find(id: string): Promise<Noun | undefined>;
}

interface FactsDeps {
  readonly practitioners: Finder<Practitioner>;
  readonly requests: Finder<SupervisionRequest>;
  readonly offers: Finder<Offer>;
  readonly matches: Finder<Match>;
  readonly organisations: Finder<Organisation>;
  readonly digests: Finder<DigestRun>;
}

const found = async <Noun>(finder: Finder<Noun>, id: string | undefined): Promise<Noun | undefined> =>
  id === undefined ? undefined : finder.find(id);

/** An outbox row → the facts behind its ids. An offer or a match also brings the two people it is between. */
export const factsLoader =
  (deps: FactsDeps) =>
  async (email: Email, now: Instant): Promise<Facts> => {
    const { about } = email;
    const [match, namedOffer, organisation, digest] = await Promise.all([
      found(deps.matches, about.matchId),
      found(deps.offers, about.offerId),
      found(deps.organisations, about.organisationId),
      found(deps.digests, email.name.startsWith('digest-') ? about.occasion : undefined),
    ]);
    const [offer, practitioner, request] = await Promise.all([
      namedOffer ?? found(deps.offers, match?.offerId),
      found(deps.practitioners, about.practitionerId ?? match?.practitionerId ?? namedOffer?.practitionerId),
      found(deps.requests, about.requestId ?? match?.requestId ?? namedOffer?.requestId),
    ]);
    const seatId = about.seatId ?? match?.seatId ?? offer?.seatId;
    const seat = request?.seats.find(({ id }) => id === seatId);
    return {
      email,
      now,
      today: londonDay(now),
      ...(practitioner === undefined ? {} : { practitioner }),
      ...(request === undefined ? {} : { request }),
      ...(seat === undefined ? {} : { seat }),
      ...(offer === undefined ? {} : { offer }),
      ...(match === undefined ? {} : { match }),
      ...(organisation === undefined ? {} : { organisation }),
      ...(digest === undefined ? {} : { digest }),
    };
  };
