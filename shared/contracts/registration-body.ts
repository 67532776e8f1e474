import { registerJourney } from '../journeys/register/register-journey.ts';
import { journeyBodySchema } from './journey-body.ts';

/** Body of `POST /api/v1/practitioners`. */
export const registrationBodySchema = journeyBodySchema(registerJourney);
