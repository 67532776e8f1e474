import type { Committed } from './ledger.ts';

/** Words, addresses, and the registration numbers of the people of the simulation. */
const VALUE = /[\s@]|20123\d\d|20543\d\d|12A34\d\d/u;
const ACTORS =
  /^(?:practitioner|requester|lead|organisation-lead|digest-reader|voucher|schedule|matcher|mail-system|team:member-[\w-]{12})$/u;

/** Checks that an audit entry holds codes and ids, and of the team a key: no name, address, number or reason. */
export const auditChecks =
  (tell: (what: string) => void) =>
  ({ changes }: Pick<Committed, 'changes'>): void => {
    for (const change of changes) {
      if (change.do !== 'put' || change.row['kind'] !== 'audit') continue;
      const { pk, sk, actor, action, facts } = change.row;
      const values = [pk, sk, String(action), ...Object.values(facts as Record<string, string | number>)];
      if (!ACTORS.test(String(actor))) tell(`the audit of ${pk} names an actor`);
      if (values.some((value) => VALUE.test(String(value)))) tell(`the audit of ${pk} holds a value`);
    }
  };
