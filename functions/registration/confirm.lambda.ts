import { environment, settings } from '../platform/environment.ts';
import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { openRequests } from '../store/open-requests.ts';
import { confirm } from './confirmation/confirm.ts';
import { confirmPractitioner } from './confirmation/confirm-practitioner.ts';
import { confirmRequest } from './confirmation/confirm-request.ts';
import { container } from './container.ts';
import { disownAddress } from '../privacy/erasure/disown-address.ts';

const { TRUSTED_DOMAINS } = environment({ TRUSTED_DOMAINS: settings.TRUSTED_DOMAINS });
const { show, take } = confirm({
  ...container,
  confirmPractitioner: confirmPractitioner({ ...container, trustedDomains: TRUSTED_DOMAINS }),
  confirmRequest: confirmRequest({
    ...container,
    openRequests: openRequests(container.table, container.requests),
  }),
  disown: disownAddress(container),
});

export const handler = httpFunction(
  routesFor('registration/confirm', {
    'GET /confirm/{token}': show,
    'POST /confirm/{token}': take,
  }),
  container,
);
