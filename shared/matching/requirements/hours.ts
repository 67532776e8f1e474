import type { Day } from '../../kernel/time.ts';
import type { Practitioner } from '../../people/practitioner.ts';
import { counted } from '../../reference/reference-words.ts';
import type { SeatQuery } from '../query/seat-query.ts';
import { changeForAll } from './near-miss.ts';
import { requirement } from './requirement.ts';

const NO_END = '9999-12-31';

/** The last day on which a practitioner can supervise. */
export const availableUntil = ({
  availableTo = NO_END,
  leavingOn = NO_END,
}: Pick<Practitioner, 'availableTo' | 'leavingOn'>): Day =>
  availableTo < leavingOn ? availableTo : leavingOn;

/** Hours that fit into the whole weeks shared by the learner's period and the practitioner's availability. */
const hoursThatFit = ({ weeksWith }: SeatQuery, practitioner: Practitioner): number =>
  weeksWith(practitioner.availableFrom, availableUntil(practitioner)) * practitioner.hoursPerWeek;

export const hours = requirement({
  name: 'hours',
  label: 'Hours that fit into the weeks when both are available',
  meets: (query, practitioner) => hoursThatFit(query, practitioner) >= query.seat.hours,
  compared: (query, practitioner) => ({
    wanted: query.seat.hours,
    found: hoursThatFit(query, practitioner),
  }),
  kind: (practitioner) =>
    `${practitioner.availableFrom} ${availableUntil(practitioner)} ${String(practitioner.hoursPerWeek)}`,
});

export const otherDates = changeForAll(
  hours.name,
  'other-dates',
  (count) => `${counted(count, 'more DPP')} would fit with other course dates or fewer hours.`,
);
