import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import type { JudgeContext } from '../../../shared/matching/query/seat-query.ts';
import { nearMissInWords } from '../../../shared/matching/explain/near-miss-in-words.ts';
import type { NearMiss } from '../../../shared/matching/requirements/all.ts';
import type { Policy } from '../../../shared/matching/policy.ts';
import { rank } from '../../../shared/matching/rank.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { vacantSeats } from './seat-order.ts';

interface Deps {
  readonly table: Table;
  readonly policy: Policy;
  readonly memory: () => Promise<JudgeContext>;
}

/** What a requester may know about the search for one seat: counts, never names. */
export interface SeatHelp {
  readonly seatId: string;
  /** Practitioners who can take the seat now. */
  readonly eligible: number;
  readonly nearMisses: readonly NearMiss[];
  /** The same as sentences: "2 more if you can travel 5 miles further." */
  readonly words: readonly string[];
}

/**
 * For each vacant seat of a request: the number of eligible practitioners, and which single change would add more.
 * One call to the table.
 */
export const whatWouldHelp =
  ({ table, policy, memory }: Deps) =>
  async (request: SupervisionRequest, today: Day): Promise<readonly SeatHelp[]> => {
    const seats = vacantSeats(request);
    if (seats.length === 0) return [];
    const context = await memory();
    const listed = await practitionerRepository(table).inState('listed');
    return seats.map((seat) => {
      const { candidates, nearMisses } = rank(request, seat, listed, policy, today, context);
      return {
        seatId: seat.id,
        eligible: candidates.length,
        nearMisses,
        words: nearMisses.map(nearMissInWords),
      };
    });
  };
