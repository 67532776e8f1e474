import { emailFor } from '../../shared/notifications/email.ts';
import type { Instant } from '../../shared/kernel/time.ts';
import { checkedFields, type Practitioner } from '../../shared/people/practitioner.ts';
import type { Chance } from '../platform/chance.ts';
import { emailRepository } from './repositories/email-repository.ts';
import { changedValuesRow } from './repositories/changed-values-repository.ts';
import type { Change, Table } from './table/table.ts';

/**
 * Makes the changes that go with a change of a name, a number, a profession, an organisation or an address: the values
 * before and after, which an erasure deletes, and the question to the team to check what the check depends on. None if
 * nothing of this changed.
 */
export const changedSinceCheck = (
  { table, chance }: { readonly table: Table; readonly chance: Pick<Chance, 'id'> },
  before: Practitioner,
  after: Practitioner,
  now: Instant,
): readonly Change[] => {
  const id = chance.id();
  const values = Object.fromEntries(
    [
      ...(['name', 'registrationNumber', 'profession', 'email'] as const).map(
        (field) => [field, before[field], after[field]] as const,
      ),
      ['organisation', before.organisation.id, after.organisation.id] as const,
    ].flatMap(([field, was, is]) => (was === is ? [] : [[field, { before: was, after: is }] as const])),
  );
  if (Object.keys(values).length === 0) return [];
  const isToCheck =
    after.check !== undefined && ['organisation', ...checkedFields].some((field) => field in values);
  return [
    changedValuesRow(`practitioner#${after.id}`, now, id, values),
    ...(isToCheck
      ? [
          emailRepository(table).save(
            emailFor('team-check-wanted', `${after.id}.${id}`, { practitionerId: after.id }, now),
          ),
        ]
      : []),
  ];
};
