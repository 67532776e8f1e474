import { londonDay } from '../../../shared/kernel/time.ts';
import type { CountedOrganisations } from '../../../shared/insights/counted-organisations.ts';
import { organisationFigures } from '../../../shared/insights/organisation-figures.ts';
import { DetailPage } from '../../../site/src/views/detail-page.tsx';
import { renderPage } from '../../../site/src/views/render-page.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Clock } from '../../platform/clock.ts';
import type { HttpHandler } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { answer } from '../../web/http/reply.ts';
import type { LedgerRepository } from '../../store/repositories/ledger-repository.ts';
import type { LinkRepository } from '../../store/repositories/link-repository.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { findOrganisation } from '../../store/find-organisation.ts';
import { isSentToLead } from '../../store/is-sent-to-lead.ts';
import { ownNouns } from './own-nouns.ts';
import { organisationView } from './organisation-view.ts';

export interface Deps {
  readonly system: ServiceSystem;
  readonly links: Pick<LinkRepository, 'find'>;
  /** Reads who belongs to which organisation, as a schedule has counted it; undefined before it has run. */
  readonly counted: () => Promise<CountedOrganisations | undefined>;
  readonly table: Pick<Table, 'get'>;
  readonly ledger: Pick<LedgerRepository, 'of'>;
  readonly organisations: Pick<OrganisationRepository, 'find'>;
  readonly clock: Clock;
}

/**
 * Answer to an unknown token, an expired token or a token of another kind of link. It is the same in all these
 * cases, so that nobody can find out which one applies.
 */
const deadLink = problemOf('link-not-usable', {
  detail: 'Open the link in your latest digest. Every digest contains a new link.',
});

/**
 * `GET /organisation/{token}`: an organisation's supply, demand and balance, for the person who leads it now. A file says which
 * rows to read, so that the page costs the same in a system of any size.
 */
export const organisationPage =
  (deps: Deps): HttpHandler =>
  async (request) => {
    const now = deps.clock.now();
    const found = await deps.links.find(request.params['token'] ?? '', now);
    const named =
      found?.link.kind === 'organisation' && !found.expired ? found.link.organisationId : undefined;
    if (named === undefined) return problem(request, deadLink);
    const organisation = await findOrganisation(deps.organisations, named);
    if (organisation === undefined || !isSentToLead(found?.link ?? {}, organisation))
      return problem(request, deadLink);
    const { id } = organisation;
    const employerId = organisation.employer?.id ?? id;
    const counted = await deps.counted();
    if (counted === undefined) return problem(request, problemOf('not-published-yet'));
    const [own, ledger] = await Promise.all([
      ownNouns(deps.table)(counted.organisations[id] ?? { practitioners: [], requests: [] }),
      deps.ledger.of(employerId),
    ]);
    const today = londonDay(now);
    const figures = organisationFigures(
      { id, employerId },
      { ...own, ledger, swaps: counted.swaps[employerId] ?? [] },
      today,
      deps.system,
    );
    const name = figures.name ?? organisation.name;
    return answer({
      request,
      personal: true,
      page: (branding) => renderPage(branding, DetailPage, organisationView(name, figures, today)),
      json: {
        organisation: { id, name },
        totals: figures.totals,
        giveAndTake: figures.hostingBalance ?? null,
        partners: figures.partners,
        swaps: figures.swaps.map(({ partner, theyCanHost, weCanHost }) => ({
          partner,
          theyCanHost: theyCanHost.length,
          weCanHost,
        })),
      },
    });
  };
