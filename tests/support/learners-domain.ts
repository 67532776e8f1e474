import { organisationTrustRepository } from '../../functions/store/repositories/organisation-trust-repository.ts';
import type { Change, Table } from '../../functions/store/table/table.ts';
import { NOW } from './builders.ts';

/**
 * Returns the change that confirms a domain of the learners' addresses in tests, "learner.example" unless another is
 * named, so that their requests open without anybody's support. Addresses at other domains wait for support.
 */
export const learnersDomain = (table: Pick<Table, 'get' | 'query'>, domain = 'learner.example'): Change =>
  organisationTrustRepository(table).saveDomain({
    organisationId: 'school-of-learners',
    domain,
    listsAtOnce: false,
    by: 'Tess Team',
    at: NOW,
    note: 'All learners of the tests work there.',
  });
