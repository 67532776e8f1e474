import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Day } from '../../../shared/kernel/time.ts';
import { nearMissInWords } from '../../../shared/matching/explain/near-miss-in-words.ts';
import { nearMissesOf } from '../../../shared/matching/near-misses.ts';
import { contextWithoutHistory, seatQueryOf } from '../../../shared/matching/query/seat-query.ts';
import type { NearMiss, RequirementName } from '../../../shared/matching/requirements/all.ts';
import type { SingleMiss } from '../../../shared/matching/requirements/near-miss.ts';
import { requirementPolicyOf } from '../../../shared/matching/requirements/requirement-policy.ts';
import { unmetRequirements } from '../../../shared/matching/requirements/unmet-requirements.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { MatchingSupply } from './matching-supply.ts';
import { vacantSeats } from './seat-order.ts';

/** Facts about the search for one seat that the requester may know: counts, never names. */
export interface SeatHelp {
  readonly seatId: string;
  /** Number of practitioners who could take the seat at present. */
  readonly eligible: number;
  readonly nearMisses: readonly NearMiss[];
  /** The near misses as sentences: "2 more DPPs would fit if you could travel 10 minutes further." */
  readonly words: readonly string[];
}

interface Deps {
  /** Returns who might fit a seat; undefined before the first files are built. */
  readonly supply: () => Promise<Pick<MatchingSupply, 'nearly'> | undefined>;
  readonly system: ServiceSystem;
}

/**
 * Counts the eligible practitioners for each vacant seat of a request, and finds which single change would make more
 * people eligible. Applies only the requirements, because the criteria rank eligible practitioners and exclude
 * nobody. Personal details are not looked at, so that somebody with a conflict of interest may be counted.
 */
export const whatWouldHelp =
  ({ supply, system }: Deps) =>
  async (request: SupervisionRequest, today: Day): Promise<readonly SeatHelp[]> => {
    const seats = vacantSeats(request);
    if (seats.length === 0) return [];
    const known = await supply();
    if (known === undefined) return [];
    const policy = requirementPolicyOf(system);
    return seats.map((seat) => {
      const query = seatQueryOf(request, seat, policy, today, contextWithoutHistory(system));
      const singles: SingleMiss<RequirementName>[] = [];
      let eligible = 0;
      for (const practitioner of known.nearly(query)) {
        const [first, second] = unmetRequirements(query, practitioner, 2);
        if (first === undefined) eligible += 1;
        else if (second === undefined) singles.push({ practitioner, requirement: first });
      }
      const nearMisses = nearMissesOf(query, singles);
      return { seatId: seat.id, eligible, nearMisses, words: nearMisses.map(nearMissInWords) };
    });
  };
