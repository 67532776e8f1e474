import { listConsent, listQuestion, listStep } from '../journeys/request/list-step.ts';
import { requestJourney } from '../journeys/request/request-journey.ts';
import type { ServiceSystem } from '../systems/service-system.ts';
import { journeyBodySchema } from './journey-body.ts';

/** Body of `POST /api/v1/requests`. */
export const requestBodySchema = (system: ServiceSystem) => journeyBodySchema(requestJourney(system));

/** Body of `POST /api/v1/requests/list`: the answers for all learners, and the list as the text of a CSV file. */
export const requestListBodySchema = (system: ServiceSystem) => {
  const journey = requestJourney(system);
  const step = listStep(journey);
  const questions = [...step.questions, listQuestion, ...listConsent(journey)];
  return journeyBodySchema({ id: 'request', title: step.title, steps: [{ ...step, questions }] });
};
