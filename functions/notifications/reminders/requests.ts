import { emailFor } from '../../../shared/notifications/email.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import { type Reminder, reminderOf } from './reminder.ts';

/** The team is informed this many days before the sign-off date of an open request. */
const DAYS_AHEAD = 14;

/** Tells the team, once per sign-off date, about an open request whose date is near. */
export const signOffNear = (requests: Pick<RequestRepository, 'page'>): Reminder =>
  reminderOf({
    name: 'sign-off-near',
    states: ['open'] as const,
    read: (state, page) => requests.page(state, page),
    until: ({ today }) => addDays(today, DAYS_AHEAD),
    due: ({ id, signOffNeededBy }, { now, today }) =>
      signOffNeededBy < today
        ? undefined
        : {
            subject: `request#${id}`,
            changes: [],
            emails: [emailFor('team-sign-off-near', `${id}.${signOffNeededBy}`, { requestId: id }, now)],
          },
  });
