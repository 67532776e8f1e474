import * as z from 'zod';
import type { Practitioner } from '../../people/practitioner.ts';
import { counted } from '../../reference/reference-words.ts';
import type { SeatQuery } from '../query/seat-query.ts';
import { nearMiss, practitionerCount } from './near-miss.ts';
import { requirement } from './requirement.ts';

/** Part of the supervision may be remote if the practitioner offers it and the university does not forbid it. */
const offersRemote = ({ university }: SeatQuery, { mode }: Practitioner): boolean =>
  mode === 'mixed' && university?.remoteAllowed !== false;

/** Miles in a straight line from the learner to the nearest site, unless part of the supervision may be remote. */
export const distance = requirement({
  name: 'distance',
  label: 'Miles',
  atMost: true,
  meets: (query, practitioner) => {
    const { miles } = query.nearest(practitioner);
    if (miles !== undefined && miles <= query.request.maxMiles) return true;
    return query.request.remoteAcceptable && offersRemote(query, practitioner);
  },
  compared: ({ request, nearest }, practitioner) => ({
    wanted: request.maxMiles,
    found: nearest(practitioner).miles ?? 'unknown',
  }),
  kind: ({ sites, mode }) => `${mode} ${sites.map(({ outcode, place }) => `${outcode} ${place}`).join()}`,
});

/** Further distances to suggest, in miles beyond the learner's own limit. */
const STEPS = [5, 10, 20, 40] as const;

export const travelFurther = nearMiss(distance.name, {
  schema: z.strictObject({
    change: z.literal('travel-further'),
    miles: z.int().min(0),
    count: practitionerCount,
  }),
  find: ({ request }, misses) => {
    const beyond = misses.flatMap(({ requirement: { found } }) =>
      typeof found === 'number' ? [found - request.maxMiles] : [],
    );
    const within = (step: number): number => beyond.filter((miles) => miles <= step).length;
    return STEPS.flatMap((miles, index) => {
      const count = within(miles);
      return count > within(STEPS[index - 1] ?? 0)
        ? [{ change: 'travel-further' as const, miles, count }]
        : [];
    });
  },
  toLearner: ({ miles, count }) =>
    `${counted(count, 'more DPP')} would fit if you could travel ${counted(miles, 'mile')} further.`,
});

export const acceptRemote = nearMiss(distance.name, {
  schema: z.strictObject({ change: z.literal('accept-remote'), count: practitionerCount }),
  find: (query, misses) => {
    const count = query.request.remoteAcceptable
      ? 0
      : misses.filter(({ practitioner }) => offersRemote(query, practitioner)).length;
    return count === 0 ? [] : [{ change: 'accept-remote' as const, count }];
  },
  toLearner: ({ count }) =>
    `${counted(count, 'more DPP')} would fit if part of the supervision could be remote.`,
});
