import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import { dueUntil } from '../../../shared/privacy/retention-rules.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { namedByNobody } from './named-by-nobody.ts';
import type { DueList } from './retain.ts';

/** Number of people to read at once. */
const PAGE_SIZE = 100;

interface Deps {
  readonly table: Table;
  readonly trust: Pick<OrganisationTrustRepository, 'peoplePage' | 'removePerson'>;
}

/** Finds people who were named as lead or voucher and never confirmed, and those who hold the role no longer. */
export const dueWithoutRole = ({ table, trust }: Deps): readonly DueList[] =>
  (['proposed', 'replaced', 'refused'] as const).map((state) => async (now, after) => {
    const due = dueUntil('named-person', now);
    const { found, ...rest } = await trust.peoplePage(state, { after, until: `${due}#~`, size: PAGE_SIZE });
    return {
      ...rest,
      found: found
        .filter(({ decidedAt }) => decidedAt === undefined || decidedAt <= due)
        .map((person) => async () => (await table.commit(trust.removePerson(person))).committed),
    };
  });

/** Finds confirmed leads and vouchers of organisations to which nobody belongs any more. */
export const dueWithoutOrganisation =
  ({ table, trust }: Deps): DueList =>
  async (now, after) => {
    const { found, ...rest } = await trust.peoplePage('confirmed', {
      after,
      until: `${dueUntil('prescribing-lead', now)}#~`,
      size: PAGE_SIZE,
    });
    const ids = [...new Set(found.map(({ organisationId }) => organisationId))].map((id) => ({ id }));
    const left = new Set((await namedByNobody(table, ids)).map(({ id }) => id));
    const isLeft = ({ organisationId }: OrganisationPerson): boolean => left.has(organisationId);
    return {
      ...rest,
      found: found
        .filter(isLeft)
        .map((person) => async () => (await table.commit(trust.removePerson(person))).committed),
    };
  };
