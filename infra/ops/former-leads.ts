import { networkHash } from '../../functions/platform/hash.ts';
import { namedLeadChanges } from '../../functions/store/lead-changes.ts';
import { organisationRepository } from '../../functions/store/repositories/organisation-repository.ts';
import { organisationTrustRepository } from '../../functions/store/repositories/organisation-trust-repository.ts';
import { requestRepository } from '../../functions/store/repositories/request-repository.ts';
import { openRequests } from '../../functions/store/open-requests.ts';
import type { Table } from '../../functions/store/table/table.ts';
import { hasLead, withoutLead } from '../../shared/people/lead-moves.ts';
import { organisationRef } from '../../shared/people/organisation-ref.ts';

/**
 * Makes the leads whom 0.3.0 believed without confirmation named leads: each is written to once, with a page on which they
 * confirm their address, and is a task for the team unless a confirmed domain confirms them. Until then they get no
 * digest. Can be stopped and run again.
 *
 * @param table rows of one system
 * @returns number of leads
 */
export const formerLeads = async (table: Table, now: string): Promise<number> => {
  const organisations = organisationRepository(table);
  const trust = organisationTrustRepository(table);
  let count = 0;
  for (const organisation of await organisations.all()) {
    const { leadName, leadEmail } = organisation;
    if (leadEmail === undefined || hasLead(organisation)) continue;
    const outcome = await table.commit([
      organisations.save(withoutLead(organisation)),
      ...namedLeadChanges({
        table,
        organisation,
        trust: await trust.of(organisationRef(organisation)),
        lead: { name: leadName ?? leadEmail, email: leadEmail },
        by: 'version#0.3.0',
        now,
        isWrittenTo: false,
        network: networkHash('migration'),
      }),
    ]);
    if (!outcome.committed)
      throw new Error(`organisation ${organisation.id} changed meanwhile: run the command again`);
    count += 1;
  }
  return count;
};

/**
 * Counts the requests that 0.3.0 opened among the open ones of their learners, so that a learner who has one cannot open
 * another. Learners who have several keep them. Can be stopped and run again.
 *
 * @param table rows of one system
 * @returns number of requests that were not counted
 */
export const countLearners = async (table: Table): Promise<number> => {
  const requests = requestRepository(table);
  const counted = openRequests(table, requests);
  let count = 0;
  for (const state of ['open', 'matched'] as const)
    for (const request of await requests.inState(state)) {
      const changes = await counted.countAlso(request);
      if (changes.length === 0) continue;
      const outcome = await table.commit(changes);
      if (!outcome.committed)
        throw new Error(`request ${request.id} changed meanwhile: run the command again`);
      count += 1;
    }
  return count;
};
