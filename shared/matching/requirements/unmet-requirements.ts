import type { Practitioner } from '../../people/practitioner.ts';
import type { WeighedQuery } from '../query/weight.ts';
import { requirements, requirementsByCost, type requirementWeights, type UnmetRequirement } from './all.ts';

/** A query with the policy numbers of all requirements. */
export type RequirementQuery = WeighedQuery<typeof requirementWeights>;

/**
 * The requirements that a pair does not meet, each with the two values compared.
 * @param most the number of unmet requirements after which the check stops: a ranking needs to know only
 *   whether there are none, one or several
 */
export const unmetRequirements = (
  query: RequirementQuery,
  practitioner: Practitioner,
  most = Infinity,
): readonly UnmetRequirement[] => {
  const unmet: UnmetRequirement[] = [];
  for (const { name, meets, compared } of requirements) {
    if (meets(query, practitioner)) continue;
    const { wanted, found } = compared(query, practitioner);
    unmet.push({ name, wanted, found });
    if (unmet.length >= most) break;
  }
  return unmet;
};

/** Whether a pair meets every requirement. */
export const meetsAll = (query: RequirementQuery, practitioner: Practitioner): boolean =>
  requirementsByCost.every(({ meets }) => meets(query, practitioner));
