import { httpFunction } from '../web/http/http-function.ts';
import { searchContainer as container } from './search-container.ts';
import { results } from './listings/results.ts';

export const handler = httpFunction(
  [{ method: 'GET', path: '/find-a-dpp/results', handler: results(container) }],
  container,
);
