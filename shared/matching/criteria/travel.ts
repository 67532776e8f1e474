import * as z from 'zod';
import type { Practitioner } from '../../people/practitioner.ts';
import { driveInWords } from '../../reference/drive-in-words.ts';
import { counted } from '../../reference/reference-words.ts';
import { type WeighedQuery, weight } from '../query/weight.ts';
import { criterion } from './criterion.ts';

const weights = {
  /** Points for a minute of travel. */
  travelMinute: weight(10, 'Defines the unit: 1 point is worth 6 seconds of travel.'),
};

/**
 * Scores the minutes by road to the nearest site. Beyond the learner's limit, supervision is partly remote, so minutes
 * count only up to that limit.
 */
const pointsFor = (query: WeighedQuery<typeof weights>, practitioner: Practitioner): number => {
  const { drive } = query.nearest(practitioner);
  return Math.min(drive?.minutes ?? query.maxMinutes, query.maxMinutes) * query.policy.travelMinute.value;
};

export const travel = criterion(weights, {
  name: 'travel',
  label: 'Travel',
  /** `miles` are in a straight line; only offers by a policy before 2026-12 have them. */
  facts: z.object({
    minutes: z.number().exactOptional(),
    roadMiles: z.number().exactOptional(),
    miles: z.number().exactOptional(),
    town: z.string(),
  }),
  judge: (query, practitioner) => {
    const { drive, site } = query.nearest(practitioner);
    return {
      points: pointsFor(query, practitioner),
      facts: {
        ...(drive === undefined ? {} : { minutes: drive.minutes, roadMiles: drive.miles }),
        town: site.town,
      },
    };
  },
  atLeast: pointsFor,
  toPractitioner: ({ minutes, roadMiles, miles, town }) => {
    if (town === undefined) return undefined;
    if (minutes !== undefined && roadMiles !== undefined)
      return `The learner works ${driveInWords({ minutes, miles: roadMiles })}, from where you practise (${town}).`;
    if (miles === undefined) return undefined;
    return miles === 0
      ? `You practise in the same town as the learner: ${town}.`
      : `You practise ${counted(miles, 'mile')} from the learner in a straight line (${town}).`;
  },
  toTeam: ({ minutes, roadMiles, miles, town }) => [
    ...(minutes !== undefined && roadMiles !== undefined
      ? [driveInWords({ minutes, miles: roadMiles })]
      : [
          miles === undefined ? undefined : `${counted(miles, 'mile')} in a straight line`,
          minutes === undefined ? undefined : `about ${counted(minutes, 'minute')}`,
        ]),
    town,
  ],
});
