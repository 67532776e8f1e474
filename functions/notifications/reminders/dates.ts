import { emailFor } from '../../../shared/notifications/email.ts';
import { isMoving } from '../../../shared/matches/move-dates.ts';
import { addWorkingDays, londonDay } from '../../../shared/kernel/time.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import { type Reminder, reminderOf } from './reminder.ts';

/** Working days after which a DPP who has not said whether other dates are possible is asked again. */
const WORKING_DAYS = 5;

/** Asks a DPP again, once, whether other dates are possible, and tells the team that there is no answer. */
export const datesUnanswered = (matches: Pick<MatchRepository, 'page'>): Reminder =>
  reminderOf({
    name: 'dates-unanswered',
    states: ['agreed', 'started'] as const,
    read: (state, page) => matches.page(state, page),
    due: (match, { now, today }) => {
      if (!isMoving(match) || addWorkingDays(londonDay(match.move.askedAt), WORKING_DAYS) > today)
        return undefined;
      const { id: matchId, practitionerId, requestId } = match;
      const about = { matchId, practitionerId, requestId, occasion: 'again' };
      const cause = `${matchId}.${match.move.askedAt}.again`;
      return {
        subject: `match#${matchId}`,
        changes: [],
        emails: [
          emailFor('practitioner-dates-asked', cause, about, now),
          emailFor('team-dates-unanswered', cause, about, now),
        ],
      };
    },
  });
