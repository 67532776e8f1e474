import type { Contribution } from '../offers/offer.ts';
import type { Practitioner } from '../people/practitioner.ts';
import type { Seat, SupervisionRequest } from '../requests/request.ts';
import type { SeatRole } from '../reference/seat-roles.ts';
import type { SeatQuery } from '../matching/seat-query.ts';
import type { PractitionerIndex } from '../matching/index/practitioner-index.ts';
import { eligibleAmong } from '../matching/index/scan-index.ts';
import { contributionsOf } from '../matching/contributions.ts';
import { sumOf } from '../matching/judge.ts';
import type { RoundPolicy } from './round-policy.ts';

/** What a pair costs and how far it is: points without load and shift, miles in a straight line. */
export interface FoundPair {
  readonly points: number;
  readonly miles: number;
}

/** What counts beside the pair's own facts: how the rest of the team is placed. */
export type Extra = (ask: SeatQuery, practitioner: Practitioner) => readonly Contribution[];

/** Load is charged by the allocation itself; prices would count scarcity twice. */
const CHARGED_ELSEWHERE = new Set(['load', 'pressure']);

const pointsOf = (contributions: readonly Contribution[]): number =>
  sumOf(contributions.filter(({ criterion }) => !CHARGED_ELSEWHERE.has(criterion)));

const milesIn = (contributions: readonly Contribution[]): number => {
  const miles = contributions.find(({ criterion }) => criterion === 'travel')?.facts['miles'];
  return typeof miles === 'number' ? miles : 0;
};

/** Added to every pair of an instance: points may be below nothing by give and take, an instance's costs may not. */
export const shiftOf = ({ pairs }: RoundPolicy): number =>
  pairs.reciprocity.value * pairs.reciprocityCap.value;

/** The seat of one of these roles that a stage is about: one that somebody holds already, or the first vacant one. */
export const stageSeat = ({ seats }: SupervisionRequest, roles: readonly SeatRole[]): Seat | undefined => {
  const own = seats.filter(({ role }) => roles.includes(role));
  return own.find(({ state }) => state !== 'vacant') ?? own[0];
};

/** Everybody who may take a seat, by the judge of both modes. */
export const pairsOf = (
  ask: SeatQuery,
  people: PractitionerIndex,
  extra: Extra,
): ReadonlyMap<string, FoundPair> => {
  const found = new Map<string, FoundPair>();
  for (const position of eligibleAmong(people, ask)) {
    const practitioner = people.practitioners[position];
    if (practitioner === undefined) continue;
    const contributions = [...contributionsOf(ask, practitioner), ...extra(ask, practitioner)];
    found.set(practitioner.id, { points: pointsOf(contributions), miles: milesIn(contributions) });
  }
  return found;
};

/** A pair that is kept, with what spoke for it when it was made; give and take is never worth more than the shift. */
export const keptPair = (contributions: readonly Contribution[], shift: number): FoundPair => ({
  points: Math.max(-shift, pointsOf(contributions)),
  miles: milesIn(contributions),
});
