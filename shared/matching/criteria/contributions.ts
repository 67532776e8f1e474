import type { Practitioner } from '../../people/practitioner.ts';
import type { WeighedQuery } from '../query/weight.ts';
import { criteria, type criteriaWeights } from './all.ts';

/** A query with the numbers of the policy that criteria count with. */
export type CriteriaQuery = WeighedQuery<typeof criteriaWeights>;

/**
 * One part of a pair's cost with its own facts. Offers keep it as a `Contribution` of any name and facts, so that a
 * stored one outlives its criterion.
 */
export type JudgedContribution = ReturnType<(typeof criteria)[number]['contributionOf']>;

/** Every soft criterion of an eligible pair with its points and the facts behind them; 0 points are kept too. */
export const contributionsOf = (
  query: CriteriaQuery,
  practitioner: Practitioner,
): readonly JudgedContribution[] =>
  criteria.map(({ contributionOf }): JudgedContribution => contributionOf(query, practitioner));

/** Lower bound of an eligible pair's cost in points, for a fraction of the work. */
export const leastCost = (query: CriteriaQuery, practitioner: Practitioner): number =>
  criteria.reduce((sum, { atLeast }) => sum + atLeast(query, practitioner), 0);
