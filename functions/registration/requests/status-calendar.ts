import type { Instant } from '../../../shared/kernel/time.ts';
import { isCurrent } from '../../../shared/matches/match.ts';
import { CALENDAR_NAME, matchCalendar } from '../../../shared/matches/match-calendar.ts';
import { isSeatIn, type SupervisionRequest } from '../../../shared/requests/request.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { Table } from '../../store/table/table.ts';
import type { HttpReply } from '../../web/http/http-message.ts';
import { file } from '../../web/http/reply.ts';

/**
 * Sends the dates of a request's agreed matches as a calendar file.
 * @param host makes the ids of the events unique
 * @returns undefined if nothing is agreed
 */
export const statusCalendar = async (
  table: Pick<Table, 'get'>,
  asked: SupervisionRequest,
  host: string,
  now: Instant,
): Promise<HttpReply | undefined> => {
  const filled = asked.seats.filter(isSeatIn('filled'));
  const { matches, practitioners } = await readNouns(table, {
    matches: filled.map(({ matchId }) => matchId),
    practitioners: filled.map(({ practitionerId }) => practitionerId),
  });
  const agreed = [...matches.values()].filter(isCurrent).map((match) => ({
    match,
    other: practitioners.get(match.practitionerId)?.name ?? 'your supervisor',
  }));
  return agreed.length === 0
    ? undefined
    : file({
        body: matchCalendar(asked, agreed, host, now),
        contentType: 'text/calendar; charset=utf-8',
        fileName: CALENDAR_NAME,
        personal: true,
      });
};
