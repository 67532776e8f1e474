import { emailFor } from '../../../shared/notifications/email.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { goStale } from '../../../shared/people/practitioner-moves.ts';
import { addHours, daysBetween } from '../../../shared/kernel/time.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Reminder } from './reminder.ts';

type Practitioners = Pick<PractitionerRepository, 'confirmedBefore' | 'inState' | 'save'>;

/**
 * Days since the last confirmation of a listing, after which its DPP is asked, and after which it is hidden.
 */
const ASK_AFTER = 90;
const HIDE_AFTER = 120;
/** Days from the check-in to its only reminder. */
const REMIND_AFTER = 14;
/** Days before a register check expires on which the team is told. */
const CHECK_AHEAD = 28;

const daysAgo = (now: string, days: number): string => addHours(now, -24 * days);
/** Identifies one check-in cycle, from one confirmation to the next. */
const roundOf = ({ id, confirmedAt }: Practitioner): string =>
  `${id}.${confirmedAt.slice(0, 16).replace(':', '')}`;
const askedSince = ({ checkInAskedAt, confirmedAt }: Practitioner): string | undefined =>
  checkInAskedAt !== undefined && checkInAskedAt >= confirmedAt ? checkInAskedAt : undefined;

/** Asks whether the DPP still has places, 90 days after the listing was last confirmed. */
export const checkIn = (practitioners: Practitioners): Reminder => ({
  name: 'capacity-asked',
  due: async ({ now }) =>
    (await practitioners.confirmedBefore('listed', daysAgo(now, ASK_AFTER)))
      .filter((practitioner) => askedSince(practitioner) === undefined)
      .map((practitioner) => ({
        subject: `practitioner#${practitioner.id}`,
        changes: [practitioners.save({ ...practitioner, checkInAskedAt: now }, ['listed'])],
        emails: [
          emailFor(
            'practitioner-capacity-check-in',
            roundOf(practitioner),
            { practitionerId: practitioner.id },
            now,
          ),
        ],
      })),
});

/** Repeats the check-in once, after two weeks without an answer. */
export const checkInReminder = (practitioners: Practitioners): Reminder => ({
  name: 'capacity-reminded',
  due: async ({ now }) =>
    (await practitioners.confirmedBefore('listed', daysAgo(now, ASK_AFTER)))
      .filter((practitioner) => (askedSince(practitioner) ?? now) <= daysAgo(now, REMIND_AFTER))
      .map((practitioner) => ({
        subject: `practitioner#${practitioner.id}`,
        changes: [],
        emails: [
          emailFor(
            'practitioner-capacity-reminder',
            roundOf(practitioner),
            { practitionerId: practitioner.id },
            now,
          ),
        ],
      })),
});

/** Hides a listing from the directory and from matching, 120 days after it was last confirmed. */
export const listingGoneStale = (practitioners: Practitioners): Reminder => ({
  name: 'listing-hidden',
  due: async ({ now }) =>
    (await practitioners.confirmedBefore('listed', daysAgo(now, HIDE_AFTER))).flatMap((practitioner) => {
      const moved = goStale(practitioner, now);
      if (!moved.ok) return [];
      return [
        {
          subject: `practitioner#${practitioner.id}`,
          changes: [practitioners.save(moved.value, ['listed'])],
          emails: [
            emailFor(
              'practitioner-listing-hidden',
              roundOf(practitioner),
              { practitionerId: practitioner.id },
              now,
            ),
          ],
        },
      ];
    }),
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
      .filter(({ check }) => check !== undefined && daysBetween(today, check.dueOn) <= CHECK_AHEAD)
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
