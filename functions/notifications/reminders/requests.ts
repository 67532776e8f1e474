import { emailFor } from '../../../shared/notifications/email.ts';
import { addDays } from '../../../shared/kernel/time.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Reminder } from './reminder.ts';

/** Days before the sign-off date on which a person should start to help. */
const AHEAD = 14;

/** A request is still open and its sign-off date is near: the team is told, once for each date. */
export const signOffNear = (requests: Pick<RequestRepository, 'dueBy'>): Reminder => ({
  name: 'sign-off-near',
  due: async ({ now, today }) =>
    (await requests.dueBy('open', addDays(today, AHEAD)))
      .filter(({ signOffNeededBy }) => signOffNeededBy >= today)
      .map(({ id, signOffNeededBy }) => ({
        subject: `request#${id}`,
        changes: [],
        emails: [emailFor('team-sign-off-near', `${id}.${signOffNeededBy}`, { requestId: id }, now)],
      })),
});
