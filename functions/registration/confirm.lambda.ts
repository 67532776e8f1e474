import { environment, settings } from '../platform/config.ts';
import { httpFunction } from '../platform/http/http-function.ts';
import { openRequests } from './open-requests.ts';
import { confirm } from './confirm.ts';
import { confirmPractitioner } from './confirm-practitioner.ts';
import { confirmRequest } from './confirm-request.ts';
import { container } from './container.ts';
import { disown } from './disown.ts';

const { TRUSTED_DOMAINS } = environment({ TRUSTED_DOMAINS: settings.TRUSTED_DOMAINS });
const { show, take } = confirm({
  ...container,
  confirmPractitioner: confirmPractitioner({ ...container, trustedDomains: TRUSTED_DOMAINS }),
  confirmRequest: confirmRequest({
    ...container,
    openRequests: openRequests(container.table, container.requests),
  }),
  disown: disown(container),
});

export const handler = httpFunction(
  [
    { method: 'GET', path: '/confirm/{token}', handler: show },
    { method: 'POST', path: '/confirm/{token}', handler: take },
  ],
  container,
);
