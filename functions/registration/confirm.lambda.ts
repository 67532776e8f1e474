import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { organisationTrustRepository } from '../store/repositories/organisation-trust-repository.ts';
import { openRequests } from '../store/open-requests.ts';
import { confirm } from './confirmation/confirm.ts';
import { confirmPractitioner } from './confirmation/confirm-practitioner.ts';
import { confirmRequest } from './confirmation/confirm-request.ts';
import { functionOrganisations } from '../store/function-organisations.ts';
import { containerOf } from './container.ts';
import { tellOtherTeam } from './confirmation/tell-other-team.ts';
import { disownAddress } from '../privacy/erasure/disown-address.ts';

export const handler = httpFunction((functionSystem) => {
  const container = {
    ...containerOf(functionSystem),
    knownOrganisations: functionOrganisations(functionSystem),
  };
  const { show, take } = confirm({
    ...container,
    confirmPractitioner: confirmPractitioner({
      ...container,
      trust: organisationTrustRepository(container.table),
      tellOtherTeam: tellOtherTeam(container),
    }),
    confirmRequest: confirmRequest({
      ...container,
      openRequests: openRequests(container.table, container.requests),
    }),
    disown: disownAddress(container),
  });
  return routesFor('registration/confirm', {
    'GET /confirm/{token}': show,
    'POST /confirm/{token}': take,
  });
});
