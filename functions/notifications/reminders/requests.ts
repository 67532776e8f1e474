import { emailFor } from '../../../shared/notifications/email.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Reminder } from './reminder.ts';

/** The team is informed this many days before the sign-off date of an open request. */
const DAYS_AHEAD = 14;

/** Tells the team, once per sign-off date, about an open request whose date is near. */
export const signOffNear = (requests: Pick<RequestRepository, 'dueBy'>): Reminder => ({
  name: 'sign-off-near',
  due: async ({ now, today }) =>
    (await requests.dueBy('open', addDays(today, DAYS_AHEAD)))
      .filter(({ signOffNeededBy }) => signOffNeededBy >= today)
      .map(({ id, signOffNeededBy }) => ({
        subject: `request#${id}`,
        changes: [],
        emails: [emailFor('team-sign-off-near', `${id}.${signOffNeededBy}`, { requestId: id }, now)],
      })),
});
