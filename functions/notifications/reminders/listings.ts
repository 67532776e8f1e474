import { emailFor } from '../../../shared/notifications/email.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { goStale } from '../../../shared/people/practitioner-moves.ts';
import { addHours, daysBetween } from '../../../shared/kernel/time.ts';
import type { ServiceSettings } from '../../../shared/systems/service-settings.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RunMoment } from '../../store/runs/paged-run.ts';
import { type Due, type Reminder, reminderOf } from './reminder.ts';

type Practitioners = Pick<PractitionerRepository, 'page' | 'save'>;

/** The team is informed this many days before a register check expires. */
const CHECK_DAYS_AHEAD = 28;

const daysAgo = (now: string, days: number): string => addHours(now, -24 * days);
/** Identifies one check-in cycle, from one confirmation to the next. */
const checkInCycleOf = ({ id, confirmedAt }: Practitioner): string =>
  `${id}.${confirmedAt.slice(0, 16).replace(':', '')}`;
const askedSince = ({ checkInAskedAt, confirmedAt }: Practitioner): string | undefined =>
  checkInAskedAt !== undefined && checkInAskedAt >= confirmedAt ? checkInAskedAt : undefined;

/** Makes a reminder about listed practitioners whose details were last confirmed some days ago. */
const aboutListed = (
  practitioners: Practitioners,
  afterDays: number,
  {
    name,
    due,
  }: { readonly name: string; readonly due: (one: Practitioner, moment: RunMoment) => Due | undefined },
): Reminder =>
  reminderOf({
    name,
    states: ['listed'],
    read: (_, page) => practitioners.page('listed', page),
    until: ({ now }) => daysAgo(now, afterDays),
    // A copy of a neighbouring system's DPP is kept up to date by their own system.
    due: (practitioner, moment) => (practitioner.guest === undefined ? due(practitioner, moment) : undefined),
  });

/** Asks a DPP whose listing has not been confirmed for a while whether places are still free. */
export const checkIn = (
  practitioners: Practitioners,
  { askAfterDays }: Pick<ServiceSettings, 'askAfterDays'>,
): Reminder =>
  aboutListed(practitioners, askAfterDays, {
    name: 'capacity-asked',
    due: (practitioner, { now }) =>
      askedSince(practitioner) !== undefined
        ? undefined
        : {
            subject: `practitioner#${practitioner.id}`,
            changes: [practitioners.save({ ...practitioner, checkInAskedAt: now }, ['listed'])],
            emails: [
              emailFor(
                'practitioner-capacity-check-in',
                checkInCycleOf(practitioner),
                { practitionerId: practitioner.id },
                now,
              ),
            ],
          },
  });

/** Repeats the check-in once if it is not answered. */
export const checkInReminder = (
  practitioners: Practitioners,
  { askAfterDays, repeatAfterDays }: Pick<ServiceSettings, 'askAfterDays' | 'repeatAfterDays'>,
): Reminder =>
  aboutListed(practitioners, askAfterDays, {
    name: 'capacity-reminded',
    due: (practitioner, { now }) =>
      (askedSince(practitioner) ?? now) > daysAgo(now, repeatAfterDays)
        ? undefined
        : {
            subject: `practitioner#${practitioner.id}`,
            changes: [],
            emails: [
              emailFor(
                'practitioner-capacity-reminder',
                checkInCycleOf(practitioner),
                { practitionerId: practitioner.id },
                now,
              ),
            ],
          },
  });

/** Hides an unconfirmed listing from the directory and from matching. */
export const listingGoneStale = (
  practitioners: Practitioners,
  { hideAfterDays }: Pick<ServiceSettings, 'hideAfterDays'>,
): Reminder =>
  aboutListed(practitioners, hideAfterDays, {
    name: 'listing-hidden',
    due: (practitioner, { now }) => {
      const moved = goStale(practitioner, now);
      return !moved.ok
        ? undefined
        : {
            subject: `practitioner#${practitioner.id}`,
            changes: [practitioners.save(moved.value, ['listed'])],
            emails: [
              emailFor(
                'practitioner-listing-hidden',
                checkInCycleOf(practitioner),
                { practitionerId: practitioner.id },
                now,
              ),
            ],
          };
    },
  });

/** Tells the team that a register check expires within four weeks. */
export const checkDue = (practitioners: Practitioners): Reminder =>
  reminderOf({
    name: 'register-check-due',
    states: ['listed', 'paused', 'stale'] as const,
    read: (state, page) => practitioners.page(state, page),
    due: ({ id, check, guest }, { now, today }) =>
      check === undefined || guest !== undefined || daysBetween(today, check.dueOn) > CHECK_DAYS_AHEAD
        ? undefined
        : {
            subject: `practitioner#${id}`,
            changes: [],
            emails: [
              emailFor(
                'team-check-wanted',
                `${id}.${check.dueOn}`,
                { practitionerId: id, occasion: check.dueOn },
                now,
              ),
            ],
          },
  });
