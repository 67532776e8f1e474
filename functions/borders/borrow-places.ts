import { guestOf, mayLend } from '../../shared/borders/loan-moves.ts';
import { type Instant, londonDay } from '../../shared/kernel/time.ts';
import { bestCandidates } from '../../shared/matching/best-candidates.ts';
import { scannedPool } from '../../shared/matching/candidate-pool.ts';
import type { Policy } from '../../shared/matching/policy.ts';
import { type JudgeContext, seatQueryOf } from '../../shared/matching/query/seat-query.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import { isSeatIn, periodLeft, type SeatIn, type SupervisionRequest } from '../../shared/requests/request.ts';
import { makeSeatOffer } from '../matching/seats/make-seat-offer.ts';
import type { Chance } from '../platform/chance.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';
import { forEachReadable } from '../store/table/read-rows.ts';
import { lendAcross } from './lend-across.ts';

interface Deps {
  readonly own: FunctionSystem;
  /** Reads the neighbours that share free places with this system. */
  readonly neighbours: () => Promise<readonly FunctionSystem[]>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly policy: Policy;
  readonly log: Log;
  readonly memory: () => Promise<JudgeContext>;
  readonly heldBack: () => Promise<(request: SupervisionRequest) => boolean>;
}

interface Seeking {
  readonly request: SupervisionRequest;
  readonly seat: SeatIn<'vacant'>;
}

/** A DPP of a neighbour, seen as the guest that they would be. */
interface PossibleGuest {
  readonly neighbour: FunctionSystem;
  readonly practitioner: Practitioner;
}

/**
 * Offers seats for which a system has nobody to the DPPs of neighbouring systems that agreed to it. They are judged by
 * the same requirements and criteria as the system's own DPPs. The best one's place is lent and offered at once.
 * @returns a function that resolves to the number of offers made
 */
export const borrowPlaces = ({ own, neighbours, clock, chance, policy, log, memory, heldBack }: Deps) => {
  const offer = makeSeatOffer({ ...own, chance, policy });

  /** Finds the neighbours' DPPs who were asked already, by their own ids: each copy of a listing has an id of its own. */
  const alreadyAsked = async ({ request }: Seeking): Promise<ReadonlySet<string>> => {
    const tried = request.seats.flatMap((seat) => seat.tried.map(({ practitionerId }) => practitionerId));
    const others = request.seats.flatMap((seat) => ('practitionerId' in seat ? [seat.practitionerId] : []));
    const found = await Promise.all(
      [...tried, ...others].map((id) => practitionerRepository(own.table).findPresent(id)),
    );
    return new Set(
      found.flatMap((one) =>
        one?.guest === undefined ? [] : [`${one.guest.lender}#${one.guest.practitionerId}`],
      ),
    );
  };

  const borrowFor = async (
    seeking: Seeking,
    lenders: readonly (readonly [FunctionSystem, readonly Practitioner[]])[],
    context: JudgeContext,
    now: Instant,
  ): Promise<boolean> => {
    const { request, seat } = seeking;
    const period = periodLeft(request, londonDay(now));
    const asked = await alreadyAsked(seeking);
    const possible = new Map<string, PossibleGuest>();
    const guests = lenders.flatMap(([neighbour, practitioners]) =>
      practitioners
        .filter(
          (practitioner) =>
            mayLend(practitioner, period) && !asked.has(`${neighbour.system.id}#${practitioner.id}`),
        )
        .map((practitioner) => {
          const guestId = `${neighbour.system.id}#${practitioner.id}`;
          possible.set(guestId, { neighbour, practitioner });
          return guestOf(practitioner, { loanId: '', guestId, lender: neighbour.system.id, period });
        }),
    );
    const query = seatQueryOf(request, seat, policy, londonDay(now), context);
    const { candidates, eligible } = bestCandidates(query, scannedPool(guests), 1);
    const [best] = candidates;
    const chosen = best === undefined ? undefined : possible.get(best.practitioner.id);
    if (chosen === undefined) return false;
    const lent = await lendAcross({ borrower: own, lender: chosen.neighbour, chance })(
      chosen.practitioner.id,
      { requestId: request.id, period },
      now,
    );
    if (!lent.ok) return false;
    const made = await offer(
      {
        requestId: request.id,
        seatId: seat.id,
        practitionerId: lent.value.guestId,
        rank: 1,
        eligibleCount: eligible,
        extra: [],
      },
      context,
      now,
    );
    if (made.ok) log.event('offer-made', { requestId: request.id, seatId: seat.id });
    return made.ok;
  };

  return async (): Promise<number> => {
    const lending = await neighbours();
    if (lending.length === 0) return 0;
    const isHeld = await heldBack();
    const seeking = (await requestRepository(own.table).inState('open'))
      .filter((request) => !isHeld(request))
      .flatMap((request): readonly Seeking[] =>
        request.seats
          .filter(isSeatIn('vacant'))
          .filter(({ nobodyLeftAt }) => nobodyLeftAt !== undefined)
          .map((seat) => ({ request, seat })),
      );
    if (seeking.length === 0) return 0;
    const context = await memory();
    const now = clock.now();
    const lenders = await Promise.all(
      lending.map(
        async (neighbour) =>
          [neighbour, await practitionerRepository(neighbour.table).inState('listed')] as const,
      ),
    );
    let offers = 0;
    await forEachReadable(own.table, seeking, async (one) => {
      if (await borrowFor(one, lenders, context, now)) offers += 1;
    });
    return offers;
  };
};
