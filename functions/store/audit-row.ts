import { codesOf, keyOfActor } from './table/audit-codes.ts';
import { changedValuesRow } from './repositories/changed-values-repository.ts';
import { keys, lists } from './table/keys.ts';
import { auditRows } from './table/rows/audit-rows.ts';
import type { ChangedValues } from './table/rows/changed-values-rows.ts';
import type { Change } from './table/table.ts';

/** The actor of a change: a role and, for the team, a name, of which the audit keeps only a key. */
export type Actor =
  | 'practitioner'
  | 'requester'
  | 'lead'
  | 'organisation-lead'
  | 'digest-reader'
  | 'voucher'
  | 'named-person'
  | 'schedule'
  | 'matcher'
  | 'mail-system'
  | `team:${string}`;

export type AuditFacts = Readonly<Record<string, string | number>>;

/** The words of a decision by the programme team, which the audit does not hold. */
export interface TeamWords {
  /** Name of the member of the team. */
  readonly by: string;
  readonly why?: string | undefined;
  /** Values before and after the change that may be personal. */
  readonly values?: ChangedValues['values'];
}

/**
 * Makes the audit row of a change, for the same commit as the change. Contains codes and ids only.
 * @param subject the entity that was changed: "request#r1"
 * @param action entity and event, hyphenated: "offer-accepted"
 * @throws Error if a fact is neither a code nor an id nor a number: words belong into `teamWordsRow`
 */
export const auditRow = (
  subject: string,
  at: string,
  id: string,
  actor: Actor,
  action: string,
  facts: AuditFacts = {},
): Change => {
  if (Object.keys(codesOf(facts)).length !== Object.keys(facts).length)
    throw new Error(`a fact of the audit entry ${action} is neither a code nor an id`);
  return auditRows.put(
    { ...keys.audit(subject, at, id), listPk: lists.audit, listSk: `${at}#${subject}#${id}` },
    { at, actor: keyOfActor(actor), action, facts },
    { is: 'absent' },
  );
};

/**
 * Makes the row with the words of a decision, which an erasure deletes.
 * @param subject the person or thing that the words are about
 * @param id the id of the decision's audit row
 */
export const teamWordsRow = (
  subject: string,
  at: string,
  id: string,
  { by, why, values = {} }: TeamWords,
): Change => changedValuesRow(subject, at, id, values, { by, ...(why === undefined ? {} : { why }) });

/** Makes the audit row of a decision by the programme team, and the row with its words. */
export const teamDecisionRows = (
  subject: string,
  at: string,
  id: string,
  words: TeamWords,
  action: string,
  facts?: AuditFacts,
): readonly Change[] => [
  auditRow(subject, at, id, `team:${words.by}`, action, facts),
  teamWordsRow(subject, at, id, words),
];
