import { emailFor } from '../../../shared/notifications/email.ts';
import { startedMatch } from '../../../shared/matches/match-moves.ts';
import { addDays, londonDay } from '../../../shared/kernel/time.ts';
import type { MatchRepository } from '../../store/repositories/match-repository.ts';
import { type Reminder, reminderOf } from './reminder.ts';

type Matches = Pick<MatchRepository, 'page' | 'save'>;

/** This many days before the last day of a match, both sides are asked whether it is ending. */
const DAYS_AHEAD = 7;

/** Starts an agreed match on its first day, unless its DPP has yet to say whether a later one is possible. */
export const matchStarting = (matches: Matches): Reminder =>
  reminderOf({
    name: 'match-started',
    states: ['agreed'],
    read: (_, page) => matches.page('agreed', page),
    due: (match, { today }) =>
      match.from > today || (match.move !== undefined && match.move.from > today)
        ? undefined
        : {
            subject: `match#${match.id}`,
            changes: [matches.save(startedMatch(match), ['agreed'])],
            emails: [],
          },
  });

/** Asks both sides, once, about a match that ends within a week or should have ended. */
export const matchesEnding = (matches: Matches): Reminder =>
  reminderOf({
    name: 'match-ending-asked',
    states: ['started'],
    read: (_, page) => matches.page('started', page),
    until: ({ today }) => addDays(today, DAYS_AHEAD),
    due: (match, { now }) => {
      const { endingAskedAt, to } = match;
      // Asks again if the match was extended after the first question.
      if (endingAskedAt !== undefined && londonDay(endingAskedAt) >= addDays(to, -DAYS_AHEAD))
        return undefined;
      const about = {
        matchId: match.id,
        practitionerId: match.practitionerId,
        requestId: match.requestId,
      };
      const cause = `${match.id}.${match.to}`;
      return {
        subject: `match#${match.id}`,
        changes: [matches.save({ ...match, endingAskedAt: now }, ['started'])],
        emails: [
          emailFor('practitioner-match-ending', cause, about, now),
          emailFor('requester-match-ending', cause, about, now),
        ],
      };
    },
  });
