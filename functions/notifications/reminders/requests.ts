import { emailFor } from '../../../shared/notifications/email.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { hasSupport } from '../../../shared/requests/has-support.ts';
import { supportClock } from '../../../shared/requests/support-clock.ts';
import { type Reminder, reminderOf } from './reminder.ts';

/** The team is informed this many days before the sign-off date of an open request. */
const DAYS_AHEAD = 14;

/** Tells the team and the lead who supported it, once per sign-off date, about an open request whose date is near. */
export const signOffNear = (requests: Pick<RequestRepository, 'page'>): Reminder =>
  reminderOf({
    name: 'sign-off-near',
    states: ['open'] as const,
    read: (state, page) => requests.page(state, page),
    until: ({ today }) => addDays(today, DAYS_AHEAD),
    due: (request, { now, today }) => {
      const { id, signOffNeededBy } = request;
      return signOffNeededBy < today
        ? undefined
        : {
            subject: `request#${id}`,
            changes: [],
            emails: [
              emailFor('team-sign-off-near', `${id}.${signOffNeededBy}`, { requestId: id }, now),
              ...(hasSupport(request)
                ? [emailFor('lead-sign-off-near', `${id}.${signOffNeededBy}`, { requestId: id }, now)]
                : []),
            ],
          };
    },
  });

/** Reminds the named lead, once, that a request waits for their support. */
export const supportReminder = (requests: Pick<RequestRepository, 'page'>): Reminder =>
  reminderOf({
    name: 'support-reminded',
    states: ['waiting-for-support'] as const,
    read: (state, page) => requests.page(state, page),
    due: (request, { now, today }) => {
      const { id, support } = request;
      const { remindOn } = supportClock(request);
      return remindOn === undefined || remindOn > today || support?.answer !== undefined
        ? undefined
        : {
            subject: `request#${id}`,
            changes: [],
            emails: [
              emailFor('lead-support-reminder', `${id}.${support?.askedAt ?? ''}`, { requestId: id }, now),
            ],
          };
    },
  });

/** Tells the team, once, about a request that nobody has supported in time. */
export const supportOverdue = (requests: Pick<RequestRepository, 'page'>): Reminder =>
  reminderOf({
    name: 'support-overdue',
    states: ['waiting-for-support'] as const,
    read: (state, page) => requests.page(state, page),
    due: (request, { now, today }) =>
      supportClock(request).tellTeamOn > today
        ? undefined
        : {
            subject: `request#${request.id}`,
            changes: [],
            emails: [
              emailFor(
                'team-support-overdue',
                [request.id, request.support?.againSince].filter((part) => part !== undefined).join('.'),
                { requestId: request.id },
                now,
              ),
            ],
          },
  });
