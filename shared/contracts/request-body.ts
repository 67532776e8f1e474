import { requestJourney } from '../journeys/request/request-journey.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { journeyBodySchema } from './journey-body.ts';

/** Body of `POST /api/v1/requests`. */
export const requestBodySchema = (system: ServiceSystem) => journeyBodySchema(requestJourney(system));
