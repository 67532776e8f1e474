import { area } from './area.ts';
import { backUp } from './back-up.ts';
import { confirmed } from './confirmed.ts';
import { days } from './days.ts';
import { giveAndTake } from './give-and-take.ts';
import { load } from './load.ts';
import { partlyRemote } from './partly-remote.ts';
import { place } from './place.ts';
import { pressure, pressureWeights } from './pressure.ts';
import { remit } from './remit.ts';
import { setting } from './setting.ts';
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
  giveAndTake,
  load,
  confirmed,
  remit,
] as const;

/** Parts of a cost that other steps add: rankings, the search for a seat that fell vacant, rounds. */
const added = [pressure, backUp, team] as const;

/** Everything that can be said about a part of a cost. */
export const explainedCriteria = [...criteria, ...added] as const;

/** The order in which a practitioner reads why they were asked. Criteria that are not listed say nothing to them. */
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
  giveAndTake,
] as const;

/** Numbers of the policy that criteria count with. */
export const criteriaWeights = {
  ...travel.weights,
  ...partlyRemote.weights,
  ...place.weights,
  ...area.weights,
  ...setting.weights,
  ...days.weights,
  ...giveAndTake.weights,
  ...load.weights,
  ...confirmed.weights,
  ...remit.weights,
  ...pressureWeights,
};
