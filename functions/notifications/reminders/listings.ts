import { emailFor } from '../../../shared/notifications/email.ts';
import { freshness } from '../../../shared/people/freshness.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { goStale } from '../../../shared/people/practitioner-moves.ts';
import { addHours, daysBetween } from '../../../shared/kernel/time.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Reminder } from './reminder.ts';

type Practitioners = Pick<PractitionerRepository, 'confirmedBefore' | 'inState' | 'save'>;

/** The team is informed this many days before a register check expires. */
const CHECK_DAYS_AHEAD = 28;

const daysAgo = (now: string, days: number): string => addHours(now, -24 * days);
/** Identifies one check-in cycle, from one confirmation to the next. */
const checkInCycleOf = ({ id, confirmedAt }: Practitioner): string =>
  `${id}.${confirmedAt.slice(0, 16).replace(':', '')}`;
const askedSince = ({ checkInAskedAt, confirmedAt }: Practitioner): string | undefined =>
  checkInAskedAt !== undefined && checkInAskedAt >= confirmedAt ? checkInAskedAt : undefined;

/** Asks a DPP whose listing has not been confirmed for a while whether places are still free. */
export const checkIn = (practitioners: Practitioners): Reminder => ({
  name: 'capacity-asked',
  due: async ({ now }) =>
    (await practitioners.confirmedBefore('listed', daysAgo(now, freshness.askAfterDays)))
      .filter((practitioner) => askedSince(practitioner) === undefined)
      .map((practitioner) => ({
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
      })),
});

/** Repeats the check-in once if it is not answered. */
export const checkInReminder = (practitioners: Practitioners): Reminder => ({
  name: 'capacity-reminded',
  due: async ({ now }) =>
    (await practitioners.confirmedBefore('listed', daysAgo(now, freshness.askAfterDays)))
      .filter((practitioner) => (askedSince(practitioner) ?? now) <= daysAgo(now, freshness.repeatAfterDays))
      .map((practitioner) => ({
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
      })),
});

/** Hides an unconfirmed listing from the directory and from matching. */
export const listingGoneStale = (practitioners: Practitioners): Reminder => ({
  name: 'listing-hidden',
  due: async ({ now }) =>
    (await practitioners.confirmedBefore('listed', daysAgo(now, freshness.hideAfterDays))).flatMap(
      (practitioner) => {
        const moved = goStale(practitioner, now);
        if (!moved.ok) return [];
        return [
          {
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
          },
        ];
      },
    ),
});

/** Tells the team that a register check expires within four weeks. */
export const checkDue = (practitioners: Practitioners): Reminder => ({
  name: 'register-check-due',
  due: async ({ now, today }) => {
    const listed = await Promise.all(
      (['listed', 'paused', 'stale'] as const).map((state) => practitioners.inState(state)),
    );
    return listed
      .flat()
      .filter(({ check }) => check !== undefined && daysBetween(today, check.dueOn) <= CHECK_DAYS_AHEAD)
      .map(({ id, check }) => ({
        subject: `practitioner#${id}`,
        changes: [],
        emails: [
          emailFor(
            'team-check-wanted',
            `${id}.${check?.dueOn ?? today}`,
            { practitionerId: id, occasion: check?.dueOn ?? today },
            now,
          ),
        ],
      }));
  },
});
