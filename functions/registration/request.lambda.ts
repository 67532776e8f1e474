import { requestJourney } from '../../shared/journeys/request/request-journey.ts';
import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { functionOrganisations } from '../store/function-organisations.ts';
import { containerOf } from './container.ts';
import { journeyHandlers } from '../web/journeys/journey-handlers.ts';
import { requestWords } from './journey-words.ts';
import { request } from './requests/request.ts';
import { requestList } from './requests/request-list.ts';
import { severalLearners } from './requests/several-learners.ts';
import { formSecret } from '../web/journeys/form-secret.ts';

const secrets = formSecret();

export const handler = httpFunction((functionSystem) => {
  const container = {
    ...containerOf(functionSystem),
    knownOrganisations: functionOrganisations(functionSystem),
  };
  const deps = { ...container, secrets, submit: request(container) };
  const { start, show, take, takeJson } = journeyHandlers(
    requestJourney(container.system),
    requestWords(container.system),
    deps,
  );
  const list = severalLearners({ ...container, secrets, submitList: requestList(container) });
  const pages = list.besides({ show, take });
  return routesFor('registration/request', {
    'GET /request': start,
    'GET /request/{step}': pages.show,
    'POST /request/{step}': { handler: pages.take, takesFiles: true },
    'POST /api/v1/requests': takeJson,
    'POST /api/v1/requests/list': list.takeJson,
  });
});
