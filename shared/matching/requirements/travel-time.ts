import * as z from 'zod';
import type { Practitioner } from '../../people/practitioner.ts';
import { counted } from '../../reference/reference-words.ts';
import type { SeatQuery } from '../query/seat-query.ts';
import { nearMiss, practitionerCount } from './near-miss.ts';
import { comparedInWords, requirement } from './requirement.ts';

/** Part of the supervision may be remote if the practitioner offers it and the university does not forbid it. */
const offersRemote = ({ university }: SeatQuery, { mode }: Practitioner): boolean =>
  mode === 'mixed' && university?.remoteAllowed !== false;

/** Minutes by road from the learner to the nearest site, unless part of the supervision may be remote. */
export const travelTime = requirement({
  name: 'travel',
  label: 'Minutes by road',
  bound: 'at most',
  meets: (query, practitioner) => {
    const { drive } = query.nearest(practitioner);
    if (drive !== undefined && drive.minutes <= query.maxMinutes) return true;
    return query.request.remoteAcceptable && offersRemote(query, practitioner);
  },
  compared: ({ maxMinutes, nearest }, practitioner) => ({
    wanted: maxMinutes,
    found: nearest(practitioner).drive?.minutes ?? 'unknown',
  }),
  kind: ({ sites, mode }) => `${mode} ${sites.map(({ outcode, place }) => `${outcode} ${place}`).join()}`,
});

/** The requirement of policies before 2026-12, which measured straight miles; only stored plans name it. */
export const straightMiles = { name: 'distance', inWords: comparedInWords('Miles', 'at most') } as const;

/** Longer drives to suggest, in minutes beyond the learner's own limit. */
const STEPS = [5, 10, 20, 30, 60] as const;

export const travelFurther = nearMiss(travelTime.name, {
  schema: z.strictObject({
    change: z.literal('travel-further'),
    minutes: z.int().min(0),
    count: practitionerCount,
  }),
  find: ({ maxMinutes }, misses) => {
    const beyond = misses.flatMap(({ requirement: { found } }) =>
      typeof found === 'number' ? [found - maxMinutes] : [],
    );
    const within = (step: number): number => beyond.filter((minutes) => minutes <= step).length;
    return STEPS.flatMap((minutes, index) => {
      const count = within(minutes);
      return count > within(STEPS[index - 1] ?? 0)
        ? [{ change: 'travel-further' as const, minutes, count }]
        : [];
    });
  },
  toLearner: ({ minutes, count }) =>
    `${counted(count, 'more DPP')} would fit if you could travel ${counted(minutes, 'minute')} further.`,
});

/** The suggestion of a round planned by a policy before 2026-12, which measured straight miles. */
export const travelFurtherInMiles = nearMiss(straightMiles.name, {
  schema: z.strictObject({
    change: z.literal('travel-further'),
    miles: z.int().min(0),
    count: practitionerCount,
  }),
  find: () => [],
  toLearner: ({ miles, count }) =>
    `${counted(count, 'more DPP')} would fit if you could travel ${counted(miles, 'mile')} further.`,
});

export const acceptRemote = nearMiss(travelTime.name, {
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
