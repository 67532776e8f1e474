import { httpFunction } from '../platform/http/http-function.ts';
import { container } from './container.ts';
import { results } from './results.ts';

export const handler = httpFunction(
  [{ method: 'GET', path: '/find-a-dpp/results', handler: results(container) }],
  container,
);
