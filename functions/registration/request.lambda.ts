import { requestJourney } from '../../shared/journeys/request/request-journey.ts';
import { httpFunction } from '../web/http/http-function.ts';
import { container } from './container.ts';
import { journeyHandlers } from '../web/journeys/journey-handlers.ts';
import { journeyRoutes } from '../web/journeys/journey-routes.ts';
import { requestWords } from './journey-words.ts';
import { request } from './requests/request.ts';
import { sealSecret } from '../web/journeys/seal-secret.ts';

const deps = { ...container, secret: sealSecret(), submit: request(container) };
const handlers = journeyHandlers(requestJourney, requestWords, deps);
export const handler = httpFunction(journeyRoutes(requestJourney, requestWords, handlers), container);
