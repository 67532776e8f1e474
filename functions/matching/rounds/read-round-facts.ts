import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { isTaken, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { isReachable } from '../../../shared/requests/requester-reach.ts';
import { isInWindow } from '../../../shared/rounds/round-moves.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { RoundPolicy } from '../../../shared/rounds/round-policy.ts';
import { type Kept, type Snapshot, snapshotOf } from '../../../shared/rounds/snapshot.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import { readManyNouns } from '../../store/read-many-nouns.ts';
import { planDocuments } from '../../store/plan-documents.ts';
import type { RoundDeps } from './round-deps.ts';

/** Number of earlier rounds to consider: learners who got no place in them have priority. */
const ROUNDS_CARRIED_OVER = 3;

const hasQuotas = ({ quotas: { system, places, organisations } }: RoundPolicy): boolean =>
  system !== undefined || Object.keys(places).length + Object.keys(organisations).length > 0;

const versionsOf = (
  requests: readonly SupervisionRequest[],
  practitioners: readonly Practitioner[],
): Record<string, number> =>
  Object.fromEntries([
    ...requests.map(({ id, version }) => [`request#${id}`, version] as const),
    ...practitioners.map(({ id, version }) => [`practitioner#${id}`, version] as const),
  ]);

/**
 * Reads the inputs of a round: every request in its window that has a vacant seat and whose requester can be told. If there are quotas, also reads
 * requests whose seats are taken, because they count towards the quotas. For a follow-up, reads only the requests of
 * the round that are still open or matched.
 */
export const readRoundFacts = ({ table, clock, policy, memory }: RoundDeps) => {
  const requests = requestRepository(table);
  const practitioners = practitionerRepository(table);
  const documents = planDocuments(table);

  const ofRound = async (round: Round): Promise<readonly SupervisionRequest[]> => {
    const [open, matched] = await Promise.all([requests.inState('open'), requests.inState('matched')]);
    const today = londonDay(clock.now());
    const inWindow = [...open, ...matched].filter(
      (request) => isInWindow(round, request) && (request.state === 'matched' || isReachable(request, today)),
    );
    if (round.confirmedPlan !== undefined) {
      const { snapshot } = await documents.input(round, { id: round.confirmedPlan });
      const ours = new Set(snapshot.requests.map(({ id }) => id));
      return inWindow.filter(({ id }) => ours.has(id));
    }
    return inWindow.filter(
      ({ state, seats }) =>
        hasQuotas(policy) || (state === 'open' && seats.some((seat) => seat.state === 'vacant')),
    );
  };

  const carriedOver = async (round: Round): Promise<readonly string[]> => {
    const earlier = (await roundRepository(table).all())
      .flatMap(({ id, confirmedPlan }) =>
        id === round.id || confirmedPlan === undefined ? [] : [{ id, plan: { id: confirmedPlan } }],
      )
      .slice(0, ROUNDS_CARRIED_OVER);
    const left = await Promise.all(earlier.map(({ id, plan }) => documents.left({ id }, plan)));
    return [...new Set(left.flat())];
  };

  return async (
    round: Round,
  ): Promise<{ readonly snapshot: Snapshot; readonly versions: Readonly<Record<string, number>> }> => {
    const [wanted, all, left, { balances }] = await Promise.all([
      ofRound(round),
      practitioners.inState('listed'),
      carriedOver(round),
      memory(),
    ]);
    const listed = all.filter(({ guest }) => guest === undefined);
    const taken = wanted.flatMap(({ id, seats }) =>
      seats.filter(isTaken).map(({ id: seatId, practitionerId, offerId }) => ({
        requestId: id,
        seatId,
        practitionerId,
        offerId,
      })),
    );
    const known = new Set(listed.map(({ id }) => id));
    const more = await readManyNouns(table, {
      offers: taken.map(({ offerId }) => offerId),
      practitioners: taken.map(({ practitionerId }) => practitionerId).filter((id) => !known.has(id)),
    });
    const everybody = [...listed, ...more.practitioners.values()];
    const kept = taken.map(({ offerId, ...one }): Kept => ({
      ...one,
      contributions: [...(more.offers.get(offerId)?.contributions ?? [])],
    }));
    const ours = new Set(wanted.map(({ id }) => id));
    return {
      versions: versionsOf(wanted, everybody),
      snapshot: snapshotOf({
        day: londonDay(clock.now()),
        requests: wanted,
        practitioners: everybody,
        kept,
        balances: { ...balances },
        carriedOver: left.filter((id) => ours.has(id)),
      }),
    };
  };
};
