import { keys, lists } from './table/keys.ts';
import { auditRows } from './table/rows/audit-rows.ts';
import type { Change } from './table/table.ts';

/** The actor of a change: a role and, for the team, a name; never an e-mail address. */
export type Actor =
  | 'practitioner'
  | 'requester'
  | 'lead'
  | 'voucher'
  | 'schedule'
  | 'matcher'
  | 'mail-system'
  | `team:${string}`;

/**
 * Makes the audit row of a change, for the same commit as the change. Contains codes and ids only.
 * @param subject the entity that was changed: "request#r1"
 * @param action entity and event, hyphenated: "offer-accepted"
 */
export const auditRow = (
  subject: string,
  at: string,
  id: string,
  actor: Actor,
  action: string,
  facts: Readonly<Record<string, string | number>> = {},
): Change =>
  auditRows.put(
    { ...keys.audit(subject, at, id), listPk: lists.audit, listSk: `${at}#${subject}#${id}` },
    { at, actor, action, facts },
    { is: 'absent' },
  );
