import { emailFor } from '../../../shared/notifications/email.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { goStale } from '../../../shared/people/practitioner-moves.ts';
import { addHours, daysBetween } from '../../../shared/kernel/time.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { Reminder } from './reminder.ts';

type Practitioners = Pick<PractitionerRepository, 'confirmedBefore' | 'inState' | 'save'>;

/** Days since somebody confirmed their details. */
const ASK_AFTER = 90;
const HIDE_AFTER = 120;
/** Days from the question to the one reminder. */
const REMIND_AFTER = 14;
/** Days before a register check runs out. */
const CHECK_AHEAD = 28;

const daysAgo = (now: string, days: number): string => addHours(now, -24 * days);
/** One round of asking: from one confirmation to the next. */
const roundOf = ({ id, confirmedAt }: Practitioner): string =>
  `${id}.${confirmedAt.slice(0, 16).replace(':', '')}`;
const askedSince = ({ checkInAskedAt, confirmedAt }: Practitioner): string | undefined =>
  checkInAskedAt !== undefined && checkInAskedAt >= confirmedAt ? checkInAskedAt : undefined;

/** Nobody has confirmed a listing for 90 days: yes, maybe or no? */
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

/** Two weeks without an answer: once more. */
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

/** Nobody has confirmed a listing for 120 days: out of the directory and of matching until somebody does. */
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

/** A register check runs out within four weeks: the team looks again. */
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
