import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { searchContainerOf } from './search-container.ts';
import { results } from './listings/results.ts';

export const handler = httpFunction((functionSystem) =>
  routesFor('directory/results', {
    'GET /find-a-dpp/results': results(searchContainerOf(functionSystem)),
  }),
);
