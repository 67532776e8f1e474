import type { RequestIn } from '../../../shared/requests/request.ts';
import { requestsOfLearners } from '../../../shared/requests/learners-asked.ts';
import { type Actor, auditRow, type TeamWords, teamWordsRow } from '../../store/audit-row.ts';
import { nounChanges, outboxEmail } from '../../store/noun-changes.ts';
import type { Change, Table } from '../../store/table/table.ts';
import type { Chance } from '../../platform/chance.ts';

interface Opened {
  readonly table: Table;
  readonly chance: Pick<Chance, 'id'>;
  readonly now: string;
  readonly actor: Actor;
  /** Code of the audit: "request-confirmed". */
  readonly action: string;
  /** The words of the team, if it decided. */
  readonly words?: TeamWords;
}

/**
 * Makes the changes that store an opened request and tell its requester and, of a declared conflict, the team. A request
 * for several learners becomes one for each of them: see `requestsOfLearners`.
 */
export const changesOfOpening = (
  request: RequestIn<'open'>,
  { table, chance, now, actor, action, words }: Opened,
): readonly Change[] => {
  const { id, seats, conflicts } = request;
  const about = { requestId: id };
  const all = requestsOfLearners(request);
  const audited = chance.id();
  const again = request.support?.againSince;
  const cause = again === undefined ? id : `${id}.${again}`;
  return [
    ...nounChanges(table, { requests: all }),
    outboxEmail(table, 'requester-request-open', cause, about, now),
    ...(conflicts.length === 0 ? [] : [outboxEmail(table, 'team-conflict-declared', cause, about, now)]),
    ...all.flatMap((one) => {
      const subject = `request#${one.id}`;
      return [
        auditRow(subject, now, audited, actor, action, { seats: seats.length }),
        ...(words === undefined ? [] : [teamWordsRow(subject, now, audited, words)]),
      ];
    }),
  ];
};
