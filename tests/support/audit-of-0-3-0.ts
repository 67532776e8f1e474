import { type Actor, auditRow } from '../../functions/store/audit-row.ts';
import type { Change } from '../../functions/store/table/table.ts';

/** Makes an audit row as 0.3.0 did: with the name of a member of the team, and with the team's reason. */
export const auditOf030 = (
  subject: string,
  at: string,
  id: string,
  actor: Actor,
  action: string,
  facts: Readonly<Record<string, string | number>>,
): Change => {
  const change = auditRow(subject, at, id, actor, action);
  return change.do === 'put' ? { ...change, row: { ...change.row, actor, facts } } : change;
};
