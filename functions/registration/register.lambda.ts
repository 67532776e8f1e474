import { registerJourney } from '../../shared/journeys/register/register-journey.ts';
import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { functionOrganisations } from '../store/function-organisations.ts';
import { containerOf } from './container.ts';
import { journeyHandlers } from '../web/journeys/journey-handlers.ts';
import { registerWords } from './journey-words.ts';
import { register } from './listings/register.ts';
import { formSecret } from '../web/journeys/form-secret.ts';

const secrets = formSecret();

export const handler = httpFunction((functionSystem) => {
  const container = {
    ...containerOf(functionSystem),
    knownOrganisations: functionOrganisations(functionSystem),
  };
  const deps = { ...container, secrets, submit: register(container) };
  const { start, show, take, takeJson } = journeyHandlers(
    registerJourney(container.system),
    registerWords(container.system),
    deps,
  );
  return routesFor('registration/register', {
    'GET /register': start,
    'GET /register/{step}': show,
    'POST /register/{step}': take,
    'POST /api/v1/practitioners': takeJson,
  });
});
