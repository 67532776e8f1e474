import type { Contribution } from '../../../shared/offers/offer.ts';
import type { Seat, SupervisionRequest } from '../../../shared/requests/request.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { type JudgeContext, seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { backUp } from '../../../shared/matching/criteria/back-up.ts';
import type { Policy } from '../../../shared/matching/policy.ts';
import { type BestCandidates, bestCandidates } from '../../../shared/matching/best-candidates.ts';
import { type CandidatePool, scannedPool } from '../../../shared/matching/candidate-pool.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { forEachReadable } from '../../store/table/read-rows.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { readNouns } from '../../store/read-nouns.ts';
import { makeSeatOffer } from './make-seat-offer.ts';
import { byUrgency, isBackUpOf, vacantSeats, whoLeft } from './seat-order.ts';
import { tellNobodyLeft } from './tell-nobody-left.ts';

interface Deps {
  readonly table: Table;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly policy: Policy;
  readonly log: Log;
  /** Reads the organisations' current balances, and the prices that say how scarce each practitioner is. */
  readonly memory: () => Promise<JudgeContext>;
  /**
   * Reads which requests wait for a round and must not be matched individually. If this function is omitted, no
   * request waits for a round.
   */
  readonly heldBack?: () => Promise<(request: SupervisionRequest) => boolean>;
}

export interface MatchedSeats {
  readonly offered: number;
  readonly nobodyLeft: number;
}

/**
 * Maximum number of practitioners to try per seat and run. A try fails if the practitioner or the seat has changed
 * meanwhile.
 */
const MOST_PROPOSALS = 10;

const BACK_UP: Contribution = backUp.contribution(0, {});

interface Outcome {
  readonly outcome: 'offered' | 'nobody-left' | 'later';
  /** The request after this outcome. The next seat is matched with this version of the request. */
  readonly request: SupervisionRequest;
}

/**
 * Offers every vacant seat to the best eligible practitioner, most urgent request first. Reports seats for which
 * nobody is eligible. Can run several times at once, because a seat has at most one pending offer.
 * @returns a function that matches the given requests, or all open ones
 */
export const matchSeats = ({ table, clock, chance, policy, log, memory, heldBack }: Deps) => {
  const offer = makeSeatOffer({ table, chance, policy });
  const tell = tellNobodyLeft({ table, chance });

  /**
   * Moves an eligible practitioner to the front if somebody who has left the seat named this practitioner as
   * back-up.
   */
  const backUpsFirst = async (seat: Seat, { candidates, eligible }: BestCandidates) => {
    const left = whoLeft(seat);
    const gone =
      left.length === 0 || candidates.length === 0
        ? []
        : [...(await readNouns(table, { practitioners: left })).practitioners.values()];
    return candidates
      .map(({ practitioner, contributions }, index) => ({
        practitionerId: practitioner.id,
        rank: index + 1,
        eligibleCount: eligible,
        extra: [
          ...contributions.filter(({ criterion }) => criterion === 'pressure'),
          ...(isBackUpOf(seat, gone, practitioner) ? [BACK_UP] : []),
        ],
      }))
      .toSorted((a, b) => Number(b.extra.includes(BACK_UP)) - Number(a.extra.includes(BACK_UP)));
  };

  const matchSeat = async (
    request: SupervisionRequest,
    seat: Seat,
    pool: CandidatePool,
    context: JudgeContext,
  ): Promise<Outcome> => {
    const now = clock.now();
    const ids = { requestId: request.id, seatId: seat.id };
    // Ranks everybody if a practitioner has left the seat, because the back-up may be anywhere in the ranking.
    // Otherwise ranks only the first few.
    const most = whoLeft(seat).length === 0 ? MOST_PROPOSALS : Infinity;
    const query = seatQueryOf(request, seat, policy, londonDay(now), context);
    const best = bestCandidates(query, pool, most);
    const order = await backUpsFirst(seat, best);
    for (const proposal of order.slice(0, MOST_PROPOSALS)) {
      const made = await offer({ ...proposal, ...ids }, context, now);
      if (made.ok) {
        pool.replace(made.value.practitioner);
        log.event('offer-made', ids);
        return { outcome: 'offered', request: made.value.request };
      }
      if (made.refusal !== 'not-eligible') return { outcome: 'later', request };
    }
    if (order.length > 0) return { outcome: 'later', request };
    await tell(request.id, seat.id, now);
    return { outcome: 'nobody-left', request };
  };

  return async (requestIds?: readonly string[]): Promise<MatchedSeats> => {
    const open =
      requestIds === undefined
        ? await requestRepository(table).inState('open')
        : await requestRepository(table).findAll(requestIds);
    const free = byUrgency(open, londonDay(clock.now()));
    const isHeld = free.length === 0 ? undefined : await heldBack?.();
    const seeking = free.filter((request) => isHeld?.(request) !== true);
    if (seeking.length === 0) return { offered: 0, nobodyLeft: 0 };
    const context = await memory();
    const listed = await practitionerRepository(table).inState('listed');
    // The pool of practitioners is updated after each offer, so that a place offered for one seat is not
    // counted as free for the next seat.
    const pool = scannedPool(listed);
    const outcomes: Outcome['outcome'][] = [];
    await forEachReadable(table, seeking, async (sought) => {
      let request = sought;
      for (const seat of vacantSeats(request)) {
        const matched = await matchSeat(request, seat, pool, context);
        request = matched.request;
        outcomes.push(matched.outcome);
      }
    });
    return {
      offered: outcomes.filter((outcome) => outcome === 'offered').length,
      nobodyLeft: outcomes.filter((outcome) => outcome === 'nobody-left').length,
    };
  };
};
