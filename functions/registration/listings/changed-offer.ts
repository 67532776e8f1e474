import type { Answers } from '../../../shared/journeys/question.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import { toOfferOfSupervision } from '../../../shared/journeys/register/offer-of-supervision.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import { organisationText } from '../../../shared/people/organisation-text.ts';
import type { OfferOfSupervision, Practitioner } from '../../../shared/people/practitioner.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { Change } from '../../store/table/table.ts';
import { organisationOfRecord } from '../confirmation/organisation-of-record.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly organisations: OrganisationRepository;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly clock: Clock;
}

interface Changed {
  readonly offer: OfferOfSupervision;
  /** Stores the organisation, if nobody has named it before. */
  readonly also: readonly Change[];
}

/**
 * Converts a practitioner's changed answers into their offer. An organisation that is in no list and was not changed
 * keeps its id.
 */
export const changedOffer =
  ({ system, organisations, knownOrganisations, clock }: Deps) =>
  async (practitioner: Practitioner, answers: Answers): Promise<Changed> => {
    const now = clock.now();
    const offer = toOfferOfSupervision(answers, system, await knownOrganisations(), londonDay(now));
    const [site] = offer.sites;
    const isSame = textIn(answers, 'organisation') === organisationText(practitioner.organisation);
    if (isSame || site === undefined)
      return { offer: { ...offer, organisation: practitioner.organisation }, also: [] };
    const named = await organisationOfRecord(
      { organisations, knownOrganisations },
      offer.organisation,
      site.place,
      now,
    );
    return {
      offer: { ...offer, organisation: organisationRef(named) },
      also: named.version === 0 ? [organisations.save(named)] : [],
    };
  };
