import type { RequestIn } from '../../../shared/requests/request.ts';
import { type Actor } from '../../store/audit-row.ts';
import { nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import type { Change, Table } from '../../store/table/table.ts';
import type { Chance } from '../../platform/chance.ts';

interface Opened {
  readonly table: Table;
  readonly chance: Pick<Chance, 'id'>;
  readonly now: string;
  readonly actor: Actor;
  /** Code of the audit: "request-confirmed". */
  readonly action: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Makes the changes that store an opened request and tell its requester and, of a declared conflict, the team. */
export const changesOfOpening = (
  request: RequestIn<'open'>,
  { table, chance, now, actor, action, facts = {} }: Opened,
): readonly Change[] => {
  const { id, seats, conflicts } = request;
  const about = { requestId: id };
  return [
    ...nounChanges(table, { requests: [request] }),
    outboxEmail(table, 'requester-request-open', id, about, now),
    ...(conflicts.length === 0 ? [] : [outboxEmail(table, 'team-conflict-declared', id, about, now)]),
    requestAudit({ chance, now, actor }, id, action, { seats: seats.length, ...facts }),
  ];
};
