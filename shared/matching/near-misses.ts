import type { Practitioner } from '../people/practitioner.ts';
import type { SeatQuery } from './seat-query.ts';
import { remotePossible, type Requirement } from './requirements.ts';

/**
 * One change of the request (or of the world) that would open more practitioners, and how many. Counts only: learners
 * see how many, never who.
 */
export type NearMiss =
  | { readonly change: 'travel-further'; readonly miles: number; readonly count: number }
  | { readonly change: 'accept-remote'; readonly count: number }
  | { readonly change: 'other-dates'; readonly count: number }
  | { readonly change: 'other-area'; readonly count: number }
  | { readonly change: 'wait-for-place'; readonly count: number }
  | { readonly change: 'wait-for-answers'; readonly count: number }
  | { readonly change: 'wait-for-confirmation'; readonly count: number };

/** Somebody who fails one requirement only. */
export interface Single {
  readonly practitioner: Practitioner;
  readonly requirement: Requirement;
}

/** Further distances that are worth naming, in miles beyond the learner's own. */
const STEPS = [5, 10, 20, 40] as const;

const further = (ask: SeatQuery, singles: readonly Single[]): readonly NearMiss[] => {
  const distances = singles.flatMap(({ requirement: { name, found } }) =>
    name === 'distance' && typeof found === 'number' ? [found - ask.request.maxMiles] : [],
  );
  const within = (step: number): number => distances.filter((miles) => miles <= step).length;
  return STEPS.flatMap((miles, index) => {
    const count = within(miles);
    return count > within(STEPS[index - 1] ?? 0) ? [{ change: 'travel-further' as const, miles, count }] : [];
  });
};

const remote = (ask: SeatQuery, singles: readonly Single[]): readonly NearMiss[] => {
  if (ask.request.remoteAcceptable) return [];
  const accepting = { ...ask, request: { ...ask.request, remoteAcceptable: true } };
  const count = singles.filter(
    ({ practitioner, requirement }) =>
      requirement.name === 'distance' && remotePossible(accepting, practitioner),
  ).length;
  return count === 0 ? [] : [{ change: 'accept-remote', count }];
};

const others = [
  ['hours', 'other-dates'],
  ['clinical-area', 'other-area'],
  ['place-free', 'wait-for-place'],
  ['pending-offers', 'wait-for-answers'],
  ['details-confirmed', 'wait-for-confirmation'],
] as const;

/** Those who fail one requirement only → what one change would open, in the order in which it is worth telling. */
export const nearMissesOf = (ask: SeatQuery, singles: readonly Single[]): readonly NearMiss[] => [
  ...further(ask, singles),
  ...remote(ask, singles),
  ...others.flatMap(([name, change]) => {
    const count = singles.filter(({ requirement }) => requirement.name === name).length;
    return count === 0 ? [] : [{ change, count }];
  }),
];
