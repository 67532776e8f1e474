import type { Practitioner } from '../people/practitioner.ts';
import { nearMissesOf } from '../matching/near-misses.ts';
import type { NearMiss, RequirementName, UnmetRequirement } from '../matching/requirements/all.ts';
import type { SingleMiss } from '../matching/requirements/near-miss.ts';
import { type RequirementQuery, unmetRequirements } from '../matching/requirements/unmet-requirements.ts';
import type { SmallestChange } from './round-plan.ts';

const MAX_EXAMPLES = 3;

interface Missed {
  readonly practitioner: Practitioner;
  readonly unmet: readonly UnmetRequirement[];
}

const namesOf = ({ unmet }: Missed): string => unmet.map(({ name }) => name).join(' ');

/** The practitioners who miss the most frequent combination of requirements. */
const mostFrequent = (missed: readonly Missed[]): readonly Missed[] => {
  const groups = new Map<string, Missed[]>();
  for (const one of missed) groups.set(namesOf(one), [...(groups.get(namesOf(one)) ?? []), one]);
  return [...groups.values()].reduce((best, group) => (group.length > best.length ? group : best), []);
};

/**
 * Finds what would help to fill a seat: the number of practitioners whom each single change would add, and
 * the smallest set of requirements to drop so that at least one practitioner becomes eligible, with examples.
 */
export const whatWouldHelp = (
  query: RequirementQuery,
  practitioners: readonly Practitioner[],
): { readonly nearMisses: readonly NearMiss[]; readonly smallestChange: SmallestChange | undefined } => {
  const missed = practitioners
    .map((practitioner): Missed => ({ practitioner, unmet: unmetRequirements(query, practitioner) }))
    .filter(({ unmet }) => unmet.length > 0);
  const fewest = Math.min(...missed.map(({ unmet }) => unmet.length));
  const nearest = mostFrequent(missed.filter(({ unmet }) => unmet.length === fewest));
  const singles = missed.flatMap(
    ({ practitioner, unmet: [requirement, ...more] }): SingleMiss<RequirementName>[] =>
      requirement !== undefined && more.length === 0 ? [{ practitioner, requirement }] : [],
  );
  const [first] = nearest;
  return {
    nearMisses: nearMissesOf(query, singles),
    smallestChange:
      first === undefined
        ? undefined
        : {
            requirements: first.unmet.map(({ name }) => name),
            count: nearest.length,
            examples: nearest.slice(0, MAX_EXAMPLES).map(({ practitioner, unmet }) => ({
              practitionerId: practitioner.id,
              unmet: [...unmet],
            })),
          },
  };
};
