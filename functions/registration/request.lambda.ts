import { requestJourney } from '../../shared/journeys/request-journey.ts';
import { httpFunction } from '../platform/http/http-function.ts';
import { container } from './container.ts';
import { journeyHandlers } from './journey-handlers.ts';
import { journeyRoutes } from './journey-routes.ts';
import { requestWords } from './journey-words.ts';
import { request } from './request.ts';
import { sealSecret } from './seal-secret.ts';

const deps = { ...container, secret: sealSecret(), submit: request(container) };
const handlers = journeyHandlers(requestJourney, requestWords, deps);
export const handler = httpFunction(journeyRoutes(requestJourney, requestWords, handlers), container);
