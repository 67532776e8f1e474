import { accepted, refused, type Result } from '../kernel/result.ts';
import { allocate } from './allocate.ts';
import type { Allocation } from './allocation.ts';
import { readClaim } from './claim.ts';
import type { Instance, InstanceTrouble } from './instance.ts';
import { compareWorth, ZERO_WORTH, readPrices } from './price-book.ts';

/** Differences from the optimum if this pair were forced. */
export interface Forced {
  /**
   * Change in the number of learners placed, in the number of pairs in the worst band, and in points.
   * Negative means fewer.
   */
  readonly placed: number;
  readonly worstBand: number;
  readonly totalCost: number;
  /** Learners who would lose their place, and learners who would gain one. */
  readonly displaced: readonly string[];
  readonly gained: readonly string[];
}

export interface PairExplanation {
  readonly learner: string;
  readonly practitioner: string;
  readonly eligible: boolean;
  /** Cost of the pair in points; null if the pair is not eligible. */
  readonly cost: number | null;
  /** Rank of the pair by cost among the learner's eligible pairs, from 1; null if the pair is not eligible. */
  readonly rank: number | null;
  /** Number of the learner's eligible pairs. */
  readonly of: number;
  /** The practitioner whom the learner has in the optimum. */
  readonly assigned: string | null;
  /**
   * Lower bound of the change in cost if this pair were forced, in points. Computed from the certificate's
   * prices, without solving again. Null if the pair is not eligible or the number of learners placed could
   * change.
   */
  readonly atLeast: number | null;
  /**
   * Exact difference, by solving again with the pair pinned; null if the pair is not eligible or pinned pairs
   * leave no room.
   */
  readonly forced: Forced | null;
  readonly answer: string;
}

/**
 * Returns the ids in `ids` that are not in `others`, in the order of `ids`. (Allocations list learners by
 * id.)
 */
const without = (ids: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...ids].filter((id) => !others.has(id));

const compareTo = (optimum: Allocation, other: Allocation): Forced => {
  const before = new Set(optimum.assignments.map(({ learner }) => learner));
  const after = new Set(other.assignments.map(({ learner }) => learner));
  const { placed, worstBand, totalCost } = optimum.objective;
  return {
    placed: other.objective.placed - placed,
    worstBand: other.objective.worstBand - worstBand,
    totalCost: other.objective.totalCost - totalCost,
    displaced: without(before, after),
    gained: without(after, before),
  };
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const worded = (eligible: boolean, isAssigned: boolean, forced: Forced | null): string => {
  if (!eligible) return 'not eligible for one another';
  if (isAssigned) return 'this is the pair in the allocation';
  if (forced === null) return 'eligible, but pinned pairs leave no room';
  const learners = (count: number): string => plural(count, 'learner', 'learners');
  if (forced.displaced.length > 0) {
    return `eligible, but it would leave ${learners(forced.displaced.length)} without a place`;
  }
  if (forced.worstBand > 0) {
    return `eligible, but it would put ${plural(forced.worstBand, 'more pair', 'more pairs')} in the worst band`;
  }
  if (forced.totalCost > 0)
    return `eligible, but it would cost ${plural(forced.totalCost, 'point', 'points')} more`;
  return 'eligible, and just as good: the draw decided';
};

/** Lower bound in points of the cost of forcing a pair, from the certificate's prices. */
const leastCost = (
  instance: Instance,
  optimum: Allocation,
  learner: string,
  practitioner: string,
): number | null => {
  const claim = readClaim(instance, optimum);
  const applicant = claim.applicants.get(learner);
  const pair = applicant?.pairs.find(({ host }) => host.id === practitioner);
  if (applicant === undefined || pair === undefined || applicant.pinned) return null;
  const { gain } = readPrices(instance, optimum.certificate, claim);
  const now = applicant.held === null ? ZERO_WORTH : gain(applicant, applicant.held);
  const then = gain(applicant, pair);
  return compareWorth(now, ZERO_WORTH) > 0 && now[0] === then[0] ? now[1] - then[1] : null;
};

/**
 * Explains why a learner does not have this practitioner, by solving the intake twice: as it is, and with the
 * pair pinned.
 * @param optimum the allocation of the instance, if known, to skip the first solving
 * @returns a refusal for an instance that `allocate` refuses, or for an unknown id
 */
export const explainPair = (
  instance: Instance,
  learner: string,
  practitioner: string,
  optimum?: Allocation,
): Result<PairExplanation, InstanceTrouble> => {
  if (!instance.learners.some(({ id }) => id === learner)) {
    return refused({ field: 'learner', problem: `there is no learner ${JSON.stringify(learner)}` });
  }
  if (!instance.practitioners.some(({ id }) => id === practitioner)) {
    return refused({
      field: 'practitioner',
      problem: `there is no practitioner ${JSON.stringify(practitioner)}`,
    });
  }
  const solved = optimum === undefined ? allocate(instance) : accepted(optimum);
  if (!solved.ok) return solved;
  const own = instance.pairs.filter((pair) => pair.learner === learner);
  const cost = own.find((pair) => pair.practitioner === practitioner)?.cost ?? null;
  const assigned =
    solved.value.assignments.find((assignment) => assignment.learner === learner)?.practitioner ?? null;
  const pinned = [
    ...instance.pinned.filter((pair) => pair.learner !== learner || pair.practitioner !== practitioner),
    { learner, practitioner },
  ];
  const again = cost === null ? null : allocate({ ...instance, pinned });
  const forced = again?.ok === true ? compareTo(solved.value, again.value) : null;
  return accepted({
    learner,
    practitioner,
    eligible: cost !== null,
    cost,
    rank: cost === null ? null : 1 + own.filter((pair) => pair.cost < cost).length,
    of: own.length,
    assigned,
    atLeast: leastCost(instance, solved.value, learner, practitioner),
    forced,
    answer: worded(cost !== null, assigned === practitioner, forced),
  });
};
