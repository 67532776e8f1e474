import { endCauseOf } from '../../../shared/matches/end-causes.ts';
import type { MatchIn } from '../../../shared/matches/match.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { hasSupport } from '../../../shared/requests/has-support.ts';
import { aboutMatch, outboxEmail } from '../../store/noun-changes.ts';
import type { Change, Table } from '../../store/table/table.ts';

/**
 * Queues the e-mails to the learner's lead and to the programme team about a match that a side ended early. The lead is
 * told if they supported the request; the team, if the reason concerns it.
 */
export const emailsAboutEnding = (
  table: Table,
  request: SupervisionRequest,
  match: MatchIn<'ended-early'>,
  now: string,
): readonly Change[] => {
  if (match.ending === undefined) return [];
  const about = aboutMatch(match);
  return [
    ...(hasSupport(request) ? [outboxEmail(table, 'lead-match-ended', match.id, about, now)] : []),
    ...(endCauseOf(match.ending.cause).tellsTeam
      ? [outboxEmail(table, 'team-match-ended', match.id, about, now)]
      : []),
  ];
};
