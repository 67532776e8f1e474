import { type Day, daysBetween } from '../kernel/time.ts';
import type { Practitioner } from './practitioner.ts';

/** Days for which somebody whose register check is overdue is still asked, with a mark. */
export const OVERDUE_DAYS = 30;

interface Meaning {
  /** Whether matching makes new offers; `marked`: it does, and people read that something is being checked. */
  readonly newOffers: 'yes' | 'marked' | 'none';
  /** What becomes of the learners whom the practitioner supervises. */
  readonly learners: 'go-on' | 'team-decides' | 'end' | 'none-yet';
  /** Whether the public directory shows the listing. */
  readonly directory: 'shown' | 'marked' | 'hidden';
}

/**
 * What each state of a practitioner, and each fact beside the state, means for matching, for the learners whom the
 * practitioner supervises, and for the directory.
 */
export const standings = {
  unconfirmed: { newOffers: 'none', learners: 'none-yet', directory: 'hidden' },
  'awaiting-check': { newOffers: 'none', learners: 'none-yet', directory: 'hidden' },
  'awaiting-proof': { newOffers: 'none', learners: 'none-yet', directory: 'hidden' },
  listed: { newOffers: 'yes', learners: 'go-on', directory: 'shown' },
  paused: { newOffers: 'none', learners: 'go-on', directory: 'hidden' },
  unlisted: { newOffers: 'none', learners: 'go-on', directory: 'hidden' },
  stale: { newOffers: 'none', learners: 'go-on', directory: 'hidden' },
  suspended: { newOffers: 'none', learners: 'team-decides', directory: 'hidden' },
  refused: { newOffers: 'none', learners: 'team-decides', directory: 'hidden' },
  merged: { newOffers: 'none', learners: 'none-yet', directory: 'hidden' },
  withdrawn: { newOffers: 'none', learners: 'end', directory: 'hidden' },
  unreachable: { newOffers: 'none', learners: 'go-on', directory: 'hidden' },
  'being-checked': { newOffers: 'none', learners: 'go-on', directory: 'marked' },
  'organisation-being-checked': { newOffers: 'marked', learners: 'go-on', directory: 'shown' },
  'check-overdue': { newOffers: 'marked', learners: 'go-on', directory: 'marked' },
  'check-long-overdue': { newOffers: 'none', learners: 'go-on', directory: 'marked' },
} as const satisfies Readonly<Record<string, Meaning>>;
export type Standing = keyof typeof standings;

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
  standingsOf(practitioner, today).find((standing) => standings[standing].newOffers === 'none');

/** Whether matching makes new offers to a practitioner on a day. */
export const takesOffers = (practitioner: Stands, today: Day): boolean =>
  barOf(practitioner, today) === undefined;

/** Whether the directory shows a practitioner on a day, as far as their standing goes. */
export const isShown = (practitioner: Stands, today: Day): boolean =>
  standingsOf(practitioner, today).every((standing) => standings[standing].directory !== 'hidden');
