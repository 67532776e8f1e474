import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Contribution } from '../../../shared/offers/offer.ts';
import type { Seat, SupervisionRequest } from '../../../shared/requests/request.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import { backUp } from '../../../shared/matching/criteria/back-up.ts';
import type { Policy } from '../../../shared/matching/policy.ts';
import type { Candidate } from '../../../shared/matching/rank.ts';
import { bestCandidates } from '../../../shared/matching/best-candidates.ts';
import { unreachablePractitioner } from '../../../shared/people/reach.ts';
import { addressHash } from '../../platform/hash.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { forEachReadable } from '../../store/table/read-rows.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { type Nouns, readNouns } from '../../store/read-nouns.ts';
import { losePractitioner } from '../matches/lose-practitioner.ts';
import { askAboutTies } from './ask-about-ties.ts';
import { makeSeatOffer } from './make-seat-offer.ts';
import type { MatchingSupply } from './matching-supply.ts';
import { namedBackUps } from './named-back-ups.ts';
import { byUrgency, vacantSeats } from './seat-order.ts';
import { tellNobodyLeft } from './tell-nobody-left.ts';
import { unclearTies } from './unclear-ties.ts';

interface Deps {
  readonly table: Table;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly policy: Policy;
  readonly system: Pick<ServiceSystem, 'settings'>;
  readonly log: Log;
  /** Reads the practitioners among whom to look, with balances of hosting and prices of scarce practitioners. */
  readonly supply: () => Promise<MatchingSupply>;
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
 * Maximum number of practitioners whose rows are read at once for a seat, and of such reads in one run. A further read is
 * needed only if the rows show that those proposed cannot take the seat, or fit less well.
 */
const MOST_PROPOSALS = 10;
const MOST_READS = 3;

const BACK_UP: Contribution = backUp.contribution(0, {});

interface Outcome {
  readonly outcome: 'offered' | 'nobody-left' | 'later';
  /** The request after this outcome. The next seat is matched with this version of the request. */
  readonly request: SupervisionRequest;
}

/**
 * Offers every vacant seat to the best eligible practitioner, most urgent request first. Reports seats for which
 * nobody is eligible. Can run several times at once, because a seat has at most one pending offer.
 *
 * The supply proposes and the rows decide: the rows of the best few are read with strong consistency and ranked again,
 * and the commit depends on their versions.
 * @returns a function that matches the given requests, or all open ones
 */
export const matchSeats = ({ system, table, clock, chance, policy, log, supply, heldBack }: Deps) => {
  const offer = makeSeatOffer({ system, table, chance, policy });
  const tell = tellNobodyLeft({ table, chance });
  const askTeam = askAboutTies({ table, chance });
  const lose = losePractitioner({ table, chance });
  const backUpsOf = namedBackUps(table);

  const matchSeat = async (
    request: SupervisionRequest,
    seat: Seat,
    { pool, context, completeTo }: MatchingSupply,
  ): Promise<Outcome> => {
    const now = clock.now();
    const ids = { requestId: request.id, seatId: seat.id };
    const later: Outcome = { outcome: 'later', request };
    const query = seatQueryOf(request, seat, policy, londonDay(now), context);
    const isBackUp = await backUpsOf(seat);
    // Ranks everybody if a back-up is named, because the back-up may be anywhere in the ranking.
    const most = isBackUp === undefined ? MOST_PROPOSALS : Infinity;
    const rank = () => {
      const { candidates, eligible } = bestCandidates(query, pool, most);
      const order = candidates
        .map((candidate, index) => ({ ...candidate, rank: index + 1 }))
        .toSorted((a, b) => Number(isBackUp?.(b.practitioner)) - Number(isBackUp?.(a.practitioner)))
        .slice(0, MOST_PROPOSALS);
      return { order, eligible };
    };
    let known: Nouns | undefined;
    let isOlder = false;
    const read = new Map<string, Practitioner>();
    const askAbout = async (candidates: readonly Candidate[]): Promise<void> => {
      const unclear = unclearTies(query, read.values(), candidates);
      if (unclear.length > 0) await askTeam(request.id, unclear, now);
    };
    for (let reads = 0; ; reads += 1) {
      const { order, eligible } = rank();
      const [best] = order;
      if (best === undefined) {
        // A row that is newer than the supply shows that the supply does not know the latest changes.
        if (isOlder) return later;
        await askAbout([]);
        const told = await tell(request.id, seat.id, now, completeTo);
        return told.ok && told.value === 'too-early' ? later : { outcome: 'nobody-left', request };
      }
      const row = read.get(best.practitioner.id);
      if (row !== undefined && known !== undefined) {
        const extra = [
          ...best.contributions.filter(({ criterion }) => criterion === 'pressure'),
          ...(isBackUp?.(row) === true ? [BACK_UP] : []),
        ];
        const proposal = { practitionerId: row.id, rank: best.rank, eligibleCount: eligible, extra, ...ids };
        const made = await offer(proposal, context, now, { ...known, practitioners: read });
        if (!made.ok && made.refusal === 'address-suppressed') {
          await lose(row.id, [addressHash(row.email)], 'suppressed', now);
          const lost = unreachablePractitioner(row, now);
          read.set(row.id, lost);
          pool.replace(lost);
          continue;
        }
        if (!made.ok) return later;
        pool.replace(made.value.practitioner);
        log.event('offer-made', ids);
        await askAbout(order);
        return { outcome: 'offered', request: made.value.request };
      }
      if (reads === MOST_READS) return later;
      const unread = order.map(({ practitioner }) => practitioner).filter(({ id }) => !read.has(id));
      known = await readNouns(table, {
        requests: [request.id],
        practitioners: unread.map(({ id }) => id),
      });
      for (const proposed of unread) {
        const current = known.practitioners.get(proposed.id) ?? { ...proposed, state: 'withdrawn' };
        isOlder ||= current.version !== proposed.version || current.state !== 'listed';
        read.set(proposed.id, current);
        pool.replace(current);
      }
    }
  };

  return async (requestIds?: readonly string[]): Promise<MatchedSeats> => {
    const open =
      requestIds === undefined
        ? await requestRepository(table).inState('open')
        : await requestRepository(table).findAll(requestIds);
    const free = byUrgency(open, clock.now());
    const isHeld = free.length === 0 ? undefined : await heldBack?.();
    const seeking = free.filter((request) => isHeld?.(request) !== true);
    if (seeking.length === 0) return { offered: 0, nobodyLeft: 0 };
    // The pool of practitioners is updated after each offer, so that a place offered for one seat is not
    // counted as free for the next seat.
    const known = await supply();
    const outcomes: Outcome['outcome'][] = [];
    await forEachReadable(table, seeking, async (sought) => {
      let request = sought;
      for (const seat of vacantSeats(request)) {
        const matched = await matchSeat(request, seat, known);
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
