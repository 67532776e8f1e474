import { registerJourney } from '../journeys/register/register-journey.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { journeyBodySchema } from './journey-body.ts';

/** Body of `POST /api/v1/practitioners`. */
export const registrationBodySchema = (system: ServiceSystem) => journeyBodySchema(registerJourney(system));
