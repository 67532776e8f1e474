import type { EmailName } from '../../../shared/notifications/email.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import type { Clock } from '../../platform/clock.ts';
import { commitOnce } from '../../store/commit-once.ts';
import type { Table } from '../../store/table/table.ts';
import type { RenewLink } from '../../web/links/renew-link.ts';
import { matchRepository } from '../../store/repositories/match-repository.ts';
import { aboutMatch, outboxEmail } from '../../store/noun-changes.ts';

interface Deps {
  readonly table: Table;
  readonly clock: Clock;
}

/**
 * Returns the messages that contain a link of the same kind as the old link. The sender later drops messages
 * that are no longer needed.
 */
const messagesFor = ({ kind, recipient }: Link): readonly EmailName[] => {
  if (kind === 'offer') return ['practitioner-manage-link'];
  if (kind === 'dates') return ['practitioner-dates-asked'];
  if (kind !== 'feedback') return [];
  return recipient === 'practitioner'
    ? ['practitioner-match-ending', 'practitioner-feedback-asked']
    : ['requester-match-ending', 'requester-feedback-asked'];
};

/** Sends a new link to the recipient of the old one, at most once a day for each practitioner or match. */
export const renewByMail =
  ({ table, clock }: Deps): RenewLink =>
  async (link) => {
    if (link === undefined) return;
    const now = clock.now();
    const { practitionerId, matchId } = link;
    const match = matchId === undefined ? undefined : await matchRepository(table).find(matchId);
    const about = match === undefined ? { ...(practitionerId && { practitionerId }) } : aboutMatch(match);
    const cause = `${matchId ?? practitionerId ?? 'nobody'}.${londonDay(now)}`;
    for (const name of messagesFor(link))
      await commitOnce(table, [outboxEmail(table, name, cause, about, now)]);
  };
