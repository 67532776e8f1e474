import { type Match, matchSchema } from '../../shared/domain/match.ts';
import type { Clock } from '../platform/clock.ts';
import type { AuditRepository } from '../platform/storage/audit-repository.ts';
import type { MatchRepository } from '../platform/storage/match-repository.ts';
import type { OfferRepository } from '../platform/storage/offer-repository.ts';
import type { PractitionerRepository } from '../platform/storage/practitioner-repository.ts';
import type { RequestRepository } from '../platform/storage/request-repository.ts';
import type { Table } from '../platform/storage/table.ts';
import { dataElsewhere } from './data-elsewhere.ts';
import { matchesOf, offersOf } from './own-records.ts';

interface Deps {
  readonly table: Table;
  readonly clock: Clock;
  readonly practitioners: Pick<PractitionerRepository, 'find'>;
  readonly requests: Pick<RequestRepository, 'find'>;
  readonly offers: OfferRepository;
  readonly matches: MatchRepository;
  readonly audit: Pick<AuditRepository, 'of'>;
}

/** What the other side said about a match is the other side's. */
const withoutTheirs =
  (feedback: 'learnerFeedback' | 'practitionerFeedback') =>
  (match: Match): Match =>
    matchSchema.parse(Object.fromEntries(Object.entries(match).filter(([name]) => name !== feedback)));

/** Everything the service holds about one practitioner, as they may have it. Who declined a learner is theirs, too. */
export const dataOfPractitioner =
  ({ table, clock, practitioners, offers, matches, audit }: Deps) =>
  async (id: string) => {
    const [practitioner, ownOffers, ownMatches, history] = await Promise.all([
      practitioners.find(id),
      offersOf(offers, ({ practitionerId }) => practitionerId === id),
      matchesOf(matches, ({ practitionerId }) => practitionerId === id),
      audit.of(`practitioner#${id}`),
    ]);
    return {
      exportedAt: clock.now(),
      practitioner,
      offers: ownOffers,
      matches: ownMatches.map(withoutTheirs('learnerFeedback')),
      history,
      ...(practitioner === undefined ? {} : await dataElsewhere(table)('practitionerId', practitioner)),
    };
  };

/** Everything the service holds about one request, as its requester may have it: without who declined. */
export const dataOfRequester =
  ({ table, clock, requests, offers, matches, audit }: Deps) =>
  async (id: string) => {
    const [request, ownOffers, ownMatches, history] = await Promise.all([
      requests.find(id),
      offersOf(offers, ({ requestId }) => requestId === id),
      matchesOf(matches, ({ requestId }) => requestId === id),
      audit.of(`request#${id}`),
    ]);
    return {
      exportedAt: clock.now(),
      request:
        request === undefined
          ? undefined
          : {
              ...request,
              seats: request.seats.map(({ tried, ...seat }) => ({ ...seat, asked: tried.length })),
            },
      offers: ownOffers.map(({ id: offerId, state, role, rank, eligibleCount, madeAt, decidedAt }) => ({
        id: offerId,
        state,
        role,
        rank,
        eligibleCount,
        madeAt,
        decidedAt,
      })),
      matches: ownMatches.map(withoutTheirs('practitionerFeedback')),
      history: history.map(({ at, action }) => ({ at, action })),
      ...(request === undefined
        ? {}
        : await dataElsewhere(table)('requestId', {
            id,
            name: request.requesterName,
            email: request.email,
          })),
    };
  };
