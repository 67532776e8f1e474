import type { Practitioner } from '../people/practitioner.ts';
import type { Day } from '../kernel/time.ts';
import { fairnessCases } from '../insights/fairness-cases.ts';
import { oneMoreDpp } from '../insights/one-more-dpp.ts';
import { daysOfQuarter, quarterOf } from '../insights/quarter.ts';
import { firstComeIn, fullDppsIn, type RoundResult } from '../insights/round-results.ts';
import { fairnessOf } from '../insights/fairness.ts';
import { once } from '../kernel/once.ts';
import { policyOf } from '../matching/policy.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import type { DigestNouns } from './digest-nouns.ts';
import type { Figures } from './figures.ts';
import type { DigestScope } from './scope.ts';

/** Maximum rows under "one more DPP" in a digest. */
const MAX_ROWS = 5;

/** Result of the latest round, compared with first come, first served; empty if there is none. */
const lastRoundOf = (rounds: readonly RoundResult[]): Pick<Figures, 'lastRound'> => {
  const [latest] = rounds.toSorted((a, b) => (a.confirmedOn > b.confirmedOn ? -1 : 1));
  if (latest === undefined) return {};
  const { totals, firstCome, travel } = fairnessOf(latest.outcomes);
  return {
    lastRound: {
      name: latest.name,
      confirmedOn: latest.confirmedOn,
      learners: totals.learners,
      placed: totals.placed,
      firstComePlaced: firstCome.placed,
      milesSaved: travel?.milesSaved ?? 0,
      kgCo2eSaved: travel?.kgCo2eSaved ?? 0,
    },
  };
};

const isListed = ({ state }: Practitioner): boolean => state === 'listed';

/**
 * Computes where one more DPP would help most, how learners fared this quarter, and the result of the latest
 * round, for the system or a place. Computes it once for all scopes, and includes everybody, because learners may have
 * a DPP in another place; only the result is narrowed to a scope.
 */
export const outlookOf = (
  { practitioners, requests, matches, rounds = [] }: DigestNouns,
  today: Day,
  system: ServiceSystem,
): ((scope: DigestScope) => Pick<Figures, 'oneMore' | 'fairness' | 'lastRound'>) => {
  const quarter = quarterOf(today);
  const oneMore = once(() => {
    const listed = practitioners.filter(isListed);
    return oneMoreDpp(requests, listed, policyOf(system), today, system, fullDppsIn(rounds)).rows;
  });
  const fairness = once(() => {
    const facts = { requests, matches, practitioners, firstCome: firstComeIn(rounds) };
    return fairnessOf(fairnessCases(facts, daysOfQuarter(quarter), today, system.travel)).by;
  });
  return (scope) => {
    if (scope.kind === 'organisation') return {};
    const inScope = (place: string): boolean => scope.kind === 'system' || scope.place === place;
    return {
      ...(scope.kind === 'system' ? lastRoundOf(rounds) : {}),
      oneMore: oneMore()
        .filter(({ place }) => inScope(place))
        .slice(0, MAX_ROWS)
        .map(({ place, area, town, couldTake }) => ({ place, area, town, learners: couldTake })),
      fairness: {
        quarter,
        byPlace: system.geography.places.flatMap(({ id: place }) =>
          fairness()
            .place.filter(({ id }) => id === place && inScope(place))
            .map(({ learners, placed, waitingDays, minutes, miles }) => ({
              place,
              learners,
              placed,
              waitingDays,
              ...(minutes === undefined ? {} : { minutes }),
              ...(miles === undefined ? {} : { miles }),
            })),
        ),
      },
    };
  };
};
