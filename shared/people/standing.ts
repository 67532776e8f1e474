import { type Day, daysBetween } from '../kernel/time.ts';
import type { Practitioner } from './practitioner.ts';

/** Days for which somebody whose register check is overdue is still asked, with a mark. */
export const OVERDUE_DAYS = 30;

/** Whether matching makes new offers; `marked`: it does, and people read that something is being checked. */
const newOffers = {
  unconfirmed: 'none',
  'awaiting-check': 'none',
  'awaiting-proof': 'none',
  listed: 'yes',
  paused: 'none',
  unlisted: 'none',
  stale: 'none',
  suspended: 'none',
  refused: 'none',
  merged: 'none',
  withdrawn: 'none',
  unreachable: 'none',
  'being-checked': 'none',
  'organisation-being-checked': 'marked',
  'check-overdue': 'marked',
  'check-long-overdue': 'none',
} as const satisfies Readonly<Record<string, 'yes' | 'marked' | 'none'>>;
/** A state of a practitioner, or a fact beside the state. */
export type Standing = keyof typeof newOffers;

/** What becomes of the learners whom the practitioner supervises. */
const learners: Readonly<Record<Standing, 'go-on' | 'team-decides' | 'end' | 'none-yet'>> = {
  unconfirmed: 'none-yet',
  'awaiting-check': 'none-yet',
  'awaiting-proof': 'none-yet',
  listed: 'go-on',
  paused: 'go-on',
  unlisted: 'go-on',
  stale: 'go-on',
  suspended: 'team-decides',
  refused: 'team-decides',
  merged: 'none-yet',
  withdrawn: 'end',
  unreachable: 'go-on',
  'being-checked': 'go-on',
  'organisation-being-checked': 'go-on',
  'check-overdue': 'go-on',
  'check-long-overdue': 'go-on',
};

/** Whether the public directory shows the listing. */
const directory: Readonly<Record<Standing, 'shown' | 'marked' | 'hidden'>> = {
  unconfirmed: 'hidden',
  'awaiting-check': 'hidden',
  'awaiting-proof': 'hidden',
  listed: 'shown',
  paused: 'hidden',
  unlisted: 'hidden',
  stale: 'hidden',
  suspended: 'hidden',
  refused: 'hidden',
  merged: 'hidden',
  withdrawn: 'hidden',
  unreachable: 'hidden',
  'being-checked': 'marked',
  'organisation-being-checked': 'shown',
  'check-overdue': 'marked',
  'check-long-overdue': 'marked',
};

/**
 * What each state of a practitioner, and each fact beside the state, means for matching, for the learners whom the
 * practitioner supervises, and for the directory.
 */
export const meaningOf = (standing: Standing) => ({
  newOffers: newOffers[standing],
  learners: learners[standing],
  directory: directory[standing],
});

/** Every state and fact, in the order of the table in the documentation. */
export const everyStanding = (): readonly Standing[] =>
  Object.keys(newOffers).filter((name): name is Standing => Object.hasOwn(newOffers, name));

/** What the rules on standing read of a practitioner. */
export type Stands = Pick<
  Practitioner,
  'state' | 'check' | 'recheck' | 'organisationChangedAt' | 'unreachableSince'
>;

const overdueOf = ({ check }: Stands, today: Day): readonly Standing[] => {
  if (check === undefined || check.dueOn >= today) return [];
  return daysBetween(check.dueOn, today) > OVERDUE_DAYS ? ['check-long-overdue'] : ['check-overdue'];
};

/** Lists how a practitioner stands on a day: the state, and the facts beside it. */
export const standingsOf = (practitioner: Stands, today: Day): readonly Standing[] => [
  practitioner.state,
  ...(practitioner.unreachableSince === undefined ? [] : (['unreachable'] as const)),
  ...(practitioner.recheck === undefined ? [] : (['being-checked'] as const)),
  ...(practitioner.organisationChangedAt === undefined ? [] : (['organisation-being-checked'] as const)),
  ...overdueOf(practitioner, today),
];

/** Returns the state or the fact for which matching makes no new offers; undefined if it makes them. */
export const barOf = (practitioner: Stands, today: Day): Standing | undefined =>
  standingsOf(practitioner, today).find((standing) => newOffers[standing] === 'none');

/** Whether matching makes new offers to a practitioner on a day. */
export const takesOffers = (practitioner: Stands, today: Day): boolean =>
  barOf(practitioner, today) === undefined;

/** Whether the directory shows a practitioner on a day, as far as their standing goes. */
export const isShown = (practitioner: Stands, today: Day): boolean =>
  standingsOf(practitioner, today).every((standing) => directory[standing] !== 'hidden');
