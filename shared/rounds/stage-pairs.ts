import type { Contribution } from '../offers/offer.ts';
import type { Drive } from '../geography/travel.ts';
import type { Policy } from '../matching/policy.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Seat, SupervisionRequest } from '../requests/request.ts';
import type { SeatRole } from '../reference/seat-roles.ts';
import { roadsToStraightLine } from '../reference/travel-factors.ts';
import type { SeatQuery } from '../matching/query/seat-query.ts';
import type { CandidatePool } from '../matching/candidate-pool.ts';
import { contributionsOf } from '../matching/criteria/contributions.ts';
import { sumOf } from '../matching/judge.ts';
import type { RoundPolicy } from './round-policy.ts';

/** Cost and drive of a pair: points without load penalty and shift, minutes and whole miles by road. */
export interface FoundPair extends Drive {
  readonly points: number;
}

/** Parts of a cost that do not depend on the pair alone, such as where the rest of the team is placed. */
export type Extra = (query: SeatQuery<Policy>, practitioner: Practitioner) => readonly Contribution[];

/**
 * Criteria that would count twice if they were part of pair costs, because the allocation itself adds load
 * penalties and finds how scarce each practitioner is.
 */
const NOT_IN_PAIR_COST = new Set(['load', 'pressure']);

const pointsOf = (contributions: readonly Contribution[]): number =>
  sumOf(contributions.filter(({ criterion }) => !NOT_IN_PAIR_COST.has(criterion)));

/** Reads the drive of a pair from its contributions. Converts the straight miles of policies before 2026-12. */
const driveIn = (contributions: readonly Contribution[]): Drive => {
  const facts = contributions.find(({ criterion }) => criterion === 'travel')?.facts ?? {};
  const numberOf = (fact: string): number | undefined => {
    const value = facts[fact];
    return typeof value === 'number' ? value : undefined;
  };
  const miles = numberOf('roadMiles') ?? (numberOf('miles') ?? 0) * roadsToStraightLine;
  return { minutes: numberOf('minutes') ?? 0, miles: Math.round(miles) };
};

/**
 * Points added to every pair of an instance, because reciprocity can make points negative and the solver
 * needs costs of zero or more.
 */
export const shiftOf = ({ pairs }: RoundPolicy): number =>
  pairs.reciprocity.value * pairs.reciprocityCap.value;

/** The seat that a stage deals with: one that is already offered or filled, else the first vacant one. */
export const stageSeat = ({ seats }: SupervisionRequest, roles: readonly SeatRole[]): Seat | undefined => {
  const own = seats.filter(({ role }) => roles.includes(role));
  return own.find(({ state }) => state !== 'vacant') ?? own[0];
};

/** The candidates for a seat, judged as in individual matching, with their points and drives. */
export const pairsOf = (
  query: SeatQuery<Policy>,
  pool: CandidatePool,
  extra: Extra,
): ReadonlyMap<string, FoundPair> =>
  new Map(
    pool.candidates(query).map((practitioner) => {
      const contributions = [...contributionsOf(query, practitioner), ...extra(query, practitioner)];
      return [practitioner.id, { points: pointsOf(contributions), ...driveIn(contributions) }];
    }),
  );

/**
 * A kept pair, with the contributions from the time when it was chosen. Points lower than minus the shift are
 * raised to that value, so that no cost is negative.
 */
export const keptPair = (contributions: readonly Contribution[], shift: number): FoundPair => ({
  points: Math.max(-shift, pointsOf(contributions)),
  ...driveIn(contributions),
});

/** Whether the drive of a pair was known when the round was planned; its minutes and miles are 0 if not. */
export const isDriveKnown = ({
  contributions,
}: {
  readonly contributions: readonly Contribution[];
}): boolean => {
  const facts = contributions.find(({ criterion }) => criterion === 'travel')?.facts ?? {};
  return facts['roadMiles'] !== undefined || facts['miles'] !== undefined;
};
