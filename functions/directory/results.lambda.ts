import { httpFunction } from '../platform/http/http-function.ts';
import { searchContainer as container } from './search-container.ts';
import { results } from './results.ts';

export const handler = httpFunction(
  [{ method: 'GET', path: '/find-a-dpp/results', handler: results(container) }],
  container,
);
