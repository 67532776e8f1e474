import type { Practitioner } from '../../people/practitioner.ts';
import type { WeighedQuery } from '../query/weight.ts';
import { criteria, type criteriaWeights } from './all.ts';

/** A query with the policy numbers of all criteria. */
export type CriteriaQuery = WeighedQuery<typeof criteriaWeights>;

/**
 * One part of a pair's cost, with the facts of its own criterion. Offers store it as a `Contribution`, which
 * allows any name and facts. A stored part can therefore still be read after its criterion has been removed.
 */
export type JudgedContribution = ReturnType<(typeof criteria)[number]['contributionOf']>;

/**
 * Scores an eligible pair by every soft criterion: the points, and the facts behind them. Includes criteria
 * with 0 points.
 */
export const contributionsOf = (
  query: CriteriaQuery,
  practitioner: Practitioner,
): readonly JudgedContribution[] =>
  criteria.map(({ contributionOf }): JudgedContribution => contributionOf(query, practitioner));

/** Lower bound of an eligible pair's cost in points, which takes much less work than the cost itself. */
export const leastCost = (query: CriteriaQuery, practitioner: Practitioner): number =>
  criteria.reduce((sum, { atLeast }) => sum + atLeast(query, practitioner), 0);
