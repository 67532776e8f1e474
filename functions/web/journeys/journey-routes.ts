import type { Journey } from '../../../shared/journeys/question.ts';
import type { Route } from '../http/route.ts';
import type { journeyHandlers } from './journey-handlers.ts';
import type { JourneyWords } from './journey-words.ts';

/** API path of each journey. */
const apiPaths = { register: '/api/v1/practitioners', request: '/api/v1/requests' } as const;

/** Routes of one journey. */
export const journeyRoutes = (
  { id }: Journey,
  { path }: JourneyWords,
  { start, show, take, takeJson }: ReturnType<typeof journeyHandlers>,
): readonly Route[] => [
  { method: 'GET', path, handler: start },
  { method: 'GET', path: `${path}/{step}`, handler: show },
  { method: 'POST', path: `${path}/{step}`, handler: take },
  { method: 'POST', path: apiPaths[id], handler: takeJson },
];
