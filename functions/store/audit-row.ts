import { keys, lists } from './table/keys.ts';
import type { Change } from './table/table.ts';

/** Who did something: a role and, for the team, a name; never an e-mail address. */
export type Actor = 'practitioner' | 'requester' | 'schedule' | 'matcher' | 'mail-system' | `team:${string}`;

/**
 * The audit row that travels in the same commit as what it records: codes and ids only.
 * @param subject what it happened to: "request#r1"
 * @param action noun and event: "offer-accepted"
 */
export const auditRow = (
  subject: string,
  at: string,
  id: string,
  actor: Actor,
  action: string,
  facts: Readonly<Record<string, string | number>> = {},
): Change => ({
  do: 'put',
  when: { is: 'absent' },
  row: {
    ...keys.audit(subject, at, id),
    listPk: lists.audit,
    listSk: `${at}#${subject}#${id}`,
    kind: 'audit',
    at,
    actor,
    action,
    facts,
  },
});
