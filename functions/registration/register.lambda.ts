import { registerJourney } from '../../shared/journeys/register-journey.ts';
import { httpFunction } from '../platform/http/http-function.ts';
import { container } from './container.ts';
import { journeyHandlers } from './journey-handlers.ts';
import { journeyRoutes } from './journey-routes.ts';
import { registerWords } from './journey-words.ts';
import { register } from './register.ts';
import { sealSecret } from './seal-secret.ts';

const deps = { ...container, secret: sealSecret(), submit: register(container) };
const handlers = journeyHandlers(registerJourney, registerWords, deps);
export const handler = httpFunction(journeyRoutes(registerJourney, registerWords, handlers), container);
