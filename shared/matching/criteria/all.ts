import { area } from './area.ts';
import { backUp } from './back-up.ts';
import { confirmed } from './confirmed.ts';
import { days } from './days.ts';
import { hostingBalance } from './hosting-balance.ts';
import { load } from './load.ts';
import { partlyRemote } from './partly-remote.ts';
import { place } from './place.ts';
import { pressure, pressureWeights } from './pressure.ts';
import { remit } from './remit.ts';
import { setting } from './setting.ts';
import { silent } from './silent.ts';
import { team } from './team.ts';
import { travel } from './travel.ts';

/** The soft criteria of every pair, in the order in which their contributions are stored. */
export const criteria = [
  travel,
  partlyRemote,
  place,
  area,
  setting,
  days,
  hostingBalance,
  load,
  confirmed,
  remit,
  silent,
] as const;

/**
 * Parts of a cost that are not computed for every pair. Rankings add `pressure`, the search after a seat has
 * become vacant adds `backUp`, and rounds add `team`.
 */
const added = [pressure, backUp, team] as const;

/** All parts of a cost that can be explained in words. */
export const explainedCriteria = [...criteria, ...added] as const;

/**
 * Order in which an explanation gives the reasons to a practitioner. Criteria that are not listed are not
 * mentioned.
 */
export const orderForPractitioner = [
  backUp,
  area,
  travel,
  partlyRemote,
  place,
  setting,
  days,
  remit,
  load,
  hostingBalance,
] as const;

/** The policy numbers of all criteria. */
export const criteriaWeights = {
  ...travel.weights,
  ...partlyRemote.weights,
  ...place.weights,
  ...area.weights,
  ...setting.weights,
  ...days.weights,
  ...hostingBalance.weights,
  ...load.weights,
  ...confirmed.weights,
  ...remit.weights,
  ...silent.weights,
  ...pressureWeights,
};
