import { requestJourney } from '../journeys/request/request-journey.ts';
import { journeyBodySchema } from './journey-body.ts';

/** Body of `POST /api/v1/requests`. */
export const requestBodySchema = journeyBodySchema(requestJourney);
