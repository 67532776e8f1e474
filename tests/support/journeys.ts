import { registerJourney } from '../../shared/journeys/register/register-journey.ts';
import { requestJourney } from '../../shared/journeys/request/request-journey.ts';
import { kentAndMedway } from './kent-and-medway.ts';

/** The journeys of Kent and Medway, made once because making their schemas is slow. */
export const kentRegistration = registerJourney(kentAndMedway);
export const kentRequest = requestJourney(kentAndMedway);
