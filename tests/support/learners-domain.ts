import { organisationTrustRepository } from '../../functions/store/repositories/organisation-trust-repository.ts';
import type { Change, Table } from '../../functions/store/table/table.ts';
import { NOW } from './builders.ts';

/**
 * Returns the change that confirms the domain of the learners' addresses in tests, "learner.example", so that their
 * requests open without anybody's support. Addresses at other domains wait for support.
 */
export const learnersDomain = (table: Pick<Table, 'get' | 'query'>): Change =>
  organisationTrustRepository(table).saveDomain({
    organisationId: 'school-of-learners',
    domain: 'learner.example',
    listsAtOnce: false,
    by: 'Tess Team',
    at: NOW,
    note: 'All learners of the tests work there.',
  });
