import { domainOf, kindOfDomain, kindOfDomainInWords } from '../../../shared/people/mail-domain.ts';
import type { TrustDeps } from './trust-deps.ts';

/**
 * Lists the people whom somebody named as lead or voucher and about whom the team has not decided, with the organisation,
 * the kind of their e-mail domain, and the lead who is confirmed there, if there is one.
 */
export const listNamedPeople =
  ({ trust, organisations }: Pick<TrustDeps, 'trust' | 'organisations'>) =>
  async (): Promise<readonly object[]> => {
    const named = await trust.peopleInState('proposed');
    const byId = new Map(
      await Promise.all(
        [...new Set(named.map(({ organisationId }) => organisationId))].map(
          async (id) => [id, await organisations.find(id)] as const,
        ),
      ),
    );
    const own = new Map(
      await Promise.all(
        [...byId.keys()].map(
          async (id) => [id, (await trust.of({ id })).domains.map(({ domain }) => domain)] as const,
        ),
      ),
    );
    return named.map(({ organisationId, role, name, email, proposedBy, proposedAt }) => {
      const organisation = byId.get(organisationId);
      const isLed = organisation?.leadConfirmedAt !== undefined;
      return {
        organisation: organisationId,
        organisationName: organisation?.name,
        role,
        name,
        email,
        domain: kindOfDomainInWords[kindOfDomain(domainOf(email), own.get(organisationId))],
        namedBy: proposedBy,
        since: proposedAt,
        confirmedLead: isLed ? organisation.leadName : undefined,
      };
    });
  };
