import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { organisationTrustRepository } from '../store/repositories/organisation-trust-repository.ts';
import { openRequests } from '../store/open-requests.ts';
import { confirm } from './confirmation/confirm.ts';
import { confirmPractitioner } from './confirmation/confirm-practitioner.ts';
import { confirmRequest } from './confirmation/confirm-request.ts';
import { functionOrganisations } from '../store/function-organisations.ts';
import { confirmPractitionerAddress } from './confirmation/confirm-practitioner-address.ts';
import { confirmNewAddress } from './confirmation/confirm-new-address.ts';
import { confirmLead } from './confirmation/confirm-lead.ts';
import { namedPage } from './confirmation/named-page.ts';
import { objectToNaming } from './confirmation/object-to-naming.ts';
import { leadPage } from './confirmation/lead-page.ts';
import { answerSupport } from './requests/answer-support.ts';
import { support } from './requests/support.ts';
import { containerOf } from './container.ts';
import { tellOtherTeam } from './confirmation/tell-other-team.ts';
import { disownAddress } from '../privacy/erasure/disown-address.ts';

export const handler = httpFunction((functionSystem) => {
  const shared = containerOf(functionSystem);
  const container = {
    ...shared,
    knownOrganisations: functionOrganisations(functionSystem),
    openRequests: openRequests(shared.table, shared.requests),
    trust: organisationTrustRepository(shared.table),
  };
  const { show, take } = confirm({
    ...container,
    confirmPractitioner: confirmPractitioner({
      ...container,
      tellOtherTeam: tellOtherTeam(container),
    }),
    confirmRequest: confirmRequest(container),
    confirmNewAddress: confirmNewAddress(container),
    confirmPractitionerAddress: confirmPractitionerAddress(container),
    disown: disownAddress(container),
  });
  const supporting = support({ ...container, answerSupport: answerSupport(container) });
  const lead = leadPage({ ...container, confirmLead: confirmLead(container) });
  const named = namedPage({ ...container, objectToNaming: objectToNaming(container) });
  return routesFor('registration/confirm', {
    'GET /named/{token}': named.show,
    'POST /named/{token}': named.take,
    'GET /lead/{token}': lead.show,
    'POST /lead/{token}': lead.take,
    'GET /support/{token}': supporting.show,
    'POST /support/{token}': supporting.take,
    'GET /confirm/{token}': show,
    'POST /confirm/{token}': take,
  });
});
