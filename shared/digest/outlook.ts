import type { Practitioner } from '../domain/practitioner.ts';
import type { Day } from '../domain/time.ts';
import { fairnessCases } from '../insights/fairness-cases.ts';
import { oneMoreDpp } from '../insights/one-more-dpp.ts';
import { daysOfQuarter, quarterOf } from '../insights/quarter.ts';
import { firstComeIn, fullDppsIn } from '../insights/round-results.ts';
import { fairnessOf } from '../matching/fairness.ts';
import { policy } from '../matching/policy.ts';
import { places } from '../reference/places.ts';
import type { DigestNouns } from './compute-figures.ts';
import type { Figures } from './figures.ts';
import type { DigestScope } from './scope.ts';

/** Headings under "one more DPP" that a digest tells. */
const MOST_ROWS = 5;

const isListed = ({ state }: Practitioner): boolean => state === 'listed';

/**
 * Where one more DPP would help most, and how learners fared this quarter, for the system or a place. Judged with
 * everybody, then narrowed to the scope: learners cross the borders of places.
 */
export const outlookOf = (
  scope: DigestScope,
  { practitioners, requests, matches, rounds = [] }: DigestNouns,
  today: Day,
): Pick<Figures, 'oneMore' | 'fairness'> => {
  if (scope.kind === 'organisation') return {};
  const inScope = (place: string): boolean => scope.kind === 'system' || scope.place === place;
  const { rows } = oneMoreDpp(requests, practitioners.filter(isListed), policy, today, fullDppsIn(rounds));
  const quarter = quarterOf(today);
  const facts = { requests, matches, practitioners, firstCome: firstComeIn(rounds) };
  const { by } = fairnessOf(fairnessCases(facts, daysOfQuarter(quarter), today));
  return {
    oneMore: rows
      .filter(({ place }) => inScope(place))
      .slice(0, MOST_ROWS)
      .map(({ place, area, town, couldTake }) => ({ place, area, town, learners: couldTake })),
    fairness: {
      quarter,
      byPlace: places.flatMap(({ id: place }) =>
        by.place
          .filter(({ id }) => id === place && inScope(place))
          .map(({ learners, placed, waitingDays, miles }) => ({
            place,
            learners,
            placed,
            waitingDays,
            ...(miles === undefined ? {} : { miles }),
          })),
      ),
    },
  };
};
