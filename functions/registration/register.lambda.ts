import { registerJourney } from '../../shared/journeys/register/register-journey.ts';
import { httpFunction } from '../web/http/http-function.ts';
import { container } from './container.ts';
import { journeyHandlers } from '../web/journeys/journey-handlers.ts';
import { journeyRoutes } from '../web/journeys/journey-routes.ts';
import { registerWords } from './journey-words.ts';
import { register } from './listings/register.ts';
import { sealSecret } from '../web/journeys/seal-secret.ts';

const deps = { ...container, secret: sealSecret(), submit: register(container) };
const handlers = journeyHandlers(registerJourney, registerWords, deps);
export const handler = httpFunction(journeyRoutes(registerJourney, registerWords, handlers), container);
