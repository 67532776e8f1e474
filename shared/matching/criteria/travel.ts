import * as z from 'zod';
import type { Practitioner } from '../../people/practitioner.ts';
import { counted } from '../../reference/reference-words.ts';
import { type WeighedQuery, weight } from '../query/weight.ts';
import { criterion } from './criterion.ts';

const weights = {
  /** Points for a minute of travel. */
  travelMinute: weight(10, 'Defines the unit: 1 point is worth 6 seconds of travel.'),
  /** Minutes of travel for ten miles in a straight line. */
  minutesTenMiles: weight(
    26,
    'Roads are about 1.3 times as long as the straight line, and 30 miles an hour is usual in Kent: 10 × 1.3 ÷ 30 hours.',
  ),
};

/**
 * Computes the minutes to the nearest site. Beyond the learner's limit of miles, supervision is partly remote, so
 * minutes count only up to that limit.
 */
const travelTo = (query: WeighedQuery<typeof weights>, practitioner: Practitioner) => {
  const { maxMiles } = query.request;
  const { miles = maxMiles, site } = query.nearest(practitioner);
  const minutes = Math.round((Math.min(miles, maxMiles) * query.policy.minutesTenMiles.value) / 10);
  return { miles, minutes, town: site.town };
};

export const travel = criterion(weights, {
  name: 'travel',
  label: 'Travel',
  facts: z.object({ miles: z.number(), minutes: z.number(), town: z.string() }),
  judge: (query, practitioner) => {
    const facts = travelTo(query, practitioner);
    return { points: facts.minutes * query.policy.travelMinute.value, facts };
  },
  atLeast: (query, practitioner) => travelTo(query, practitioner).minutes * query.policy.travelMinute.value,
  toPractitioner: ({ miles, town }) => {
    if (miles === undefined || town === undefined) return undefined;
    return miles === 0
      ? `You practise in the same town as the learner: ${town}.`
      : `You practise ${counted(miles, 'mile')} from the learner in a straight line (${town}).`;
  },
  toTeam: ({ miles, minutes, town }) => [
    miles === undefined ? undefined : `${counted(miles, 'mile')} in a straight line`,
    minutes === undefined ? undefined : `about ${counted(minutes, 'minute')}`,
    town,
  ],
});
