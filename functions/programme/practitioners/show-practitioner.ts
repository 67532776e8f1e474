import { approverInWords } from '../../../shared/people/named-people.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { type Day, londonDay } from '../../../shared/kernel/time.ts';
import { isCurrent } from '../../../shared/matches/match.ts';
import { domainOf, kindOfDomain, kindOfDomainInWords } from '../../../shared/people/mail-domain.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { meaningOf, standingsOf } from '../../../shared/people/standing.ts';
import { learnerName } from '../../../shared/requests/learner-name.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { OrganisationTrustRepository } from '../../store/repositories/organisation-trust-repository.ts';
import type { VouchRepository } from '../../store/repositories/vouch-repository.ts';
import type { PractitionerDeps } from './practitioner-deps.ts';

interface Deps extends Pick<PractitionerDeps, 'table' | 'practitioners' | 'clock'> {
  readonly trust: Pick<OrganisationTrustRepository, 'of'>;
  readonly vouches: Pick<VouchRepository, 'of'>;
}

const standingInWords = (practitioner: Practitioner, today: Day): readonly string[] =>
  standingsOf(practitioner, today).map(
    (standing) => `${standing} (new offers: ${meaningOf(standing).newOffers})`,
  );

/**
 * Shows what the team has to know of a DPP before it acts: who they are, how they stand, who was asked to vouch for
 * them, offers and learners.
 */
export const showPractitioner =
  ({ table, practitioners, trust, vouches, clock }: Deps) =>
  async (id: string): Promise<Result<object, 'unknown-practitioner'>> => {
    const practitioner = await practitioners.findPresent(id);
    if (practitioner === undefined) return refused('unknown-practitioner');
    const { organisation, email } = practitioner;
    const [{ domains, people }, vouched, nouns] = await Promise.all([
      trust.of(organisation),
      vouches.of(id),
      readNouns(table, {
        offers: practitioner.pendingOffers.map(({ offerId }) => offerId),
        matches: practitioner.commitments.map(({ matchId }) => matchId),
        requests: practitioner.commitments.map(({ requestId }) => requestId),
      }),
    ]);
    const own = domains.map(({ domain }) => domain);
    return accepted({
      dpp: [
        {
          id,
          name: practitioner.name,
          standing: standingInWords(practitioner, londonDay(clock.now())),
          suspended: practitioner.suspension?.reason,
          profession: practitioner.profession,
          number: practitioner.registrationNumber,
          email,
          domain: kindOfDomainInWords[kindOfDomain(domainOf(email), own)],
          organisation: `${organisation.name} (${organisation.id})`,
          approver: approverInWords(practitioner),
          check: practitioner.check?.seen,
          checkDue: practitioner.check?.dueOn,
        },
      ],
      vouchers: vouched.map(({ personId, organisationId, askedAt, answer, answeredAt }) => {
        const asked = people.find((one) => one.id === personId && one.organisationId === organisationId);
        return {
          person: asked === undefined ? personId : `${asked.name}, ${asked.email}`,
          organisation: organisationId,
          askedAt,
          answer: answer ?? 'not yet',
          answeredAt,
        };
      }),
      offers: [...nouns.offers.values()].map((offer) => ({
        id: offer.id,
        request: offer.requestId,
        answerBy: offer.expiresAt,
      })),
      learners: [...nouns.matches.values()].filter(isCurrent).map((match) => {
        const request = nouns.requests.get(match.requestId);
        return {
          match: match.id,
          learner: request && learnerName(request),
          request: match.requestId,
          until: match.to,
        };
      }),
    });
  };
